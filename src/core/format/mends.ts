import * as l10n from '@vscode/l10n';
import type { Problem } from '../problem.ts';
import { mendLine, type LineMend } from './mendLine.ts';
import { parseFile, type ParsedFile } from './parseFile.ts';
import { linesOf, usualEnding } from './textLines.ts';

/** One safe way to mend one problem. */
export interface Mend {
  /** What it does, for a person: “Put “0123456” in quotes”. */
  readonly title: string;
  readonly edits: readonly MendEdit[];
}

/** A whole line of the file with another text (which may be several lines), or `null` to remove it. */
interface MendEdit {
  /** From 1. */
  readonly line: number;
  readonly newText: string | null;
}

/** Problems behind which others may hide: nothing further was read. */
const blocking = new Set([
  'tab-indentation',
  'yaml-syntax',
  'duplicate-key',
  'unknown-front-matter',
  'unclosed-front-matter',
  'not-keys',
  'anchor',
  'tag',
  'directive',
  'complex-key',
  'merge-key',
  'second-document',
  'too-deep',
]);

/**
 * The mend of a problem, where there is exactly one that cannot do harm: with it the problem is gone and none is
 * there that was not hidden behind it before. Nothing for a problem that the text does not have any more.
 *
 * @param newId makes an id for an entry that needs one
 */
export function mendsFor(text: string, problem: Problem, newId: () => string): readonly Mend[] {
  const before = parseFile(problem.path, text);
  const stands = before.problems.some(({ code, line }) => code === problem.code && line === problem.line);
  if (!stands && problem.code !== 'duplicate-id') {
    return [];
  }
  const found = problem.code === 'duplicate-id' ? anotherId(text, newId) : oneLine(text, problem, newId);
  return found !== undefined && heals(before, parseFile(problem.path, applyMend(text, found)), problem)
    ? [found]
    : [];
}

/** The text with a mend in it. */
export function applyMend(text: string, mend: Mend): string {
  const lines = linesOf(text);
  const changed = new Map(mend.edits.map(({ line, newText }) => [line, newText]));
  return lines
    .map((line, index) => {
      const newText = changed.get(index + 1);
      return newText === null ? '' : (newText ?? line.text) + line.ending;
    })
    .join('');
}

function oneLine(text: string, problem: Problem, newId: () => string): Mend | undefined {
  const lines = linesOf(text);
  const texts = lines.map((line, index) => (index === 0 ? line.text.replace(/^\ufeff/, '') : line.text));
  const mend = mendLine({ lines: texts, ending: usualEnding(lines), problem, newId });
  return mend === undefined ? undefined : withMark(text, mend);
}

/** Every line of an entry stays, but for its id. */
function anotherId(text: string, newId: () => string): Mend | undefined {
  const index = linesOf(text).findIndex((line) => /^id:[ \t]/.test(line.text));
  return index === -1
    ? undefined
    : {
        title: l10n.t('Give this entry an id of its own'),
        edits: [{ line: index + 1, newText: `id: ${newId()}` }],
      };
}

/** A byte order mark belongs to the first line and stays. */
function withMark(text: string, { title, line, newText }: LineMend): Mend {
  const mark = line === 1 && text.startsWith('\ufeff') ? '\ufeff' : '';
  return { title, edits: [{ line, newText: newText === null ? null : mark + newText }] };
}

function heals(before: ParsedFile, after: ParsedFile, problem: Problem): boolean {
  if (
    problem.code === 'duplicate-id' &&
    after.entry?.id === before.entry?.id &&
    after.page?.id === before.page?.id
  ) {
    return false;
  }
  const counts = countCodes(before.problems);
  const left = countCodes(after.problems);
  const blocked = before.problems.some(({ code }) => blocking.has(code));
  const none = [...left].every(
    ([code, count]) => count <= (counts.get(code) ?? 0) || (blocked && !blocking.has(code)),
  );
  return (
    none &&
    (problem.code === 'duplicate-id' || (left.get(problem.code) ?? 0) < (counts.get(problem.code) ?? 0))
  );
}

function countCodes(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of problems) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}
