import { render } from 'lit-html';
import type { ChartSize } from '../../core/charts/chart.ts';
import { Rpc } from '../../protocol/rpc.ts';
import { isTrendsChoice, trendsHost, trendsView, type TrendsChoice } from '../../protocol/trends.ts';
import type { EditorApi } from '../editorApi.ts';
import { DrawnCharts } from './drawnCharts.ts';
import { renderTrends } from './renderTrends.ts';
import type { TrendsActions } from './trendsActions.ts';
import { isHelpKey, type PointDeed, pointDeed } from './trendsKeys.ts';
import {
  answered,
  chosen,
  drawn,
  firstModel,
  isComplete,
  neighbour,
  picked,
  pointOf,
  shown,
  toggled,
  type TrendsModel,
  unanswered,
} from './trendsModel.ts';

const chartHeight = 15;
const wordsInCharts = 0.9;

/** Holds what the trends panel shows, and puts what people do to it and to the extension. */
export class TrendsController {
  readonly #editor: EditorApi;
  readonly #root: HTMLElement;
  readonly #rpc: Rpc<typeof trendsView, typeof trendsHost>;
  readonly #drawings = new DrawnCharts();
  readonly #widths = new Map<string, number>();
  readonly #kept: TrendsChoice | undefined;
  readonly #actions: TrendsActions = this.#makeActions();
  #model: TrendsModel;
  #asked = 0;
  #told = -1;
  #willPaint = false;

