import type { Entry } from '../entries/entry.ts';
import { bodyOf } from '../format/entryBody.ts';
import { type Page, parseFile } from '../format/parseFile.ts';

/** What a file of the log says: an entry, a meeting or a survey's result. */
export type LogFile = Entry | Page;

/** What can be another value in a later state, in the order in which it is told. */
export const comparedKeys = [
  'kind',
  'date',
  'title',
  'status',
  'outcome',
  'owner',
  'due',
  'timebox',
  'started',
  'concluded',
  'closed',
  'reason',
  'imported',
  'tags',
  'people',
  'links',
  'commits',
  'code',
] as const;

export type ComparedKey = (typeof comparedKeys)[number];

/** A value of a file: of commits their hashes, of code its places as `path` or `path:line`. */
export type ComparedValue = string | readonly string[];

/** One value that is another one in a later state. Absent: the file has or had none. */
export interface KeyChange {
  readonly key: ComparedKey;
  readonly before?: ComparedValue;
  readonly after?: ComparedValue;
}

/** How one state of a file differs from an earlier one. */
export interface FileDifference {
  readonly keys: readonly KeyChange[];
  /** Whether the Markdown below the title is another one. */
  readonly text: boolean;
}

/** The values in which two states of a file differ. Where it lies is none of them: a renamed file is the same. */
export function compareFiles(before: LogFile, after: LogFile): readonly KeyChange[] {
  return comparedKeys.flatMap((key) => {
    const [old, now] = [valueOf(before, key), valueOf(after, key)];
    return JSON.stringify(old) === JSON.stringify(now)
      ? []
      : [
          {
            key,
            ...(old === undefined ? {} : { before: old }),
            ...(now === undefined ? {} : { after: now }),
          },
        ];
  });
}

/**
 * The same for the texts of a file, which need not be readable: then they differ in their text alone.
 *
 * @param path POSIX, from the root of the repository
 */
export function compareTexts(path: string, before: string, after: string): FileDifference {
  const [old, now] = [fileIn(path, before), fileIn(path, after)];
  const keys = old === undefined || now === undefined ? [] : compareFiles(old, now);
  return { keys, text: bodyOf(before) !== bodyOf(after) };
}

/** What a text says, as far as it can be read. */
export function fileIn(path: string, text: string): LogFile | undefined {
  const { entry, page } = parseFile(path, text);
  return entry ?? page;
}

function valueOf(
  file: (Page & Partial<Omit<Entry, keyof Page>>) | Entry,
  key: ComparedKey,
): ComparedValue | undefined {
  switch (key) {
    case 'tags':
    case 'people':
    case 'links':
      return listOf(file[key]);
    case 'commits':
      return listOf(file.commits?.map(({ sha }) => sha));
    case 'code':
      return listOf(file.code?.map(({ path, line }) => (line === undefined ? path : `${path}:${line}`)));
    case 'kind':
    case 'date':
    case 'title':
    case 'status':
    case 'outcome':
    case 'owner':
    case 'due':
    case 'timebox':
    case 'started':
    case 'concluded':
    case 'closed':
    case 'reason':
    case 'imported':
      return file[key];
  }
}

function listOf(values: readonly string[] = []): readonly string[] | undefined {
  return values.length === 0 ? undefined : values;
}
