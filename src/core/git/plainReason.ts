// Operating system commands and the like first, up to their end; then control sequences; then two-character escapes.
const escapeSequences =
  // oxlint-disable-next-line no-control-regex -- these are the characters to be taken out
  /(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[ -/]*[0-~]?/gu;
const spaces = /[\s\p{Cc}]+/gu;
const invisible = /[\p{Cf}\p{Cs}]/gu;
const longest = 600;

/**
 * What a program said, as one line of plain text: without escape sequences, control characters and the
 * characters that turn the direction of writing, and no longer than 600 characters.
 */
export function plainReason(text: string): string {
  const plain = text
    .slice(0, 16_384)
    .replace(escapeSequences, '')
    .replace(spaces, ' ')
    .replace(invisible, '')
    .trim();
  const characters = Array.from(plain);
  return characters.length <= longest ? plain : `${characters.slice(0, longest - 1).join('')}…`;
}
