import { html, type TemplateResult } from 'lit-html';
import { AsyncDirective } from 'lit-html/async-directive.js';
import { directive } from 'lit-html/directive.js';
import { steadyRows, type WaitingRow } from './steadyRows.ts';

type Waiting = readonly { readonly id: string; readonly name: string }[];
type Draw = (rows: readonly WaitingRow[]) => unknown;

/** Draws who waits, and holds their rows in place while the pointer or the keyboard is at one of them. */
class WaitingRows extends AsyncDirective {
  #element: Element | undefined;
  #rows: readonly WaitingRow[] = [];
  #waiting: Waiting = [];
  #draw: Draw = () => '';
  #isPointed = false;

  override render(waiting: Waiting, draw: Draw): TemplateResult {
    this.#waiting = waiting;
    this.#draw = draw;
    const hadFocus = this.#element?.contains(document.activeElement) === true;
    this.#rows = steadyRows(this.#rows, waiting, this.#isHeld);
    if (hadFocus) {
      queueMicrotask(() => this.#keepFocus());
    }
    return this.#template();
  }

  get #isHeld(): boolean {
    const focused = this.#element?.querySelector(':focus-visible') ?? null;
    return this.#isPointed || focused !== null;
  }

  #template(): TemplateResult {
    return html`<div
      class="waiting"
      @pointerenter=${(event: PointerEvent) => {
        this.#element = event.currentTarget as Element;
        this.#isPointed = event.pointerType !== 'touch';
      }}
      @pointerleave=${() => {
        this.#isPointed = false;
        this.#settle();
      }}
      @focusin=${(event: FocusEvent) => {
        this.#element = event.currentTarget as Element;
      }}
      @focusout=${() => queueMicrotask(() => this.#settle())}
    >
      ${this.#draw(this.#rows)}
    </div>`;
  }

  /** Nobody is at the rows any more: the empty places close. */
  #settle(): void {
    if (this.isConnected && !this.#isHeld && this.#rows.some(({ gone }) => gone)) {
      this.#rows = steadyRows(this.#rows, this.#waiting, false);
      this.setValue(this.#template());
    }
  }

  /** Whoever went took the button along that had the focus: it goes to the next one, or else to what closes the list. */
  #keepFocus(): void {
    if (document.activeElement === document.body || document.activeElement?.isConnected !== true) {
      const next = this.#element?.querySelector<HTMLElement>('button');
      (next ?? this.#element?.closest('dialog')?.querySelector<HTMLElement>('[autofocus]'))?.focus();
    }
  }
}

/** `${waitingRows(waiting, draw)}`: the rows as `draw` draws them. */
export const waitingRows = directive(WaitingRows);
