import { headingAt, Html, html, none } from './html.ts';
import { figureTable, HtmlLog } from './htmlLog.ts';
import { htmlStyle } from './htmlStyle.ts';
import { htmlTable } from './htmlTable.ts';
import type { HrefOf } from './markdownReport.ts';
import type { ComparedCount, LogReport, Report, Totals } from './report.ts';
import { changeWords, columnWords, periodWords, reportTitle, reportWords } from './reportWords.ts';

/**
 * A report as one HTML file that needs nothing else: no script, no font, no request. Nothing that a file of the log
 * says becomes a tag. It follows the reader's light or dark, and prints.
 *
 * @param digest SHA-256 of a text in base64, for the policy that lets its one style sheet through
 */
export function htmlReport(report: Report, hrefOf: HrefOf, digest: (text: string) => string): string {
  const { logs, totals } = report;
  const policy = `default-src 'none'; style-src 'sha256-${digest(htmlStyle)}'; base-uri 'none'; form-action 'none'`;
  const title = reportTitle(report);
  const isOne = totals === undefined;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy.replaceAll('"', '&quot;'))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(htmlStyle)}</style>
</head>
<body>
<main>
<header><h1>${title}</h1>
<p class="quiet">${periodWords(report)}</p></header>
${isOne ? none : totalPart(report, totals)}
${logs.map((log, at) => logPart(log, new HtmlLog((path) => hrefOf(at, path), `log${at + 1}-`, isOne ? 2 : 3), isOne ? undefined : `log${at + 1}`))}
</main>
</body>
</html>
`.text;
}

function totalPart(report: Report, { summary, counts, figures }: Totals): Html {
  const names = report.logs.map(({ name }, at) => html`<li><a href="#log${at + 1}">${name}</a></li>`);
  return html`<p class="lead">${summary}</p>
<nav><ul>${names}</ul></nav>
<section>${headingAt(2, 'section', reportWords.allTogether())}
${countTable(counts)}
<p class="quiet">${reportWords.sure()}</p>
${figureTable(figures)}
<p class="quiet">${reportWords.together()}</p></section>
`;
}

function logPart(log: LogReport, print: HtmlLog, id: string | undefined): Html {
  const lead =
    id === undefined
      ? html`<p class="lead">${log.summary}</p>`
      : html`<h2 class="log" id="${id}">${log.name}</h2>
<p class="lead">${log.summary}</p>`;
  const side = html`${countTable(log.counts)}
<p class="quiet">${reportWords.sure()}</p>`;
  return html`${lead}
${print.section(reportWords.sideBySide(), side)}${print.sections(log)}`;
}

function countTable(counts: readonly ComparedCount[]): Html {
  return htmlTable(
    columnWords.count(),
    counts.map((one) => [
      html`${one.name}`,
      counted(one.now, one.nowWords),
      counted(one.before, one.beforeWords),
      html`${changeWords(one)}`,
    ]),
    [1, 2],
  );
}

/** A count, and quieter how sure it is. */
function counted(count: number, words: string): Html {
  return html`${count} <span class="quiet whole">${words.slice(String(count).length + 1)}</span>`;
}
