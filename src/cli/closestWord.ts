/** The word that was probably meant: one that can be had by changing at most a third of the letters. */
export function closestWord(given: string, words: readonly string[]): string | undefined {
  const near = words
    .map((word) => ({ word, changes: changesBetween(given.slice(0, 40), word) }))
    .filter(({ word, changes }) => changes <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.changes - b.changes);
  return near[0]?.word;
}

/** Letters added, left out, replaced, or swapped with their neighbour. */
function changesBetween(from: string, to: string): number {
  const table = [Array.from({ length: to.length + 1 }, (_, at) => at)];
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    table.push(row);
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same];
      row.push(Math.min(...ways, swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY));
    }
  }
  return at(from.length, to.length);
}
