import type { AuditAnswers } from '../audit/audit.ts';
import type { Entry } from '../entries/entry.ts';
import type { Problem } from '../problem.ts';
import { auditAnswersOf } from './auditData.ts';
import { isTestable } from './entryBody.ts';
import { EntryData } from './entryData.ts';
import { findTitle, type FoundTitle, titleLimit } from './entryTitle.ts';
import { blockingProblems, entryProblems, pageProblems } from './fileProblems.ts';
import { isCalendarDate } from './calendarDate.ts';
import { isEntryId } from './entryId.ts';
import { linkedFiles } from './linkedFiles.ts';
import { auditIn, type PulseFigures, pulseFiguresOf } from './pulseData.ts';
import { isYamlData, readYaml, type YamlData } from './readYaml.ts';
import { readPlainEntry } from './plainEntry.ts';
import { ownCopy, splitFile, splitPlainFile } from './splitFile.ts';
import { conflictLine } from './conflictMarkers.ts';

/** A meeting's minutes or a survey's result, as far as lists and links need it. */
export interface Page {
  readonly id: string;
  readonly kind: 'meeting' | 'pulse' | 'audit';
  /** ISO 8601 date. */
  readonly date: string;
  readonly title: string;
  /** POSIX path from the root of the repository. */
  readonly path: string;
  /** Of a meeting: the paths of the Markdown files that its minutes link to, from the root of the repository. */
  readonly minuted?: readonly string[];
  /** Of a pulse: its figures, unless one of them cannot be. */
  readonly figures?: PulseFigures;
  /** Of an audit, or a round of its survey: its answers, or their means, unless one of them cannot be. */
  readonly audit?: AuditAnswers;
}

/** What a file is, and everything that is wrong with it. */
export interface ParsedFile {
  /** Given whenever its id, kind and date can be used, whatever else is wrong. */
  readonly entry?: Entry;
  /** The same for a meeting, a pulse or an audit. */
  readonly page?: Page;
  readonly problems: readonly Problem[];
}

const noProblems: readonly Problem[] = Object.freeze([]);

/**
 * Reads one Markdown file of the log. Never throws, whatever the text is.
 *
 * @param path POSIX, from the root of the repository; it is carried into the entry and the problems
 */
export function parseFile(path: string, text: string): ParsedFile {
  const conflict = conflictLine(text) !== undefined;
  return (conflict ? undefined : parsePlain(path, text)) ?? parseCarefully(path, text, conflict);
}

/** The short way, for an entry with nothing at all to say about it. */
function parsePlain(path: string, text: string): ParsedFile | undefined {
  const parts = splitPlainFile(text);
  const title = parts && findTitle(parts.body);
  if (parts === undefined || title === undefined || title.title === '' || title.title.length > titleLimit) {
    return undefined;
  }
  const entry = readPlainEntry(parts.frontMatter, path, ownCopy(title.title));
  if (entry?.kind === 'experiment') {
    entry.testable = isTestable(parts.body);
  }
  return entry === undefined || entry.testable === false ? undefined : { entry, problems: noProblems };
}

function parseCarefully(path: string, text: string, conflict: boolean): ParsedFile {
  const parts = conflict ? undefined : splitFile(text);
  if (parts === undefined || 'code' in parts) {
    return { problems: blockingProblems(path, text, parts) };
  }
  const title = findTitle(parts.body);
  const data = readYaml(parts.frontMatter, 2);
  if (!isYamlData(data)) {
    return { problems: blockingProblems(path, text, data) };
  }
  const { kind } = data.values;
  if (kind === 'meeting' || kind === 'pulse' || kind === 'audit') {
    const problems = pageProblems(path, kind, data);
    const found = pageOf(path, kind, data, parts.body, title);
    const page = found && { ...found, ...pageDetails(found, data, parts.body, problems) };
    return page === undefined ? { problems } : { page, problems };
  }
  const problems = entryProblems(path, data, parts.body, title);
  const { entry } = new EntryData(data.values, path, titleOf(path, parts.body, title));
  if (entry?.kind === 'experiment') {
    entry.testable = isTestable(parts.body);
  }
  return entry === undefined ? { problems } : { entry, problems };
}

function pageOf(
  path: string,
  kind: Page['kind'],
  data: YamlData,
  body: string,
  title: FoundTitle | undefined,
): Page | undefined {
  const { id, date } = data.values;
  const usable = typeof id === 'string' && isEntryId(id) && typeof date === 'string' && isCalendarDate(date);
  return usable ? { id, kind, date, title: titleOf(path, body, title), path } : undefined;
}

/** What figures need of a page. A survey of which anything is wrong has none. */
function pageDetails(
  { kind, path }: Page,
  data: YamlData,
  body: string,
  problems: readonly Problem[],
): Pick<Page, 'minuted' | 'figures' | 'audit'> {
  if (kind === 'meeting') {
    return { minuted: linkedFiles(body, path) };
  }
  const sound = problems.every(({ severity }) => severity !== 'error');
  if (kind === 'audit') {
    const audit = sound ? auditAnswersOf(data.values) : undefined;
    return audit === undefined ? {} : { audit };
  }
  const figures = sound ? pulseFiguresOf(data.values) : undefined;
  const audit = figures && auditIn(figures);
  return { ...(figures && { figures }), ...(audit && { audit }) };
}

/** The title; for a file without one the first line of its text, or the name of the file. */
function titleOf(path: string, body: string, found: FoundTitle | undefined): string {
  const written = found?.title || /\S.*/.exec(body)?.[0].trimEnd();
  const title = written || path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  return ownCopy(title.length > titleLimit ? `${title.slice(0, titleLimit - 1)}…` : title);
}
