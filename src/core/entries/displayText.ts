/** Controls, bidirectional overrides, halves of surrogate pairs, and invisible characters but for joined emoji. */
const invisible =
  // oxlint-disable-next-line no-control-regex -- controls are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]|(?<!\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)\u200d/gu;

/** More marks than this on one letter climb over the neighbouring lines. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu;

/**
 * A text from a file, made safe to stand in one line of a list: what cannot be seen is written as its code
 * point (`<U+202E>`), piles of combining marks are cut, and so is what is longer than `most` characters.
 */
export function displayText(text: string, most = 200): string {
  return cutTo(most, text)
    .replace(
      invisible,
      (character) => `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
    )
    .replace(stackedMarks, '$1');
}

/** Cuts between characters, never within the two halves of one. */
function cutTo(most: number, text: string): string {
  if (text.length <= most) {
    return text;
  }
  const kept = text.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
