import type { EntryKind } from '../core/entries/kinds.ts';
import type { Terminal } from './terminal.ts';

type Canvas = Pick<Terminal, 'colour'>;

/** The same meaning as in the editor; a failure is never red. */
const colours: Readonly<Partial<Record<EntryKind, number>>> = {
  win: 32,
  failure: 33,
  learning: 34,
  experiment: 35,
  kudos: 93,
  blocker: 90,
};

/** A text in the colour of a kind of entry, where there are colours. */
export function paintKind(text: string, kind: string, canvas: Canvas): string {
  const colour = Object.hasOwn(colours, kind) ? colours[kind as EntryKind] : undefined;
  return colour === undefined ? text : paint(text, colour, canvas);
}

/** A text that stands back behind the rest. */
export function quiet(text: string, canvas: Canvas): string {
  return paint(text, 2, canvas);
}

/** A text that stands out. */
export function strong(text: string, canvas: Canvas): string {
  return paint(text, 1, canvas);
}

function paint(text: string, code: number, { colour }: Canvas): string {
  return colour ? `\u001b[${code}m${text}\u001b[0m` : text;
}
