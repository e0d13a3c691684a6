/** Control characters that no plain text has: all but tabs and the ends of lines. */
// oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
export const controlCharacter = /[\0-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** The text without them. */
export function withoutControls(text: string): string {
  return controlCharacter.test(text) ? text.replace(new RegExp(controlCharacter, 'g'), '') : text;
}
