import * as l10n from '@vscode/l10n';
import type { Problem } from '../problem.ts';
import { wrongAnswers } from './auditData.ts';
import { conflictLine, isConflictMark } from './conflictMarkers.ts';
import { isTestable } from './entryBody.ts';
import { belongsTo, entryKeys, kindsWith } from './entryKeys.ts';
import { entrySchema } from './entrySchema.ts';
import { type FoundTitle, titleLimit } from './entryTitle.ts';
import { fileSentence } from './fileSentences.ts';
import { auditSchema, meetingSchema, pulseSchema } from './pageSchema.ts';
import type { YamlData } from './readYaml.ts';
import { type WrongFigure, wrongFigures } from './pulseFigures.ts';
import { schemaProblems } from './schemaProblems.ts';
import type { FileFault } from './splitFile.ts';
import { linesOf } from './textLines.ts';
import type { YamlFault } from './yamlFault.ts';

/**
 * What keeps a file from being read at all. A merge that is not finished explains everything else.
 *
 * @param faults what the file or its YAML has been found to be; `undefined` for a merge
 */
export function blockingProblems(
  path: string,
  text: string,
  faults: FileFault | readonly YamlFault[] | undefined,
): Problem[] {
  const conflict = conflictLine(text) ?? markInFrontMatter(text);
  if (conflict !== undefined) {
    const message = l10n.t(
      'A merge left two versions here. Choose one, and remove the lines of “<”, “=” and “>”.',
    );
    return [{ code: 'merge-conflict', severity: 'error', path, line: conflict, message }];
  }
  if (faults !== undefined && 'code' in faults) {
    return [{ code: faults.code, severity: 'error', path, line: faults.line, message: fileSentence(faults) }];
  }
  return (faults ?? []).map((fault) => ({ ...fault, severity: 'error', path }));
}

/** What is wrong with a meeting, a pulse or an audit. */
export function pageProblems(path: string, kind: 'meeting' | 'pulse' | 'audit', data: YamlData): Problem[] {
  const further = (wrong: readonly WrongFigure[]) =>
    wrong.map((one) => ({ path: one.path, message: one.expected }));
  switch (kind) {
    case 'meeting':
      return schemaProblems(path, data, meetingSchema, kind);
    case 'pulse':
      return schemaProblems(path, data, pulseSchema, kind, further(wrongFigures(data.values)));
    case 'audit':
      return schemaProblems(path, data, auditSchema, kind, further(wrongAnswers(data.values)));
  }
}

/** What is wrong with an entry, its body included. */
export function entryProblems(
  path: string,
  data: YamlData,
  body: string,
  title: FoundTitle | undefined,
): Problem[] {
  const kind = typeof data.values.kind === 'string' ? data.values.kind : '';
  return [
    ...schemaProblems(path, data, entrySchema(kind), kind),
    ...wrongKeys(path, data, kind),
    ...titleProblems(path, title?.title ?? ''),
    ...experimentProblems(path, kind, body),
  ];
}

/** The first mark of a merge in the front matter, where all of them together are not there any more. */
function markInFrontMatter(text: string): number | undefined {
  if (!/^(?:\ufeff)?---[ \t]*[\r\n]/.test(text)) {
    return undefined;
  }
  for (const [index, { text: line }] of linesOf(text.slice(0, 32 * 1024)).entries()) {
    if (index > 0 && /^---[ \t]*$/.test(line)) {
      return undefined;
    }
    if (isConflictMark(line)) {
      return index + 1;
    }
  }
  return undefined;
}

function wrongKeys(path: string, data: YamlData, kind: string): Problem[] {
  return entryKeys.flatMap((key): Problem[] => {
    const pair = data.root.pairs.get(key);
    if (pair === undefined || belongsTo(key, kind)) {
      return [];
    }
    const kinds = kindsWith(key).join(', ');
    const message = l10n.t(
      '“{0}” says nothing in an entry of this kind ({1}). It belongs to: {2}.',
      key,
      kind,
      kinds,
    );
    return [{ code: 'wrong-key', severity: 'warning', path, line: pair.line, message }];
  });
}

function titleProblems(path: string, title: string): Problem[] {
  if (title === '') {
    const message = l10n.t('There is no title. Write it below the front matter, as in “# What happened”.');
    return [{ code: 'missing-title', severity: 'warning', path, line: 1, message }];
  }
  if (title.length > titleLimit) {
    const message = l10n.t(
      'The title is longer than {0} characters and is cut where it is shown.',
      titleLimit,
    );
    return [{ code: 'long-title', severity: 'warning', path, line: 1, message }];
  }
  return [];
}

function experimentProblems(path: string, kind: string, body: string): Problem[] {
  if (kind !== 'experiment' || isTestable(body)) {
    return [];
  }
  const message = l10n.t(
    'The experiment has no hypothesis or no measure, so it does not count. Write both, below “## Hypothesis” and “## Measure”.',
  );
  return [{ code: 'untestable-experiment', severity: 'warning', path, line: 1, message }];
}
