const [width, height, edge] = [72, 20, 3.5];

/**
 * Draws how one number moved, small enough for the row of a table, as the text of an SVG in the colour of the words
 * around it. It is for those who see it: the numbers have to stand beside it.
 *
 * @param values one after another; null is a gap, over which nothing is joined
 * @param scale the ends of the scale that all drawings of a table share
 */
export function drawSmall(
  values: readonly (number | null)[],
  { foot, top }: { readonly foot: number; readonly top: number },
): string {
  const x = (at: number): number => edge + (at / Math.max(1, values.length - 1)) * (width - edge * 2);
  const y = (value: number): number => height - edge - ((value - foot) / (top - foot)) * (height - edge * 2);
  const place = (at: number, value: number): string => `${round(x(at))},${round(y(value))}`;
  const joined = values
    .map((value, at) => {
      const isAfter = (values[at - 1] ?? null) !== null;
      return value === null ? '' : `${isAfter ? 'L' : 'M'}${place(at, value)}`;
    })
    .join('');
  const last = values.findLastIndex((value) => value !== null);
  const dots = values.map((value, at) =>
    value === null
      ? ''
      : `<circle cx="${round(x(at))}" cy="${round(y(value))}" r="${at === last ? 2.8 : 1.5}" fill="currentColor"/>`,
  );
  return [
    `<svg class="small-chart" aria-hidden="true" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<path d="${joined}" fill="none" stroke="currentColor" stroke-width="1.2" stroke-opacity="0.7"/>`,
    ...dots,
    '</svg>',
  ].join('');
}

/** Tenths of a pixel. */
function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
