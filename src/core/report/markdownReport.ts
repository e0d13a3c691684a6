import type { ShownFigure } from '../trends/shownFigures.ts';
import { MarkdownLog } from './markdownLog.ts';
import { table, text } from './markdownText.ts';
import type { ComparedCount, Listed, LogReport, Report, Totals } from './report.ts';
import { changeWords, columnWords, periodWords, reportTitle, reportWords } from './reportWords.ts';

/**
 * Where a file of one of the logs is, as the target of a link.
 *
 * @param log which of the report's logs
 * @param path POSIX, from that log's root
 * @returns a relative or absolute URL, with everything that is special in URLs, Markdown or HTML encoded
 */
export type HrefOf = (log: number, path: string) => string;

/**
 * A report as Markdown that reads well on a git host: tables, and charts where they have no gaps. Nothing that a
 * file of the log says becomes a mark of Markdown or HTML.
 *
 * @returns lines that end in LF
 */
export function markdownReport(report: Report, hrefOf: HrefOf): string {
  const { logs, totals } = report;
  const [only] = logs;
  const blocks = [
    `# ${text(reportTitle(report))}`,
    text(periodWords(report)),
    ...(totals === undefined && only !== undefined
      ? logBlocks(only, new MarkdownLog((path) => hrefOf(0, path), 2))
      : [
          ...(totals === undefined ? [] : totalBlocks(totals)),
          ...logs.flatMap((log, at) => [
            `## ${text(log.name)}`,
            ...logBlocks(log, new MarkdownLog((path) => hrefOf(at, path), 3)),
          ]),
        ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function totalBlocks({ summary, counts, figures }: Totals): readonly string[] {
  return [
    `**${text(summary)}**`,
    `## ${text(reportWords.allTogether())}`,
    countTable(counts),
    text(reportWords.sure()),
    figureTable(figures),
    text(reportWords.together()),
  ];
}

function logBlocks(log: LogReport, print: MarkdownLog): readonly string[] {
  return [
    `**${text(log.summary)}**`,
    print.heading(reportWords.sideBySide()),
    countTable(log.counts),
    text(reportWords.sure()),
    ...sectionOf(log.plan, print.heading(reportWords.plan()), (list) => print.plan(list)),
    print.heading(reportWords.tried()),
    ...print.tried(log.tried),
    print.heading(reportWords.learned()),
    ...print.learned(log.learned),
    print.heading(reportWords.cameBack()),
    ...print.cameBack(log.cameBack),
    ...sectionOf(log.loops, print.heading(reportWords.loops()), (list) => print.loops(list)),
    ...sectionOf(log.retros, print.heading(reportWords.retros()), (list) => print.retros(list)),
    print.heading(reportWords.open()),
    ...print.open(log),
    ...(log.audit === undefined ? [] : [print.heading(reportWords.audit()), ...print.audit(log.audit)]),
    ...(log.surveys.length === 0
      ? []
      : [print.heading(reportWords.surveys()), ...print.surveys(log.surveys)]),
    print.heading(reportWords.figures()),
    figureTable(log.figures),
    ...log.figures.flatMap((figure) => print.figure(figure)),
    ...(log.leftOut.length === 0 ? [] : [print.heading(reportWords.leftOut()), ...print.leftOut(log)]),
  ];
}

/** None where its list is empty. */
function sectionOf<T>(
  list: Listed<T>,
  heading: string,
  content: (list: Listed<T>) => readonly string[],
): readonly string[] {
  return list.shown.length === 0 ? [] : [heading, ...content(list)];
}

function countTable(counts: readonly ComparedCount[]): string {
  return table(
    columnWords.count().map(text),
    counts.map((one) => [one.name, one.nowWords, one.beforeWords, changeWords(one)].map(text)),
    [1, 2],
  );
}

function figureTable(figures: readonly ShownFigure[]): string {
  return table(
    columnWords.figure().map(text),
    figures.map(({ name, value, before, span }) => [name, value, before, span].map(text)),
  );
}
