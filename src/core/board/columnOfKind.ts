import type { Template } from '../templates/template.ts';
import { columnId } from './board.ts';

/** The first column of a template that is for a kind; `undefined` where none is. */
export function columnOfKind({ columns }: Template, kind: string): string | undefined {
  const at = columns.findIndex((column) => column.kind === kind);
  return at === -1 ? undefined : columnId(at);
}
