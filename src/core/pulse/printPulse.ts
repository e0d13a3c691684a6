import * as l10n from '@vscode/l10n';
import { cleanBody } from '../format/cleanBody.ts';
import { oneLine, printTitle } from '../format/entryTitle.ts';
import { printKey, printPair } from '../format/printValue.ts';
import { tableLine } from '../format/tableLine.ts';
import type { PulseResult, QuestionResult } from './pulseResult.ts';
import type { Survey } from './survey.ts';

/** A round of a survey as it is written. */
export interface PulseDraft {
  readonly title: string;
  /** ISO 8601 date. */
  readonly date: string;
  readonly survey: Pick<Survey, 'key' | 'wording' | 'scale' | 'source'>;
  readonly result: PulseResult;
}

/** The file of a round: its figures as front matter, then a table for people. Lines end in LF. */
export function printPulse(id: string, { title, date, survey, result }: PulseDraft): string {
  const blocks = [
    ['---', ...frontMatter(id, date, survey, result), '---'].join('\n'),
    printTitle(title),
    [scaleWords(survey.scale), l10n.t('Answers: {0}. Nobody’s own is kept.', result.answers)].join(' '),
    table(survey, result),
    ...[cleanBody(oneLine(survey.source)).trim()].filter((source) => source !== ''),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function frontMatter(
  id: string,
  date: string,
  { key, wording, scale: { from, to } }: PulseDraft['survey'],
  { answers, questions }: PulseResult,
): readonly string[] {
  return [
    ...printKey('id', id),
    'kind: pulse',
    ...printKey('date', date),
    ...printKey('survey', key),
    ...printKey('wording', wording),
    ...printKey('scale', { from, to }),
    ...printKey('answers', answers),
    'questions:',
    ...questions.map(item),
  ];
}

function item({ id, reversed, mean, distribution }: QuestionResult): string {
  const counts = distribution === undefined ? '' : `, distribution: [${distribution.join(', ')}]`;
  return `  - {${printPair('id', id)}, reversed: ${reversed}, mean: ${mean}${counts}}`;
}

/** What the ends of a scale mean, and which one is the best. */
function scaleWords({ from, to, low, high }: Survey['scale']): string {
  const best = l10n.t('In this list {0} is the best, whichever way a statement is put.', to);
  return low === '' || high === ''
    ? l10n.t('Answered from {0} to {1}. {2}', from, to, best)
    : l10n.t('Answered from {0} ({1}) to {2} ({3}). {4}', from, oneLine(low), to, oneLine(high), best);
}

function table({ scale: { from, to } }: PulseDraft['survey'], { questions }: PulseResult): string {
  const hasCounts = questions.some(({ distribution }) => distribution !== undefined);
  const head = [
    l10n.t('Statement'),
    l10n.t('Mean'),
    ...(hasCounts ? [l10n.t('Answers from {0} to {1}', from, to)] : []),
  ];
  const rows = questions.map(({ text, reversed, mean, distribution }) => [
    reversed ? l10n.t('{0} (turned round)', oneLine(text)) : oneLine(text),
    String(mean),
    ...(hasCounts ? [(distribution ?? []).join(', ')] : []),
  ]);
  return [tableLine(head), hasCounts ? '|---|---:|---|' : '|---|---:|', ...rows.map(tableLine)].join('\n');
}
