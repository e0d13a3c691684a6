/** A full hash of a SHA-1 or a SHA-256 repository, as git prints it. */
const pattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Whether the text is a full hash: 40 or 64 lower-case hexadecimal digits. */
export function isFullHash(text: string): boolean {
  return pattern.test(text);
}
