import * as vscode from 'vscode';
import { entriesBehind } from '../../core/trends/entriesBehind.ts';
import { type HistoryNeed, historyNeed } from '../../core/trends/historyNeed.ts';
import type { Series } from '../../core/trends/series.ts';
import { isTrendsChoice, type TrendsChoice, type TrendsState } from '../../protocol/trends.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { webviewHtml, webviewOptions } from '../webviewHtml.ts';
import {
  drawnKeys,
  figureViews,
  firstFigure,
  firstFigureView,
  headlineOf,
  noteViews,
} from './figureViews.ts';
import { HistoryKeeper } from './historyKeeper.ts';
import { showEntries } from './showEntries.ts';
import { availabilityOf } from './trendsAvailability.ts';
import {
  chartView,
  endsOf,
  inTurns,
  type MadeTrends,
  makeSeries,
  makeTrends,
  windowOf,
} from './trendsMaker.ts';
import { bugsTo } from '../webviewEnds.ts';
import { roundBehind, surveyViews } from './surveyViews.ts';
import { thanksViews } from './thanksViews.ts';
import { TrendsParts } from './trendsParts.ts';
import { type TrendsRpc, trendsRpc } from './trendsRpc.ts';

/** Milliseconds in which changes of the log are gathered before the figures are made again. */
const gathering = 100;

interface Made extends MadeTrends {
  /** What the page shows of it besides figures. */
  readonly state: TrendsState;
  readonly revision: number;
  readonly session: Session;
  readonly need: HistoryNeed;
  readonly series: Map<string, Series>;
}

/** What a page that has nothing yet can show at once, and what everything is made from, if there is anything. */
interface Beginning {
  readonly first: TrendsState;
  readonly made?: Made;
}

