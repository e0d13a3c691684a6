/** Most suggestions that are shown at once. */
export const mostSuggestions = 8;

/** Words that go on from what was typed, those that begin with it first; without those that are taken. */
export function suggestWords(
  words: readonly string[],
  typed: string,
  taken: readonly string[],
): readonly string[] {
  const wanted = folded(typed);
  const rest = words.filter((word) => !taken.some((one) => folded(one) === folded(word)));
  const beginning = rest.filter((word) => folded(word).startsWith(wanted));
  const within = rest.filter((word) => folded(word).includes(wanted) && !beginning.includes(word));
  return [...beginning, ...within].slice(0, mostSuggestions);
}

/**
 * The words in what was typed: between commas, without a `#` before them, in the spelling that is in use
 * already where only capitals differ.
 */
export function wordsIn(typed: string, known: readonly string[], longest: number): readonly string[] {
  return typed
    .split(',')
    .map((word) => word.trim().replace(/^#+/, '').replace(/\s+/g, ' ').trim().slice(0, longest))
    .filter((word) => word !== '')
    .map((word) => known.find((one) => folded(one) === folded(word)) ?? word);
}

/** A list with more words at its end, none of them twice. */
export function withWords(
  list: readonly string[],
  words: readonly string[],
  most: number,
): readonly string[] {
  const all = [...list];
  for (const word of words) {
    if (all.length < most && !all.some((one) => folded(one) === folded(word))) {
      all.push(word);
    }
  }
  return all;
}

function folded(word: string): string {
  return word.normalize('NFC').toLowerCase().trim();
}
