import * as l10n from '@vscode/l10n';
import type { Entry } from '../entries/entry.ts';
import { entriesBehind } from './entriesBehind.ts';
import { isMissing } from './figures.ts';
import { measures } from './measures.ts';
import { idKey } from './idKey.ts';
import { type SeriesKey, spansOf } from './series.ts';
import type { Timeline } from './timeline.ts';
import type { ExperimentFlow, Indicators, Mobility, Recurrence, Trends } from './trends.ts';

/** A file in a list, with what is said of it there. */
export interface ListedFile {
  /** POSIX, from the log's root. */
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  readonly note: string;
}

/** A row of a list: files that belong together, or words alone. */
export interface ListedRow {
  readonly files: readonly ListedFile[];
  readonly words: string;
}

/**
 * What of an indicator is listed beside its number: what came back and in which failure, what runs, the areas that
 * somebody found, and whatever there is too little of for a share. No row is about a person.
 */
export function listedFigures(log: Timeline, trends: Trends, key: keyof Indicators): readonly ListedRow[] {
  const figure: object = trends.indicators[key];
  if (isMissing(figure)) {
    return [];
  }
  if (key === 'recurrence') {
    return returned(log, figure as Recurrence);
  }
  if (key === 'experimentFlow') {
    return running(log, figure as ExperimentFlow);
  }
  if (key === 'internalMobility') {
    return (figure as Mobility).items.map((area) => ({ files: [], words: area }));
  }
  return 'interval' in figure && figure.interval === null ? few(log, trends, key) : [];
}

function returned(log: Timeline, { items }: Recurrence): readonly ListedRow[] {
  const find = log.kept(byId);
  return items.map(({ id, failures, shared }) => ({
    files: [id, ...failures].flatMap((one) => {
      const entry = find(one);
      return entry === undefined ? [] : [fileOf(entry, entry.date)];
    }),
    words: shared.join(', '),
  }));
}

function running(log: Timeline, { running: all, stale }: ExperimentFlow): readonly ListedRow[] {
  const find = log.kept(byId);
  const old = new Set(isMissing(stale) ? [] : stale);
  return all.flatMap(({ id, days }) => {
    const entry = find(id);
    const age = l10n.t('runs for {0} days', days);
    const note = old.has(id) ? l10n.t('{0}, no edit for 28 days', age) : age;
    return entry === undefined ? [] : [{ files: [fileOf(entry, note)], words: '' }];
  });
}

/** Below a share’s least n the entries themselves are told. */
function few(log: Timeline, trends: Trends, key: SeriesKey): readonly ListedRow[] {
  const span = spansOf(trends).at(-1);
  if (span === undefined || key === 'participation' || measures[key].unit !== 'share') {
    return [];
  }
  return entriesBehind(log, key, span).map((behind) => ({
    files: [fileOf(behind, behind.counts ? l10n.t('{0}, counts', behind.date) : behind.date)],
    words: '',
  }));
}

function fileOf({ path, kind, title }: Omit<ListedFile, 'note'>, note: string): ListedFile {
  return { path, kind, title, note };
}

function byId({ whole }: Timeline): (id: string) => Entry | undefined {
  const entries = new Map(whole.map((entry) => [idKey(entry.id), entry]));
  return (id) => entries.get(idKey(id));
}
