import * as l10n from '@vscode/l10n';
import { sinceWords } from '../audit/surveyWords.ts';
import { gapWords } from '../loops/loopWords.ts';
import { table, text } from './markdownText.ts';
import { mermaidChart } from './mermaidChart.ts';
import type {
  CameBack,
  EntryLink,
  Learned,
  Listed,
  LogReport,
  Planned,
  ReportedAudit,
  ReportedFigure,
  ReportedSurvey,
  ScoredStatement,
  Tried,
  UnclosedLoop,
} from './report.ts';
import {
  ageWords,
  carrierWords,
  endWords,
  leftWords,
  moreWords,
  openLists,
  outcomeWords,
  reportWords,
  scoreWords,
} from './reportWords.ts';

/** Prints what a report says about one log. */
export class MarkdownLog {
  readonly #hrefOf: (path: string) => string;
  readonly #level: number;

  /** @param level of the headings of its sections */
  constructor(hrefOf: (path: string) => string, level: number) {
    this.#hrefOf = hrefOf;
    this.#level = level;
  }

  heading(words: string, below = 0): string {
    return `${'#'.repeat(this.#level + below)} ${text(words)}`;
  }

  plan(list: Listed<Planned>): readonly string[] {
    return this.#all(list, '', (shown) =>
      shown.flatMap(({ title, why, carriers }) => [
        this.heading(title, 1),
        ...(why === '' ? [] : [text(why)]),
        carriers.length === 0
          ? text(reportWords.nothingYet())
          : carriers.map((one) => `- ${this.#link(one.entry)}: ${text(carrierWords(one))}`).join('\n'),
      ]),
    );
  }

  retros(list: Listed<EntryLink>): readonly string[] {
    return this.#items(list, '', (retro) => `${this.#link(retro)}, ${retro.date}`);
  }

  tried(list: Listed<Tried>): readonly string[] {
    return this.#all(list, reportWords.noneTried(), (shown) => shown.map((one) => this.#experiment(one)));
  }

  learned(list: Listed<Learned>): readonly string[] {
    return this.#items(list, reportWords.noneLearned(), ({ entry, from }) =>
      from.length === 0
        ? l10n.t('{0}, {1}', this.#link(entry), entry.date)
        : l10n.t('{0}, {1}, from {2}', this.#link(entry), entry.date, this.#links(from)),
    );
  }

  cameBack(list: Listed<CameBack>): readonly string[] {
    return this.#items(list, reportWords.noneBack(), ({ entry, failures, shared }) =>
      l10n.t(
        '{0}, {1}, came back in {2}. In common: {3}',
        this.#link(entry),
        entry.date,
        failures.map((failure) => l10n.t('{0}, {1}', this.#link(failure), failure.date)).join('; '),
        shared.map(text).join(', '),
      ),
    );
  }

  loops(list: Listed<UnclosedLoop>): readonly string[] {
    return this.#items(list, '', ({ entry, gap, settled }) =>
      settled.length === 0
        ? l10n.t('{0}, {1}: {2}', this.#link(entry), entry.date, text(gapWords(gap)))
        : l10n.t('{0}, {1}: came back after {2}', this.#link(entry), entry.date, this.#links(settled)),
    );
  }

  open(log: LogReport): readonly string[] {
    const lists = openLists(log);
    return lists.length === 0
      ? [text(reportWords.noneOpen())]
      : lists.flatMap(({ heading, columns, list }) => [
          this.heading(heading, 1),
          table(
            columns.map(text),
            list.shown.map((one) => [this.#link(one.entry), text(ageWords(one)), text(leftWords(one))]),
          ),
          ...more(list),
        ]);
  }

  audit({ page, best, weakest, strongest, since }: ReportedAudit): readonly string[] {
    const list = (all: readonly ScoredStatement[]): readonly string[] =>
      all.length === 0
        ? []
        : [all.map((one) => `- ${text(one.text)} ${text(`(${scoreWords(one, best)})`)}`).join('\n')];
    return [
      l10n.t('{0}, {1}', this.#link(page), page.date),
      this.heading(reportWords.weakest(), 1),
      ...list(weakest),
      ...(strongest.length === 0 ? [] : [this.heading(reportWords.strongest(), 1), ...list(strongest)]),
      ...(since === undefined
        ? []
        : [
            this.heading(reportWords.moved(), 1),
            l10n.t(
              '{0} The audit before: {1}, {2}.',
              text(sinceWords(since.comparison)),
              this.#link(since.page),
              since.page.date,
            ),
            ...list(since.moved),
          ]),
    ];
  }

  surveys(all: readonly ReportedSurvey[]): readonly string[] {
    return all.flatMap(({ name, rounds }) => [
      this.heading(name, 1),
      table(
        reportWords.rounds().map(text),
        rounds.map((round) => [
          l10n.t('{0}, {1}', this.#link(round.page), round.page.date),
          text(round.words),
          text(round.answers),
        ]),
      ),
    ]);
  }

  /** An indicator with what it means, its chart, and the same as a table that is folded away. */
  figure({ name, finding, meaning, chart, rows }: ReportedFigure): readonly string[] {
    const drawing = chart === undefined ? undefined : mermaidChart(chart);
    return [
      this.heading(name, 1),
      `**${text(finding)}.** ${text(meaning)}`,
      ...(drawing === undefined ? [] : [drawing]),
      ...(rows.length === 0
        ? []
        : [
            `<details><summary>${text(reportWords.numbers())}</summary>`,
            table(
              [' ', text(name)],
              rows.map((row) => row.map(text)),
            ),
            '</details>',
          ]),
    ];
  }

  leftOut({ leftOut }: LogReport): readonly string[] {
    return [
      leftOut
        .flatMap(({ message, files }) => [
          `- ${text(message)}`,
          ...files.shown.map((file) => `  - ${this.#link(file)}`),
          ...more(files).map((line) => `  - ${line}`),
        ])
        .join('\n'),
    ];
  }

  #experiment({ entry, hypothesis, result, learned, ...tried }: Tried): string {
    return [
      this.heading('', 1) + this.#link(entry),
      '',
      `**${text(outcomeWords(tried.outcome))}** ${text(endWords({ entry, learned, ...tried }))}`,
      '',
      ...[
        [reportWords.expected(), hypothesis && text(hypothesis)],
        [reportWords.cameOut(), result && text(result)],
        [reportWords.learnedFromIt(), learned.length > 0 && this.#links(learned)],
      ].flatMap(([name, words]) => (words ? [`- *${text(name || '')}:* ${words}`] : [])),
    ].join('\n');
  }

  #items<T>(list: Listed<T>, none: string, item: (one: T) => string): readonly string[] {
    return this.#all(list, none, (shown) => [shown.map((one) => `- ${item(one)}`).join('\n')]);
  }

  #all<T>(
    list: Listed<T>,
    none: string,
    print: (shown: readonly T[]) => readonly string[],
  ): readonly string[] {
    return list.shown.length === 0 ? [text(none)] : [...print(list.shown), ...more(list)];
  }

  #links(entries: readonly EntryLink[]): string {
    return entries.map((entry) => this.#link(entry)).join(', ');
  }

  #link({ title, path }: EntryLink): string {
    return `[${text(title)}](${this.#hrefOf(path)})`;
  }
}

function more({ more }: Listed<unknown>): readonly string[] {
  return more === 0 ? [] : [text(moreWords(more))];
}
