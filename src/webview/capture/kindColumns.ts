/** In how many columns the kinds may stand, most first: rows of seven, or of about the same length. */
const choices = [7, 4, 3, 2] as const;

/**
 * The most columns in which every word stands whole, so that the icons line up below one another.
 *
 * @param widths of the words with their icons, in the order in which they are laid out, row by row, in pixels
 * @param room in pixels
 * @param gap between columns, in pixels
 * @returns 0 where not even two columns fit: then the words follow one another like text
 */
export function kindColumns(widths: readonly number[], room: number, gap: number): number {
  return choices.find((columns) => widthIn(columns, widths, gap) <= room) ?? 0;
}

function widthIn(columns: number, widths: readonly number[], gap: number): number {
  const widest = Array.from({ length: columns }, (_none, column) =>
    Math.max(0, ...widths.filter((_width, at) => at % columns === column)),
  );
  return widest.reduce((sum, width) => sum + width, 0) + gap * (columns - 1);
}
