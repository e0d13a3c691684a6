import * as l10n from '@vscode/l10n';
import { sinceWords } from '../audit/surveyWords.ts';
import { drawChart } from '../charts/drawChart.ts';
import { gapWords } from '../loops/loopWords.ts';
import type { ShownFigure } from '../trends/shownFigures.ts';
import { headingAt, Html, html, none } from './html.ts';
import { htmlTable } from './htmlTable.ts';
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
  columnWords,
  endWords,
  leftWords,
  moreWords,
  openLists,
  outcomeWords,
  reportWords,
  scoreWords,
} from './reportWords.ts';

/** A shape for each outcome, beside its word. */
const marks: Readonly<Record<string, string>> = {
  validated: '●',
  invalidated: '○',
  inconclusive: '◐',
  stopped: '■',
};

const size = { width: 640, height: 200, fontSize: 13 };

/** Prints what a report says about one log. */
export class HtmlLog {
  readonly #hrefOf: (path: string) => string;
  readonly #prefix: string;
  readonly #level: number;

  /**
   * @param prefix tells its charts from those of other logs
   * @param level of the headings of its sections
   */
  constructor(hrefOf: (path: string) => string, prefix: string, level: number) {
    this.#hrefOf = hrefOf;
    this.#prefix = prefix;
    this.#level = level;
  }

  sections(log: LogReport): readonly Html[] {
    return [
      ...this.#sectionOf(log.plan, reportWords.plan(), () =>
        this.#all(log.plan, '', (thing) => this.#planned(thing)),
      ),
      this.section(
        reportWords.tried(),
        this.#all(log.tried, reportWords.noneTried(), (one) => this.#tried(one)),
      ),
      this.section(
        reportWords.learned(),
        this.#items(log.learned, reportWords.noneLearned(), (one) => this.#learned(one)),
      ),
      this.section(
        reportWords.cameBack(),
        this.#items(log.cameBack, reportWords.noneBack(), (one) => this.#cameBack(one)),
      ),
      ...this.#sectionOf(log.loops, reportWords.loops(), () =>
        this.#items(log.loops, '', (one) => this.#loop(one)),
      ),
      ...this.#sectionOf(log.retros, reportWords.retros(), () =>
        this.#items(log.retros, '', (one) => html`${this.#link(one)}<p class="quiet">${one.date}</p>`),
      ),
      this.section(reportWords.open(), this.#open(log)),
      ...(log.audit === undefined ? [] : [this.section(reportWords.audit(), this.#audit(log.audit))]),
      ...(log.surveys.length === 0
        ? []
        : [this.section(reportWords.surveys(), html`${log.surveys.map((survey) => this.#survey(survey))}`)]),
      this.section(
        reportWords.figures(),
        html`${figureTable(log.figures)}${log.figures.map((figure) => this.#figure(figure))}`,
      ),
      ...(log.leftOut.length === 0 ? [] : [this.section(reportWords.leftOut(), this.#leftOut(log))]),
    ];
  }

  section(heading: string, content: Html): Html {
    return html`<section>${headingAt(this.#level, 'section', heading)}
${content}</section>
`;
  }

  /** None where its list is empty. */
  #sectionOf({ shown }: Listed<unknown>, heading: string, content: () => Html): readonly Html[] {
    return shown.length === 0 ? [] : [this.section(heading, content())];
  }

  #planned({ title, why, carriers }: Planned): Html {
    const items = carriers.map(
      (one) => html`<li>${this.#link(one.entry)} <span class="quiet">${carrierWords(one)}</span></li>`,
    );
    return html`<article>${this.#item(title)}
${why === '' ? none : html`<p>${why}</p>`}${items.length === 0 ? html`<p class="quiet">${reportWords.nothingYet()}</p>` : html`<ul>${items}</ul>`}</article>
`;
  }

  #item(heading: string | Html): Html {
    return headingAt(this.#level + 1, 'item', heading);
  }

  #tried(tried: Tried): Html {
    const { entry, outcome, hypothesis, result, learned } = tried;
    const rows: readonly (readonly [string, string | Html | undefined])[] = [
      [reportWords.expected(), hypothesis],
      [reportWords.cameOut(), result],
      [reportWords.learnedFromIt(), learned.length === 0 ? undefined : this.#links(learned)],
    ];
    const told = rows.flatMap(([name, words]) =>
      words === undefined ? [] : [html`<dt>${name}</dt><dd>${words}</dd>`],
    );
    return html`<article>${this.#item(this.#link(entry))}
<p class="quiet"><b><span class="mark" aria-hidden="true">${marks[outcome] ?? ''}</span> ${outcomeWords(outcome)}</b> ${endWords(tried)}</p>
${told.length === 0 ? none : html`<dl>${told}</dl>`}</article>
`;
  }

  #learned({ entry, from }: Learned): Html {
    const source = from.length === 0 ? none : html`, ${l10n.t('from')} ${this.#links(from)}`;
    return html`${this.#link(entry)}<p class="quiet">${entry.date}${source}</p>`;
  }

  #cameBack({ entry, failures, shared }: CameBack): Html {
    const later = failures.map(
      (failure) => html`<li>${this.#link(failure)} <span class="quiet">${failure.date}</span></li>`,
    );
    return html`${this.#link(entry)}<p class="quiet">${entry.date}, ${l10n.t('in common: {0}', shared.join(', '))}</p>
<ul>${later}</ul>`;
  }

  #loop({ entry, gap, settled }: UnclosedLoop): Html {
    const before = settled.map(
      (one) => html`<li>${this.#link(one)} <span class="quiet">${one.date}</span></li>`,
    );
    return settled.length === 0
      ? html`${this.#link(entry)}<p class="quiet">${entry.date}, ${gapWords(gap)}</p>`
      : html`${this.#link(entry)}<p class="quiet">${entry.date}, ${l10n.t('came back after')}</p>
<ul>${before}</ul>`;
  }

  #open(log: LogReport): Html {
    const lists = openLists(log);
    return lists.length === 0
      ? html`<p>${reportWords.noneOpen()}</p>`
      : html`${lists.map(({ heading, columns, list }) => {
          const rows = list.shown.map((one) => [
            this.#link(one.entry),
            html`${ageWords(one)}`,
            html`<span class="${(one.left ?? 0) < 0 ? 'over' : ''}">${leftWords(one)}</span>`,
          ]);
          return html`${this.#item(heading)}
<div class="open">${htmlTable(columns, rows)}</div>${more(list)}`;
        })}`;
  }

  #audit({ page, best, weakest, strongest, since }: ReportedAudit): Html {
    const list = (all: readonly ScoredStatement[]): Html =>
      all.length === 0
        ? none
        : html`<ul class="entries">${all.map(
            (one) => html`<li>${one.text}<p class="quiet">${scoreWords(one, best)}</p></li>
