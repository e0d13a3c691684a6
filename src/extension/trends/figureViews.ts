import * as path from 'node:path';
import { displayText } from '../../core/entries/displayText.ts';
import { isMissing } from '../../core/trends/figures.ts';
import { decimal, perPersonWords } from '../../core/trends/figureWords.ts';
import { findingOf } from '../../core/trends/findings.ts';
import { listedFigures } from '../../core/trends/listedFigures.ts';
import { meaningOf } from '../../core/trends/meanings.ts';
import { measures } from '../../core/trends/measures.ts';
import type { SeriesKey } from '../../core/trends/series.ts';
import { type ShownFigure, shownFigure, shownFigures } from '../../core/trends/shownFigures.ts';
import type { Timeline } from '../../core/trends/timeline.ts';
import type { Trends } from '../../core/trends/trends.ts';
import type { FigureView, FileLink, TrendsState } from '../../protocol/trends.ts';

/** The one that answers “how are we doing?”. */
export const firstFigure = 'experimentationRate';

/** Those that have a chart of their own. What surveys tell stands with their rounds. */
export const drawnKeys = (Object.keys(measures) as SeriesKey[]).filter(
  (key) => key !== 'psychologicalSafety',
);

const mostRows = 20;
const mostFiles = 6;

/** The first indicator in words. */
export function firstFigureView(log: Timeline, trends: Trends): FigureView {
  return figureView(log, trends, shownFigure(trends.indicators, firstFigure));
}

/** Every indicator in words, for the page, one at a time. */
export function* figureViews(log: Timeline, trends: Trends): Generator<void, readonly FigureView[]> {
  const views: FigureView[] = [];
  for (const figure of shownFigures(trends.indicators)) {
    yield;
    views.push(figureView(log, trends, figure));
  }
  return views;
}

function figureView(log: Timeline, trends: Trends, figure: ShownFigure): FigureView {
  const { key } = figure;
  const rows = listedFigures(log, trends, key);
  return {
    ...figure,
    finding: findingOf(trends.indicators, key),
    meaning: meaningOf(key),
    isDrawn: drawnKeys.some((one) => one === key) && !isMissing(trends.indicators[key]),
    rows: rows.slice(0, mostRows).map(({ files, words }) => ({
      files: files.slice(0, mostFiles).map((file) => ({ ...file, title: displayText(file.title) })),
      words: displayText(words, 300),
    })),
    moreRows: Math.max(0, rows.length - mostRows),
  };
}

/** The one number that comes first. */
export function headlineOf({ indicators }: Trends): TrendsState['headline'] {
  const { value, interval, perPersonWeeks } = indicators[firstFigure];
  return {
    value: String(value),
    interval: interval.map(decimal).join('–'),
    perPerson: perPersonWeeks === undefined ? '' : perPersonWords(perPersonWeeks),
  };
}

/** What was left out, with the first of the files that it was. */
export function noteViews({ notes }: Trends): TrendsState['notes'] {
  return notes.map(({ message, paths = [] }) => ({
    message: displayText(message, 900),
    files: paths.slice(0, mostRows).map(
      (file): FileLink => ({
        path: file,
        kind: '',
        title: displayText(path.posix.basename(file)),
        note: '',
      }),
    ),
  }));
}
