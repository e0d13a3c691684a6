import * as l10n from '@vscode/l10n';
import { cleanBody } from '../format/cleanBody.ts';
import { printTitle } from '../format/entryTitle.ts';
import { printKey, printPair } from '../format/printValue.ts';
import { tableLine } from '../format/tableLine.ts';
import type { AuditAnswers, AuditTexts } from './audit.ts';
import { escapeMarks, textHeadings, themeHeadings } from './auditHeadings.ts';
import { depthGaps } from './depthGaps.ts';
import { rankAudit } from './rankAudit.ts';
import { statements, themes } from './survey.ts';
import { depthName, gapWords, statementText, themeName } from './surveyWords.ts';

/** An audit as it is written: the answers that a team gave together, and what it said of each theme. */
export interface AuditDraft {
  readonly title: string;
  /** ISO 8601 date. */
  readonly date: string;
  readonly answers: AuditAnswers;
  readonly texts: AuditTexts;
}

/**
 * The file of an audit: the answers as front matter, then a table from the weakest statement to the strongest, then
 * what was said of each theme. Lines end in LF.
 */
export function printAudit(id: string, { title, date, answers, texts }: AuditDraft): string {
  const blocks = [
    ['---', ...frontMatter(id, date, answers), '---'].join('\n'),
    printTitle(title),
    l10n.t(
      'Answered together, from {0} to {1}. In this list {1} is the best, whichever way a statement is put.',
      answers.scale.from,
      answers.scale.to,
    ),
    rankedTable(answers),
    ...leftOpen(answers),
    ...themeBlocks(answers, texts),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function frontMatter(id: string, date: string, audit: AuditAnswers): readonly string[] {
  const { survey, wording, scale, answers } = audit;
  const item = (answer: AuditAnswers['answers'][number]): string =>
    `  - {${printPair('id', answer.id)}, rating: ${answer.rating}, reversed: ${answer.reversed}}`;
  return [
    ...printKey('id', id),
    'kind: audit',
    ...printKey('date', date),
    ...printKey('survey', survey),
    ...printKey('wording', wording),
    ...printKey('scale', scale),
    ...(answers.length === 0 ? ['answers: []'] : ['answers:', ...answers.map(item)]),
  ];
}

function rankedTable(audit: AuditAnswers): string {
  const head = [
    l10n.t('Place'),
    l10n.t('Score'),
    l10n.t('Statement'),
    l10n.t('Theme'),
    l10n.t('Where it looks'),
  ];
  const rows = rankAudit(audit).map(({ id, place, score, statement }) => [
    String(place),
    String(score),
    statementText(id, audit),
    statement === undefined ? '' : themeName(statement.theme),
    statement === undefined ? '' : depthName(statement.depth),
  ]);
  return [tableLine(head), '|---:|---:|---|---|---|', ...rows.map(tableLine)].join('\n');
}

function leftOpen(audit: AuditAnswers): readonly string[] {
  const answered = new Set(audit.answers.map(({ id }) => id));
  const open = statements.filter(({ id }) => !answered.has(id));
  return open.length === 0
    ? []
    : [[l10n.t('Left open:'), '', ...open.map(({ id }) => `- ${statementText(id, audit)}`)].join('\n')];
}

/** A theme of which nothing was said, and in which nothing shows, has no section. */
function themeBlocks(audit: AuditAnswers, texts: AuditTexts): readonly string[] {
  const gaps = depthGaps(audit);
  return themes.flatMap((theme) => {
    const gap = gaps.find((one) => one.theme === theme);
    const said = textHeadings.flatMap(([key, heading]) => {
      const text = escapeMarks(cleanBody(texts[theme][key]).trim());
      return text === '' ? [] : [`### ${heading}`, text];
    });
    const blocks = [...(gap === undefined ? [] : [gapWords(gap)]), ...said];
    return blocks.length === 0 ? [] : [`## ${themeHeadings[theme]}`, ...blocks];
  });
}
