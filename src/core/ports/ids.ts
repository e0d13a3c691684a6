/** Where new ids come from: a cryptographic source of randomness, never a counter or the time. */
export interface Ids {
  /** 8 characters of Crockford base32 in lower case, the first a letter other than `e`. */
  newId(): string;
}
