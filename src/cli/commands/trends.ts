import * as l10n from '@vscode/l10n';
import { leftOutSentence } from '../../core/log/leftOut.ts';
import type { RetroLog } from '../../core/log/retroLog.ts';
import type { Survey } from '../../core/pulse/survey.ts';
import { surveysKnown } from '../../core/pulse/surveysKnown.ts';
import { isMissing } from '../../core/trends/figures.ts';
import { belongsTo, type Part } from '../../core/trends/part.ts';
import { shownFigures } from '../../core/trends/shownFigures.ts';
import { shownSurveys } from '../../core/trends/shownSurveys.ts';
import type { Trends } from '../../core/trends/trends.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import { strong } from '../paint.ts';
import { readTrends, spanOf } from '../readTrends.ts';
import { padText, textWidth } from '../textWidth.ts';
import type { Terminal } from '../terminal.ts';

export const trends: Command = {
  name: 'trends',
  arguments: [],
  options: [
    { name: 'since', value: 'DAY', summary: () => l10n.t('from this day on; 26 weeks otherwise') },
    {
      name: 'until',
      value: 'DAY',
      summary: () => l10n.t('up to this day, itself included; today otherwise'),
    },
    {
      name: 'every',
      value: 'LENGTH',
      summary: () => l10n.t('count by week, month or quarter; by week otherwise'),
    },
    {
      name: 'area',
      value: 'AREA',
      summary: () =>
        l10n.t('only what is about this area of the code, as retro.yml or its first two folders name it'),
    },
    { name: 'tag', value: 'TAG', summary: () => l10n.t('only entries with this tag') },
  ],
  summary: () => l10n.t('Show whether the team learns and tries more than it did'),
  run,
};

async function run({ values, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const span = spanOf(values);
  const place = await openWorkplace();
  const found = await readTrends(place, span, terminal);
  sayIfEmpty(span.part, place.log, terminal);
  return {
    json: async () => ({ ...found, notes: [...found.notes, ...notHere(place.log)] }),
    lines: () => [
      ...figureLines(found, terminal),
      ...surveyLines(found, place.log.surveys, terminal),
      '',
      ...bucketLines(found, terminal),
    ],
    ...(found.notes.length > 0 && { summary: found.notes.map(({ message }) => message).join('\n') }),
  };
}

/** That there is nothing to count where the log itself is left out. People were told when it was read. */
function notHere({ folder, state }: RetroLog): Trends['notes'] {
  return state.name === 'absent' && state.leftOut
    ? [{ code: 'log-not-here', message: leftOutSentence(folder) }]
    : [];
}

/** Zeros are right for a part that has no entries, but more often its name was mistyped. */
function sayIfEmpty(part: Part, { entries, team }: RetroLog, terminal: Terminal): void {
  const { area, tag } = part;
  if ((area === undefined && tag === undefined) || entries.some(belongsTo(part, team))) {
    return;
  }
  terminal.say(
    area === undefined
      ? l10n.t('No entry has the tag “{0}”.', tag ?? '')
      : tag === undefined
        ? l10n.t('No entry is about the area “{0}”.', area)
        : l10n.t('No entry is about the area “{0}” and has the tag “{1}”.', area, tag),
  );
}

function figureLines({ indicators }: Trends, terminal: Terminal): readonly string[] {
  const rows = shownFigures(indicators).map(({ name, value, before, span }) => [name, value, before, span]);
  return tableLines(
    [[l10n.t('Indicator'), l10n.t('Now'), l10n.t('Before'), l10n.t('Over')], ...rows],
    terminal,
  );
}

/** The rounds of each survey, then the statements of the newest. */
function surveyLines({ surveys }: Trends, own: readonly Survey[], terminal: Terminal): readonly string[] {
  const told = isMissing(surveys) ? [] : surveys;
  return shownSurveys(told, surveysKnown(own)).flatMap(({ name, scale, rounds, statements }) => [
    '',
    ...tableLines([[name, ''], ...rounds.map(({ title, words }) => [title, words])], terminal),
    scale,
    ...tableLines(
      [
        [l10n.t('Statement'), l10n.t('Now'), l10n.t('Before')],
        ...statements.map(({ text, now, before }) => [text, now, before]),
      ],
      terminal,
    ),
  ]);
}

function bucketLines({ buckets }: Trends, terminal: Terminal): readonly string[] {
  const head = [
    l10n.t('From'),
    l10n.t('wins'),
    l10n.t('failures'),
    l10n.t('learnings'),
    l10n.t('experiments started'),
    l10n.t('concluded'),
    l10n.t('actions opened'),
    l10n.t('closed'),
  ];
  const rows = buckets.map(({ start, entries, experiments, actions }) => [
    start,
    ...[entries.win, entries.failure, entries.learning, experiments.started, experiments.concluded].map(
      String,
    ),
    ...[actions.opened, actions.closed].map(String),
  ]);
  return tableLines([head, ...rows], terminal);
}

/** Columns under a head. */
function tableLines(rows: readonly (readonly string[])[], terminal: Terminal): readonly string[] {
  const [head = []] = rows;
  const widths = head.map((_, at) => Math.max(...rows.map((row) => textWidth(row[at] ?? ''))));
  return rows.map((row, index) => {
    const line = row
      .map((cell, at) => padText(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd();
    return index === 0 ? strong(line, terminal) : line;
  });
}