/** What stands behind the page of the trends panel: the figures of one log, and the charts one after another. */
export class TrendsPage implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #onBug: (error: unknown) => void;
  readonly #rpc: TrendsRpc;
  readonly #keepers = new Map<Session, HistoryKeeper>();
  readonly #disposables: vscode.Disposable[];
  readonly #waiting: (() => void)[] = [];
  #choice: TrendsChoice = { period: 'halfYear', every: 'week' };
  #isOpen = false;
  #revision = 0;
  #newest: Promise<Beginning> | undefined;
  #made: Made | undefined;
  readonly #parts = new TrendsParts();
  #day = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    sessions: Sessions,
    output: vscode.LogOutputChannel,
    kept: unknown,
  ) {
    this.#sessions = sessions;
    this.#choice = isTrendsChoice(kept) ? kept : this.#choice;
    this.#onBug = bugsTo(output);
    panel.webview.options = webviewOptions(extensionUri);
    this.#rpc = this.#connect(panel.webview);
    this.#disposables = [
      panel.webview.onDidReceiveMessage((message: unknown) => this.#rpc.receive(message)),
      vscode.window.onDidChangeWindowState(({ focused }) => (focused ? this.#noticeDay() : undefined)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#renewSoon()),
      sessions.onDidChange(() => {
        this.#parts.forget();
        this.#renewSoon();
      }),
      sessions.onDidMoveHistory(() => this.#renewSoon()),
    ];
    panel.webview.html = webviewHtml(panel.webview, extensionUri, {
      name: 'trends',
      title: vscode.l10n.t('Trends'),
    });
    // The figures are made while the page loads.
    this.#renew().catch(this.#onBug);
  }

  /** Resolves when the page shows everything there is, or is gone. */
  shown(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Brings a part of the page into sight. */
  goTo(part: string): void {
    this.#rpc.tell('goTo', part);
  }

  dispose(): void {
    this.#isOpen = false;
    this.#revision += 1;
    this.#newest = undefined;
    clearTimeout(this.#timer);
    this.#rpc.close();
    this.#keepers.forEach((keeper) => keeper.dispose());
    vscode.Disposable.from(...this.#disposables).dispose();
    this.#settle();
  }

  #connect(webview: vscode.Webview): TrendsRpc {
    return trendsRpc(
      webview,
      {
        open: (choice) => this.#opened(choice ?? this.#choice),
        drawn: (revision) => this.#drawn(revision),
        showEntries: ({ revision, key, at }) => this.#showEntries(revision, key, at),
        openFile: (path) => this.#openFile(path),
        stopReading: () => this.#made && this.#keeper(this.#made.session).stop(),
        readHistory: () => this.#made && this.#keeper(this.#made.session).again(),
      },
      this.#onBug,
    );
  }

  /** What a page is to have at once is not held up by the rest, which follows with the charts. */
  async #opened(choice: TrendsChoice): Promise<TrendsState> {
    const isFirst = !this.#isOpen;
    const isAsBefore = JSON.stringify(choice) === JSON.stringify(this.#choice);
    this.#choice = choice;
    this.#isOpen = true;
    const beginning = await ((isAsBefore ? this.#newest : undefined) ?? this.#renew());
    const state = isFirst ? beginning.first : await this.#wholeOf(beginning);
    setTimeout(() => {
      (state.isWhole ? this.#draw() : this.#show(beginning)).catch(this.#onBug);
    }, 0);
    return state;
  }

  #renewSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tell().catch(this.#onBug);
    }, gathering);
  }

  async #tell(): Promise<void> {
    const beginning = await this.#renew();
    if (this.#isOpen) {
      await this.#show(beginning);
    }
  }

  /** Sends everything, unless it is out of date. */
  async #show(beginning: Beginning): Promise<void> {
    const { first } = beginning;
    const state = await this.#wholeOf(beginning);
    if (this.#isOpen && first.revision === this.#revision) {
      this.#rpc.tell('show', state);
      await this.#draw();
    }
  }

  /** Makes everything anew. Whoever asked before that was done gets this, too. */
  #renew(): Promise<Beginning> {
    const newest = this.#make(++this.#revision);
    this.#newest = newest;
    newest.catch(() => {
      // Whoever tries again gets another one.
      this.#newest = this.#newest === newest ? undefined : this.#newest;
    });
    return newest;
  }

  async #make(revision: number): Promise<Beginning> {
    const session = this.#session();
    const state = this.#emptyState(revision, session);
    if (session === undefined || state.availability !== 'ready') {
      this.#made = undefined;
      return { first: state };
    }
    const keeper = this.#keeper(session);
    const { entries, pages, problems, team } = session.log;
    const { area, tag } = this.#choice;
    const part = { ...(area === undefined ? {} : { area }), ...(tag === undefined ? {} : { tag }) };
    this.#day = session.clock.today(team.timezone);
    const window = windowOf(session.log, this.#choice.period, this.#day);
    const need = historyNeed(session.log, endsOf(window, this.#choice.every));
    const facts = { entries, pages, problems, team, history: keeper.answerFor(need), part };
    const trends = await makeTrends(facts, window, this.#choice.every);
    const isNewest = () => revision === this.#revision;
    const first = await makeSeries(trends, firstFigure, isNewest);
    if (!isNewest()) {
      return this.#newest ?? { first: state };
    }
    // What can be told without git is not held up by starting it.
    keeper.renew(need).catch(this.#onBug);
    const series = new Map(first === undefined ? [] : [[first.key, first]]);
    const made: Made = { ...trends, state, revision, session, need, series };
    this.#made = made;
    return { first: this.#firstOf(made), made };
  }

  /** The first figure, with its chart. */
  #firstOf({ log, trends, state, revision, session, need, series }: Made): TrendsState {
    const first = series.get(firstFigure);
    return {
      ...state,
      isWhole: false,
      history: this.#keeper(session).stateFor(need),
      headline: headlineOf(trends),
      figures: [firstFigureView(log, trends)],
      ...(first === undefined ? {} : { chart: chartView(revision, trends, first) }),
    };
  }

  /** All figures, made one after another. Whoever asked before that was done gets the newest. */
  async #wholeOf({ first, made }: Beginning): Promise<TrendsState> {
    if (made === undefined) {
      return first;
    }
    const parts = await this.#parts.of(made.session.log);
    const figures = await inTurns(figureViews(made.log, made.trends));
    if (made.revision !== this.#revision && this.#newest !== undefined) {
      return this.#wholeOf(await this.#newest);
    }
    const { state, session, need, trends } = made;
    const history = this.#keeper(session).stateFor(need);
    return {
      ...state,
      ...parts,
      ...thanksViews(made.log, trends),
      history,
      headline: headlineOf(trends),
      figures,
      surveys: surveyViews(made.revision, trends, session.log.surveys),
      notes: noteViews(trends),
    };
  }

  #emptyState(revision: number, session: Session | undefined): TrendsState {
    const all = this.#sessions.all;
    return {
      revision,
      availability: availabilityOf(session, this.#sessions),
      choice: this.#choice,
      logs: all.length < 2 ? [] : all.map(({ root, name }) => ({ id: root, name: name.slice(0, 300) })),
      areas: [],
      tags: [],
      headline: { value: '', interval: '', perPerson: '' },
      figures: [],
      thanks: [],
      moreThanks: 0,
      surveys: [],
      isWhole: true,
      notes: [],
      history: 'ok',
    };
  }

  /** One chart after another, as long as they are wanted. */
  async #draw(): Promise<void> {
    const made = this.#made;
    if (made === undefined) {
      return;
    }
    const isWanted = () => this.#isOpen && made.revision === this.#revision;
    for (const key of drawnKeys) {
      const series = made.series.get(key) ?? (await makeSeries(made, key, isWanted));
      if (!isWanted()) {
        return;
      }
      if (series !== undefined) {
        made.series.set(key, series);
        this.#rpc.tell('draw', chartView(made.revision, made.trends, series));
      }
    }
  }

  async #showEntries(revision: number, key: string, at: number): Promise<void> {
    const made = this.#made;
    const round = made?.revision === revision ? roundBehind(made.trends, key, at) : undefined;
    if (round !== undefined) {
      await this.#openFile(round.path);
      return;
    }
    const series = made?.revision === revision ? made.series.get(key) : undefined;
    const point = series?.points[at];
    if (made === undefined || series === undefined || point === undefined) {
      return;
    }
    const { title = '', words = '' } = chartView(revision, made.trends, series).points[at] ?? {};
    await showEntries(made.session, `${title}: ${words}`, entriesBehind(made.log, series.key, point));
  }

  async #openFile(path: string): Promise<void> {
    const session = this.#made?.session;
    const isOfLog =
      session?.log.at(path) !== undefined ||
      session?.log.pages.some((page) => page.path === path) === true ||
      this.#made?.trends.notes.some(({ paths = [] }) => paths.includes(path)) === true;
    if (session !== undefined && isOfLog) {
      await vscode.commands.executeCommand('vscode.open', session.uriOf(path));
    }
  }

  /** The log that was chosen; where none was, the one that is meant now, and from now on. */
  #session(): Session | undefined {
    const all = this.#sessions.all;
    const chosen = all.find(({ root }) => root === this.#choice.log) ?? this.#sessions.current;
    if (all.length > 1 && chosen !== undefined) {
      this.#choice = { ...this.#choice, log: chosen.root };
    }
    return chosen;
  }

  #keeper(session: Session): HistoryKeeper {
    for (const [other, keeper] of this.#keepers) {
      if (!this.#sessions.all.includes(other)) {
        keeper.dispose();
        this.#keepers.delete(other);
      }
    }
    const keeper = this.#keepers.get(session) ?? new HistoryKeeper(session, () => this.#renewSoon());
    this.#keepers.set(session, keeper);
    return keeper;
  }

  /** Figures end with today: at the first look on another day they are other ones. */
  #noticeDay(): void {
    const log = this.#made?.session.log;
    if (log !== undefined && this.#made?.session.clock.today(log.team.timezone) !== this.#day) {
      this.#renewSoon();
    }
  }

  /** Where the history is still being read, there is more to come. */
  #drawn(revision: number): void {
    const made = this.#made;
    const isReading = made && this.#keeper(made.session).stateFor(made.need) === 'reading';
    if (revision === this.#revision && isReading !== true) {
      this.#settle();
    }
  }

  #settle(): void {
    this.#waiting.splice(0).forEach((resolve) => resolve());
  }
}