`,
          )}</ul>`;
    return html`<p>${this.#link(page)} <span class="quiet">${page.date}</span></p>
${this.#item(reportWords.weakest())}${list(weakest)}
${strongest.length === 0 ? none : html`${this.#item(reportWords.strongest())}${list(strongest)}`}
${
  since === undefined
    ? none
    : html`${this.#item(reportWords.moved())}
<p>${sinceWords(since.comparison)} ${l10n.t('The audit before:')} ${this.#link(since.page)} <span class="quiet">${since.page.date}</span></p>
${list(since.moved)}`
}
`;
  }

  #survey({ name, rounds }: ReportedSurvey): Html {
    const rows = rounds.map((round) => [
      html`${this.#link(round.page)} <span class="quiet">${round.page.date}</span>`,
      html`${round.words}`,
      html`${round.answers}`,
    ]);
    return html`${this.#item(name)}
${htmlTable(reportWords.rounds(), rows)}`;
  }

  #figure({ name, finding, meaning, value, before, span, chart, rows }: ReportedFigure): Html {
    const drawing =
      chart === undefined ? none : new Html(drawChart({ ...chart, id: `${this.#prefix}${chart.id}` }, size));
    const table =
      rows.length === 0
        ? none
        : html`<details><summary>${reportWords.numbers()}</summary>
${htmlTable(['', name], wordRows(rows))}</details>`;
    const earlier = before === '' ? '' : l10n.t('before {0}', before);
    const around = [earlier, span].filter((words) => words !== '').join(', ');
    return html`<figure><figcaption>${this.#item(finding)}
<p class="quiet">${name}: <b>${value}</b>, ${around}. ${meaning}</p></figcaption>
${drawing}${table}</figure>
`;
  }

  #leftOut({ leftOut }: LogReport): Html {
    return html`<ul>${leftOut.map(
      ({ message, files }) =>
        html`<li>${message}${files.shown.length === 0 ? none : html`<ul>${files.shown.map((file) => html`<li>${this.#link(file)}</li>`)}</ul>`}${more(files)}</li>
`,
    )}</ul>`;
  }

  #items<T>(list: Listed<T>, nothing: string, print: (one: T) => Html): Html {
    return list.shown.length === 0
      ? html`<p>${nothing}</p>`
      : html`<ul class="entries">${list.shown.map(
          (one) => html`<li>${print(one)}</li>
`,
        )}</ul>${more(list)}`;
  }

  #all<T>(list: Listed<T>, nothing: string, print: (one: T) => Html): Html {
    return list.shown.length === 0 ? html`<p>${nothing}</p>` : html`${list.shown.map(print)}${more(list)}`;
  }

  #links(entries: readonly EntryLink[]): Html {
    return html`${entries.map((entry, at) => html`${at === 0 ? '' : ', '}${this.#link(entry)}`)}`;
  }

  #link({ title, path }: EntryLink): Html {
    return html`<a href="${this.#hrefOf(path)}">${title}</a>`;
  }
}

/** Every indicator in a row. */
export function figureTable(figures: readonly ShownFigure[]): Html {
  const rows = figures.map(({ name, value, before, span }) => [name, value, before, span]);
  return html`<div class="figures">${htmlTable(columnWords.figure(), wordRows(rows))}</div>
`;
}

function wordRows(rows: readonly (readonly string[])[]): readonly (readonly Html[])[] {
  return rows.map((row) => row.map((words) => html`${words}`));
}

function more({ more }: Listed<unknown>): Html {
  return more === 0 ? none : html`<p class="quiet">${moreWords(more)}</p>`;
}
