import { kindColumns } from './kindColumns.ts';

/** Of the style of a kind: an icon of 16 px, 4 px beside it, and 6 px at each side. */
const besideName = 16 + 4 + 12;
const gap = 2;

/** Puts the kinds into as many columns as their words, in this font and language, leave room for. */
export function layOutKinds(root: HTMLElement): void {
  const kinds = root.querySelector<HTMLElement>('.kinds');
  if (kinds !== null) {
    const names = [...kinds.querySelectorAll<HTMLElement>('.kind-name')];
    const widths = names.map((name) => Math.ceil(name.scrollWidth) + besideName);
    kinds.dataset['columns'] = String(kindColumns(widths, kinds.clientWidth, gap));
  }
}
