const readableId = /^[A-Za-z0-9-]{4,32}$/;
const otherThanHex = /[^0-9a-f]/;

/** Whether a text can be an id: 4 to 32 ASCII letters, digits and hyphens. */
export function isEntryId(text: string): boolean {
  return readableId.test(text);
}

/** Whether a text is the full hash of a commit: 40 or 64 lower-case hexadecimal digits. */
export function isFullHash(text: string): boolean {
  return (text.length === 40 || text.length === 64) && !otherThanHex.test(text);
}
