import * as l10n from '@vscode/l10n';
import { addDays } from '../dates.ts';
import type { EntryDraft } from '../entries/draft.ts';
import type { Entry } from '../entries/entry.ts';
import type { Window } from '../trends/windows.ts';

/** How many days a pilot takes. */
const pilotDays = 14;
/** What marks an experiment as a pilot of keeping a log, whoever writes it. */
const pilotTag = 'pilot';

/**
 * The experiment with which a team starts small: two weeks of writing down what it learns.
 *
 * @param today the day on which it starts, ISO 8601
 * @param measure how the team will know that it was worth it
 */
export function pilotDraft(today: string, measure: string): EntryDraft {
  const steps = [
    l10n.t('Each day: whoever learned something logs it, in one line.'),
    l10n.t('After one week: half an hour to look back together, with “Start a Retro…”.'),
    l10n.t('On Friday: pass the week’s wins, learnings and thanks on, with “Copy This Week’s Digest”.'),
    l10n.t('In the end: read “Show What Came of the Pilot”, conclude this experiment, and decide together.'),
  ];
  return {
    kind: 'experiment',
    title: l10n.t('Two weeks of writing down what we learn'),
    date: today,
    tags: [pilotTag],
    timebox: addDays(today, pilotDays),
    body: steps.map((step) => `- ${step}`).join('\n'),
    hypothesis: l10n.t(
      'If we write down what we learn while we work, we forget less of it and repeat fewer failures, because it is there where the work is.',
    ),
    measure,
  };
}

/** The pilot that was started last, if there was one. Entries come newest first. */
export function latestPilot(entries: readonly Entry[]): Entry | undefined {
  return entries.find(
    ({ kind, tags, started }) => kind === 'experiment' && tags.includes(pilotTag) && started !== undefined,
  );
}

/** The days of a pilot that have passed: from its start until it was concluded, at most until today. */
export function pilotWindow({ started, date, concluded }: Entry, today: string): Window {
  const from = started ?? date;
  const to = concluded === undefined || concluded > today ? today : concluded;
  return { from: from < to ? from : to, to };
}