  constructor(editor: EditorApi, root: HTMLElement) {
    this.#editor = editor;
    this.#root = root;
    const kept = editor.keptState();
    this.#kept = isTrendsChoice(kept) ? kept : undefined;
    this.#model = firstModel(this.#kept ?? { period: 'halfYear', every: 'week' });
    this.#rpc = new Rpc({
      serves: trendsView,
      asks: trendsHost,
      send: editor.send,
      onBug: editor.onBug,
      handlers: {
        show: (state) => this.#become(shown(this.#model, state)),
        goTo: (part) => this.#goTo(part),
        draw: (chart) => this.#become(drawn(this.#model, chart)),
      },
    });
  }

  /** Shows the page at once, then what the extension has for it. */
  async start(): Promise<void> {
    this.#paint();
    await this.#ask(this.#kept ?? null);
  }

  receive(message: unknown): void {
    this.#rpc.receive(message);
  }

  /** The page is laid out anew: charts are drawn for the room that they have now. */
  resize(): void {
    this.#paint();
  }

  /** A key anywhere in the page. */
  key(event: KeyboardEvent): void {
    if (event.defaultPrevented) {
      return;
    }
    if (isHelpKey(event)) {
      this.#showKeys();
      return;
    }
    const point = event.target instanceof Element ? event.target.closest<SVGElement>('.point') : null;
    const deed = pointDeed(event);
    const { key, at } = point?.dataset ?? {};
    if (deed !== undefined && key !== undefined) {
      event.preventDefault();
      this.#do(deed, key, Number(at));
    }
  }

  async #ask(choice: TrendsChoice | null): Promise<void> {
    const asked = ++this.#asked;
    const isNewest = () => asked === this.#asked;
    try {
      const state = await this.#rpc.ask('open', choice);
      // Of two choices that were made in a row, only the second one's answer is about both.
      if (isNewest()) {
        this.#become(answered(this.#model, state));
      }
    } catch (error) {
      this.#editor.onBug(error);
      if (isNewest()) {
        this.#become(unanswered(this.#model));
      }
    }
  }

  #become(model: TrendsModel): void {
    const isNew = model !== this.#model;
    this.#model = model;
    if (isNew && !this.#willPaint) {
      this.#willPaint = true;
      // Charts come one after another: those of one frame are painted at once.
      requestAnimationFrame(() => {
        this.#willPaint = false;
        this.#paint();
      });
    }
  }

  #paint(): void {
    const paint = () =>
      render(
        renderTrends(this.#model, this.#actions, {
          drawings: this.#drawings,
          sizeOf: (key) => this.#sizeOf(key),
        }),
        this.#root,
      );
    paint();
    // What has just been laid out is only now known to be so wide.
    if (this.#measure()) {
      paint();
    }
    this.#tellDrawn();
  }

  /** Whether any chart has another width than before. */
  #measure(): boolean {
    let isNew = false;
    for (const box of this.#root.querySelectorAll<HTMLElement>('[data-chart]')) {
      const key = box.dataset['chart'] ?? '';
      isNew ||= this.#widths.get(key) !== box.clientWidth;
      this.#widths.set(key, box.clientWidth);
    }
    return isNew;
  }

  #sizeOf(key: string): ChartSize | undefined {
    const width = this.#widths.get(key);
    const text = Number.parseFloat(getComputedStyle(document.body).fontSize);
    const fontSize = Math.round(text * wordsInCharts * 10) / 10;
    return width === undefined ? undefined : { width, height: Math.round(fontSize * chartHeight), fontSize };
  }

  #tellDrawn(): void {
    const { revision } = this.#model.state;
    if (revision === this.#told || this.#model.isAsking) {
      return;
    }
    if (this.#model.charts.size > 0 && performance.getEntriesByName('first chart').length === 0) {
      performance.mark('first chart');
    }
    if (isComplete(this.#model)) {
      this.#told = revision;
      this.#rpc.tell('drawn', revision);
    }
  }

  #do(deed: PointDeed, key: string, at: number): void {
    switch (deed) {
      case 'previous':
      case 'next':
        this.#goToPoint(key, at + (deed === 'next' ? 1 : -1));
        break;
      case 'first':
        this.#goToPoint(key, 0);
        break;
      case 'last':
        this.#goToPoint(key, Number.MAX_SAFE_INTEGER);
        break;
      case 'chartAbove':
      case 'chartBelow': {
        const other = neighbour(this.#model, key, deed === 'chartBelow' ? 1 : -1);
        if (other !== undefined) {
          this.#goToPoint(other, pointOf(this.#model, other));
        }
        break;
      }
      case 'showEntries':
        this.#actions.showEntries(key, at);
        break;
      case 'toggleTable':
        this.#actions.toggleTable(key, !this.#model.tables.has(key));
        break;
    }
  }

  #goToPoint(key: string, at: number): void {
    this.#model = picked(this.#model, key, at);
    this.#paint();
    this.#root
      .querySelector<SVGElement>(`.point[data-key="${key}"][data-at="${pointOf(this.#model, key)}"]`)
      ?.focus();
  }

  #showKeys(): void {
    const dialog = this.#root.querySelector<HTMLDialogElement>('#keys');
    if (dialog?.open === false) {
      dialog.showModal();
    }
  }

  #goTo(key: string): void {
    const heading = this.#root.querySelector<HTMLElement>(`#figure-${key}`);
    heading?.closest('section')?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }

  #makeActions(): TrendsActions {
    return {
      choose: (change) => {
        this.#become(chosen(this.#model, change));
        const { choice } = this.#model.state;
        this.#editor.keepState(choice);
        void this.#ask(choice);
      },
      goTo: (key) => this.#goTo(key),
      pick: (key, at) => this.#become(picked(this.#model, key, at)),
      showEntries: (key, at) => this.#showEntries(key, at),
      toggleTable: (key, isOpen) => this.#become(toggled(this.#model, key, isOpen)),
      openFile: (path) => this.#rpc.tell('openFile', path),
      showKeys: () => this.#showKeys(),
      stopReading: () => this.#rpc.tell('stopReading', null),
      readHistory: () => this.#rpc.tell('readHistory', null),
      startLog: () => this.#rpc.tell('startLog', null),
      logKudos: () => this.#rpc.tell('logKudos', null),
      logExperiment: () => this.#rpc.tell('logExperiment', null),
      openFolder: () => this.#rpc.tell('openFolder', null),
      manageTrust: () => this.#rpc.tell('manageTrust', null),
    };
  }

  #showEntries(key: string, at: number): void {
    const chart = this.#model.charts.get(key);
    if (chart?.points[at]?.hasEntries === true) {
      this.#rpc.tell('showEntries', { revision: chart.revision, key, at });
    }
  }
}
