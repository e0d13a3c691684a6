import type { Entry } from '../entries/entry.ts';
import type { Page } from '../format/parseFile.ts';

/** One value of a row; null where the file does not say, or where its kind has no such key. */
export type Cell = string | boolean | readonly string[] | null;

/** A file of the log with its text: an entry, a meeting, a pulse or an audit. */
export interface ExportedFile {
  readonly file: (Page & Partial<Omit<Entry, keyof Page>>) | Entry;
  /** Markdown below the title. */
  readonly body: string;
}

/** One column of an export. Its name and its place are a promise to other people's queries. */
export interface ExportColumn {
  readonly name: string;
  readonly of: (exported: ExportedFile) => Cell;
}

/** Every column, in order. New ones go to the end. */
export const exportColumns: readonly ExportColumn[] = [
  ...(['id', 'kind', 'title', 'date', 'path'] as const).map(plain),
  ...(['status', 'outcome', 'owner', 'started', 'timebox', 'concluded'] as const).map(plain),
  ...(['due', 'closed', 'reason', 'imported'] as const).map(plain),
  { name: 'testable', of: ({ file }) => file.testable ?? null },
  ...(['tags', 'people', 'links'] as const).map((name) => ({
    name,
    of: ({ file }: ExportedFile) => file[name] ?? [],
  })),
  { name: 'commits', of: ({ file }) => (file.commits ?? []).map((commit) => commit.sha) },
  {
    name: 'code',
    of: ({ file }) =>
      (file.code ?? []).map(({ path, line }) => (line === undefined ? path : `${path}:${line}`)),
  },
  { name: 'body', of: ({ body }) => body },
];

/** A file as one row: every column by its name. */
export function exportRow(exported: ExportedFile): Readonly<Record<string, Cell>> {
  return Object.fromEntries(exportColumns.map(({ name, of }) => [name, of(exported)]));
}

type TextKey = Exclude<keyof Entry, 'testable' | 'tags' | 'people' | 'links' | 'commits' | 'code'>;

function plain(name: TextKey): ExportColumn {
  return { name, of: ({ file }) => file[name] ?? null };
}
