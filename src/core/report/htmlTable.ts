import { type Html, html } from './html.ts';

/**
 * A table that can be moved sideways where there is too little room.
 *
 * @param numbers the columns whose cells line up on the right
 */
export function htmlTable(
  head: readonly string[],
  rows: readonly (readonly Html[])[],
  numbers: readonly number[] = [],
): Html {
  const cells = (row: readonly Html[]): readonly Html[] =>
    row.map((cell, at) => html`<td${numbers.includes(at) ? html` class="number"` : ''}>${cell}</td>`);
  const heads = head.map((words, at) =>
    words === ''
      ? html`<td></td>`
      : html`<th scope="col"${numbers.includes(at) ? html` class="number"` : ''}>${words}</th>`,
  );
  return html`<div class="table" tabindex="0" role="group" aria-label="${head.filter((words) => words !== '').join(', ')}"><table><thead><tr>${heads}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${cells(row)}</tr>
`,
  )}</tbody></table></div>
`;
}
