import {
  type ColumnKind,
  type Phase,
  type Template,
  type TemplateColumn,
  templateDefaults,
} from './template.ts';

/** What differs from the usual meeting. */
export type Unlike = Partial<Pick<Template, 'phases' | 'votes' | 'hidden' | 'names' | 'minutes'>>;

/** A built-in template. */
export function template(
  key: string,
  name: string,
  purpose: string,
  columns: readonly TemplateColumn[],
  unlike: Unlike = {},
): Template {
  return { ...templateDefaults, minutes: { write: 6, discuss: 20 }, key, name, purpose, columns, ...unlike };
}

/** A column of a built-in template; `undefined` where its cards can become anything. */
export function column(title: string, kind: ColumnKind | undefined, prompt: string): TemplateColumn {
  return { title, prompt, ...(kind === undefined ? {} : { kind }) };
}

/** A meeting of a quarter of an hour: write, discuss, decide. */
export const short: Unlike = {
  phases: ['write', 'discuss', 'decide', 'close'],
  minutes: { write: 3, discuss: 10 },
};

/** What happened is told by everyone together, so nothing is hidden and nothing is put to a vote. */
export const together: Unlike = {
  phases: ['review', 'write', 'group', 'discuss', 'decide', 'close'] satisfies readonly Phase[],
  hidden: false,
  minutes: { write: 10, discuss: 30 },
};

/** About people more than about work: nobody has to put their name to a card. */
export const withoutNames: Unlike = { names: 'anonymous', minutes: { write: 8, discuss: 25 } };
