import { render } from 'lit-html';
import { auditHost, auditView, isKeptAudit, resultStep } from '../../protocol/audit.ts';
import { Rpc } from '../../protocol/rpc.ts';
import { isLogKey } from '../capture/captureKeys.ts';
import type { EditorApi } from '../editorApi.ts';
import { reasonOf } from '../reasonOf.ts';
import type { AuditActions } from './auditActions.ts';
import { ratingKey } from './auditKeys.ts';
import {
  type AuditModel,
  canSave,
  firstModel,
  movedTo,
  rated,
  said,
  saved,
  shown,
  startedAnew,
} from './auditModel.ts';
import { renderAudit } from './renderAudit.ts';

/** Holds what a team answers, and puts it to the page, to the editor and to the extension. */
export class AuditController {
  readonly #editor: EditorApi;
  readonly #root: HTMLElement;
  readonly #rpc: Rpc<typeof auditView, typeof auditHost>;
  readonly #actions: AuditActions = this.#makeActions();
  #model: AuditModel = firstModel;

  constructor(editor: EditorApi, root: HTMLElement) {
    this.#editor = editor;
    this.#root = root;
    this.#rpc = new Rpc({
      serves: auditView,
      asks: auditHost,
      send: editor.send,
      onBug: editor.onBug,
      handlers: {
        show: (state) => {
          this.#model = shown(this.#model, state);
          this.#paint();
        },
      },
    });
  }

  /** Shows the page at once, then what the extension has for it. */
  async start(): Promise<void> {
    this.#paint();
    const kept = this.#editor.keptState();
    try {
      const state = await this.#rpc.ask('open', isKeptAudit(kept) ? kept : null);
      this.#model = shown(this.#model, state);
      this.#editor.keepState({ log: state.log, sheet: this.#model.sheet });
      this.#paint();
      if (document.hasFocus()) {
        this.#begin();
      }
    } catch (error) {
      this.#editor.onBug(error);
    }
  }

  receive(message: unknown): void {
    this.#rpc.receive(message);
  }

  /** A key anywhere in the page. */
  key(event: KeyboardEvent): void {
    const { step } = this.#model.sheet;
    if (isLogKey(event) && this.#model.state !== undefined && step < resultStep) {
      event.preventDefault();
      this.#actions.goTo(step + 1);
      return;
    }
    const target =
      event.target instanceof HTMLInputElement && event.target.type === 'radio' ? event.target : null;
    const rating = target === null ? undefined : ratingKey(event);
    if (target !== null && rating !== undefined) {
      event.preventDefault();
      this.#actions.rate(target.name, rating ?? undefined);
      this.#radio(target.name, rating)?.focus();
    }
  }

  /** @param rating `null`: the first, where the keyboard comes to a statement that is open */
  #radio(name: string, rating: number | null): HTMLInputElement | null {
    const which = rating === null ? '' : `[value="${rating}"]`;
    return this.#root.querySelector<HTMLInputElement>(`input[name="${name}"]${which}`);
  }

  /** Something was answered: it is kept at once, here and there. */
  #become(model: AuditModel): void {
    this.#model = model;
    const { state, sheet } = model;
    if (state !== undefined) {
      this.#editor.keepState({ log: state.log, sheet });
      this.#rpc.tell('keep', sheet);
    }
    this.#paint();
  }

  #paint(): void {
    render(renderAudit(this.#model, this.#actions), this.#root);
  }

  /** A step begins at its heading, which a screen reader then reads. */
  #begin(): void {
    window.scrollTo(0, 0);
    this.#root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  #makeActions(): AuditActions {
    return {
      rate: (id, rating) => this.#become(rated(this.#model, id, rating)),
      say: (theme, key, text) => this.#become(said(this.#model, theme, key, text)),
      goTo: (step) => {
        this.#become(movedTo(this.#model, step));
        this.#begin();
      },
      save: () => void this.#save(),
      plan: () => this.#rpc.tell('plan', null),
      openFile: (path) => this.#rpc.tell('openFile', path),
      throwAway: () => void this.#throwAway(),
      startAnew: () => this.#startAnew(),
    };
  }

  async #save(): Promise<void> {
    if (!canSave(this.#model)) {
      return;
    }
    this.#model = { ...this.#model, isSaving: true, failure: '' };
    this.#paint();
    try {
      const path = await this.#rpc.ask('save', this.#model.sheet);
      this.#become(saved(this.#model, path));
    } catch (error) {
      this.#model = { ...this.#model, isSaving: false, failure: reasonOf(error) };
      this.#paint();
    }
  }

  async #throwAway(): Promise<void> {
    try {
      if (await this.#rpc.ask('confirmThrowAway', null)) {
        this.#startAnew();
      }
    } catch (error) {
      this.#editor.onBug(error);
    }
  }

  #startAnew(): void {
    this.#become(startedAnew(this.#model));
    this.#begin();
  }
}
