import type { Entry } from '../entries/entry.ts';
import type { Page } from '../format/parseFile.ts';
import { openLoops } from '../loops/openLoops.ts';
import type { MinutesItem } from '../minutes/minutes.ts';
import { parseMinutes } from '../minutes/parseMinutes.ts';
import type { PastCommit, PastTag } from '../ports/past.ts';
import { isRevert } from '../suggest/revertSubject.ts';
import { Timeline } from '../trends/timeline.ts';
import { isWithin, type Window } from '../trends/windows.ts';
import { openWork } from '../work/openWork.ts';
import type { Given, GivenAction, GivenEntry, GivenExperiment, GivenFigure, GivenWaiting } from './given.ts';

/** What there is to look back on. Nothing of it needs to be cut to the window. */
export interface Gathering {
  /** The days that are looked back on, both included. */
  readonly window: Window;
  readonly entries: readonly Entry[];
  readonly pages: readonly Page[];
  /** The newest tags and commits, newest first; none where git has none or is not asked. */
  readonly tags: readonly PastTag[];
  readonly commits: readonly PastCommit[];
  readonly figures: readonly GivenFigure[];
  /** The minutes of the last meeting, for what it left for later. */
  readonly lastMinutes?: { readonly path: string; readonly text: string };
  /** The team's day of a moment, in seconds since the epoch. */
  readonly dayOf: (seconds: number) => string;
}

const most = { entries: 400, actions: 200, experiments: 100, facts: 200, parked: 200, blockers: 20 } as const;

/**
 * What really happened in a period, for a board: entries that no meeting has looked at, actions that are open,
 * experiments that ended or run past their time, what waits, releases, commits that took others back, and figures. What is long
 * is cut: the newest entries are kept, and the actions that are due first.
 */
export function gatherFor(gathering: Gathering): Given {
  const { window, entries, tags, commits, figures, lastMinutes, dayOf } = gathering;
  return {
    entries: newEntries(gathering).map(givenEntry).slice(0, most.entries),
    actions: openWork(entries, window.to)
      .actions.map(
        ({ entry }): GivenAction => ({
          ...givenEntry(entry),
          owner: entry.owner ?? '',
          due: entry.due ?? '',
        }),
      )
      .slice(0, most.actions),
    experiments: entries
      .filter((entry) => entry.kind === 'experiment' && hasEnded(entry, window))
      .map(experiment)
      .slice(0, most.experiments),
    releases: tags
      .map(({ name, seconds }) => ({ name, date: dayOf(seconds) }))
      .filter(({ date }) => isWithin(date, window))
      .slice(0, most.facts),
    reverts: commits
      .map(({ sha, message, authored }) => ({
        sha,
        subject: message.split('\n', 1)[0]?.trim() ?? '',
        date: dayOf(Date.parse(authored) / 1000),
      }))
      .filter(({ subject, date }) => isRevert(subject) && isWithin(date, window))
      .slice(0, most.facts),
    figures,
    parked:
      lastMinutes === undefined ? [] : parkedIn(lastMinutes.path, lastMinutes.text).slice(0, most.parked),
    waiting: waiting(gathering),
  };
}

/** What is in the way, the oldest first, then what nothing has come of yet. */
function waiting({ window, entries, pages }: Gathering): readonly GivenWaiting[] {
  const log = new Timeline({ entries, pages, problems: [], history: { state: 'notCollected' } });
  const blockers = openWork(entries, window.to)
    .blockers.toSorted((a, b) => b.age - a.age)
    .slice(0, most.blockers);
  return [
    ...blockers.map(({ entry }): GivenWaiting => ({ ...givenEntry(entry), waits: 'inTheWay' })),
    ...openLoops({ log, end: window.to }).map(
      ({ entry, gap }): GivenWaiting => ({ ...givenEntry(entry), waits: gap }),
    ),
  ];
}

/** What minutes left for later, one text for each card; none where they cannot be read. */
export function parkedIn(path: string, minutes: string): readonly string[] {
  return parseMinutes(path, minutes)?.minutes.parked.flatMap(textsOf) ?? [];
}

/** The newest first. Those that a meeting's minutes list have been looked at. */
function newEntries({ window, entries, pages }: Gathering): readonly Entry[] {
  const looked = new Set(pages.flatMap(({ minuted = [] }) => minuted));
  return entries.filter(
    ({ kind, date, path }) => kind !== 'action' && isWithin(date, window) && !looked.has(path),
  );
}

function hasEnded({ status, concluded, timebox }: Entry, window: Window): boolean {
  return status === 'concluded'
    ? concluded !== undefined && isWithin(concluded, window)
    : status === 'running' && timebox !== undefined && timebox <= window.to;
}

/** An entry as a board is given it. */
export function givenEntry({ id, kind, title, path, date, people }: Entry): GivenEntry {
  return { id, kind, title, path, date, people };
}

function experiment(entry: Entry): GivenExperiment {
  const { status = '', outcome = '', timebox = '' } = entry;
  return { ...givenEntry(entry), status, outcome, timebox };
}

function textsOf(item: MinutesItem): readonly string[] {
  switch (item.type) {
    case 'card':
      return [item.text];
    case 'entry':
      return [item.title];
    case 'group':
      return item.cards.flatMap(textsOf);
  }
}
