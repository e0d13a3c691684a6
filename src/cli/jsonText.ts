/** Characters that a terminal would obey or that reorder a line; JSON allows them as they are. */
// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const treacherous = /[\u007f-\u009f\u2028\u2029]|\p{Cf}/gu;

/**
 * One JSON document in one line. Control and direction characters in texts are written as `\uXXXX`: the same
 * value to whoever parses it, and harmless in a terminal.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(treacherous, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
