const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f1e6}-\u{1f1ff}]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)/u;

/** The cells that a text takes in a terminal: two for an ideograph or an emoji, one for any other letter. */
export function textWidth(text: string): number {
  return isPlain(text)
    ? text.length
    : charactersOf(text).reduce((sum, character) => sum + cells(character), 0);
}

/** The text in at most so many cells, with an ellipsis where something was cut off. */
export function fitText(text: string, width: number): string {
  if (textWidth(text) <= width) {
    return text;
  }
  let fitted = '';
  let used = 1;
  for (const character of charactersOf(text)) {
    used += cells(character);
    if (used > width) {
      break;
    }
    fitted += character;
  }
  return `${fitted.trimEnd()}…`;
}

/** The text with blanks behind it, so that it takes at least so many cells. */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

function charactersOf(text: string): string[] {
  return Array.from(
    new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text),
    (part) => part.segment,
  );
}

function cells(character: string): number {
  return wide.test(character) ? 2 : 1;
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
