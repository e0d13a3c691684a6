import * as l10n from '@vscode/l10n';
import type { BoardController } from './boardController.ts';
import { type DropPlace, dropPlace, markDrop } from './boardDrag.ts';
import { boardKey, type ComposerKey } from './boardKeys.ts';
import { nextStop, placeBeside } from './cardFocus.ts';
import { doKey } from './doKey.ts';
import { findCard, findTopic } from './viewParts.ts';

/** Keys, pointer and focus on the board: what is done where, and where the focus is afterwards. */
export class BoardHands {
  readonly #board: BoardController;
  readonly #root: HTMLElement;
  #dragged = '';
  #place: DropPlace | undefined;
  /** What is to have the focus when it is there. */
  wanted = '';
  /** What had the focus before a dialog was opened. */
  #before = '';
  /** Which phase was shown last. */
  #phase = '';

  constructor(board: BoardController, root: HTMLElement) {
    this.#board = board;
    this.#root = root;
  }

  /** @param signal aborted when there is nothing to be done on the board any more */
  listen(signal: AbortSignal): void {
    const root = this.#root;
    const until = { signal };
    document.addEventListener('keydown', (event) => this.#key(event), until);
    root.addEventListener('focusin', (event) => this.#activate(event.target), until);
    root.addEventListener('pointerover', (event) => this.#activate(event.target), until);
    root.addEventListener('dblclick', (event) => this.#editAt(event.target), until);
    root.addEventListener('dragstart', (event) => this.#dragStart(event), until);
    root.addEventListener('dragover', (event) => this.#dragOver(event), until);
    root.addEventListener('drop', (event) => this.#drop(event), until);
    root.addEventListener('dragend', () => this.#dragEnd(), until);
    window.addEventListener('resize', () => this.#scrollToPhase(), until);
    window.addEventListener('blur', () => this.#board.fields.flush(), until);
    window.addEventListener('pagehide', () => this.#board.fields.flush(), until);
  }

  /** The card or group that has the focus. */
  focusedId(): string {
    const focused = document.activeElement;
    return focused instanceof HTMLElement ? (focused.dataset['id'] ?? '') : '';
  }

  /** Somebody is in the middle of writing something. */
  isWriting(): boolean {
    const field = document.activeElement;
    const isField = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
    return (
      isField &&
      this.#root.contains(field) &&
      field.matches('[data-composer], [data-edits]') &&
      field.value.trim() !== ''
    );
  }

  /** Puts the focus where it was or is wanted: what had it may have been moved, exchanged or taken away. */
  afterPaint(focused: string): void {
    this.#showOver();
    this.#showPhase();
    const field = this.#root.querySelector<HTMLElement>('[data-edits]');
    const { editing } = this.#board.model;
    if (field === null && editing !== '') {
      // It was taken away with what it was for.
      this.#board.actions.stopEditing(editing);
      return;
    }
    if (field !== null && document.activeElement !== field && editing !== '') {
      field.focus();
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
        field.setSelectionRange(field.value.length, field.value.length);
      }
      this.wanted = field.dataset['edits'] ?? '';
      return;
    }
    const lost = document.activeElement === document.body || document.activeElement === null;
    const wanted = lost ? this.wanted || focused : '';
    if (wanted !== '' && this.#board.model.over === undefined && editing === '') {
      this.focus(wanted);
      this.wanted = '';
    }
    this.#board.fields.fill();
  }

  /** Gives a card or group the focus, if it is there. */
  focus(id: string): void {
    const card = this.#root.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    card?.focus();
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** From anywhere into the cards. */
  enterCards(): boolean {
    const card = this.#root.querySelector<HTMLElement>('[data-id][tabindex="0"]');
    card?.focus();
    return card !== null;
  }

  /** From anywhere into the first field for a card. */
  enterComposer(): boolean {
    const field = this.#root.querySelector<HTMLElement>('[data-composer]');
    field?.focus();
    return field !== null;
  }

  /** To a statement of the survey that is open. */
  focusQuestion(at: number): void {
    this.#root.querySelector<HTMLElement>(`[data-question="${at}"] input`)?.focus();
  }

  leaveComposer(area: HTMLTextAreaElement, key: Exclude<ComposerKey, 'add'>): void {
    const areas = [...this.#root.querySelectorAll<HTMLTextAreaElement>('[data-composer]')];
    const beside = areas[areas.indexOf(area) + (key === 'before' ? -1 : 1)];
    if (key === 'before' || key === 'after') {
      beside?.focus();
      return;
    }
    const cards = area.closest('.column')?.querySelectorAll<HTMLElement>('[data-id]') ?? [];
    const last = [...cards].at(-1) ?? this.#root.querySelector<HTMLElement>('[data-id]');
    if (last !== null && last !== undefined) {
      last.focus();
    } else if (key === 'leave') {
      area.blur();
    }
  }

  /** In a narrow panel the phases are a row that scrolls. */
  #showPhase(): void {
    const phase = this.#board.view?.phase ?? '';
    if (phase !== this.#phase) {
      this.#phase = phase;
      this.#scrollToPhase();
    }
  }

  #scrollToPhase(): void {
    this.#root.querySelector('.phase.current')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  #showOver(): void {
    const dialog = this.#root.querySelector('dialog');
    if (dialog !== null && !dialog.open) {
      this.#before = this.focusedId() || this.#board.model.active;
      dialog.showModal();
      dialog.querySelector<HTMLElement>('[autofocus]')?.focus();
    } else if (dialog?.matches('.over-pulse') === true && document.activeElement === document.body) {
      // What had the focus has gone with the step before.
      dialog.querySelector<HTMLElement>('[autofocus]')?.focus({ preventScroll: true });
    } else if (dialog === null && this.#before !== '') {
      this.wanted ||= this.#before;
      this.#before = '';
    }
  }

  #activate(target: EventTarget | null): void {
    const at = target instanceof Element ? target.closest<HTMLElement>('[data-id]') : null;
    const id = at?.dataset['id'] ?? '';
    if (id !== '' && id !== this.#board.model.active) {
      this.#board.become({ ...this.#board.model, active: id });
    }
  }

  #editAt(target: EventTarget | null): void {
    const at = target instanceof Element ? target.closest<HTMLElement>('[data-id]') : null;
    if (at !== null && this.#isOpen) {
      this.edit(at.dataset['id'] ?? '');
    }
  }

  get #isOpen(): boolean {
    return this.#board.view?.state === 'open';
  }

  #key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const typing = target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select') !== null;
    const key = boardKey(event);
    if (event.defaultPrevented || key === undefined || this.#board.model.over !== undefined) {
      return;
    }
    const emptyField = target instanceof HTMLTextAreaElement && target.value === '';
    if (typing && !(key === 'undo' && emptyField)) {
      return;
    }
    if (doKey(this.#board, key, this.focusedId(), target)) {
      event.preventDefault();
    }
  }

  /** Lets a card or the title of a group be written in, where that is allowed. */
  edit(id: string): void {
    const view = this.#board.view;
    const card = view && findCard(view, id);
    const isGroup = view !== undefined && findTopic(view, id)?.topic.id === id && card?.id !== id;
    if (isGroup || (card?.given === null && (card.mine || !card.hidden))) {
      this.#board.actions.edit(id);
    }
  }

  /** Goes where an arrow key leads. */
  go(id: string, key: 'up' | 'down' | 'left' | 'right'): void {
    const view = this.#board.view;
    const next = view && nextStop(view, id, key);
    if (next !== undefined) {
      this.focus(next);
    } else if (key === 'down' && view !== undefined) {
      this.#board.fields.find(findTopic(view, id)?.column.id ?? '')?.focus();
    }
  }

  /** Moves something one place up or down. */
  nudge(id: string, isGroup: boolean, step: 1 | -1): void {
    const view = this.#board.view;
    const place = view && placeBeside(view, id, step);
    if (place === undefined) {
      return;
    }
    const { column, before } = place;
    const to = { column, ...(before === undefined ? {} : { before }) };
    this.wanted = id;
    this.#board.ask(
      isGroup ? { type: 'moveGroup', group: id, ...to } : { type: 'moveCard', card: id, ...to },
      step === 1 ? l10n.t('Moved down.') : l10n.t('Moved up.'),
    );
  }

  #dragStart(event: DragEvent): void {
    const at = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null;
    this.#dragged = this.#isOpen ? (at?.dataset['id'] ?? '') : '';
    if (this.#dragged === '') {
      event.preventDefault();
      return;
    }
    event.dataTransfer?.setData('text/plain', at?.textContent?.trim() ?? '');
    if (event.dataTransfer !== null) {
      event.dataTransfer.effectAllowed = 'move';
    }
  }

  #dragOver(event: DragEvent): void {
    if (this.#dragged === '') {
      return;
    }
    const canGroup = this.#board.view?.phase !== 'write';
    const target = event.target instanceof Element ? event.target : null;
    this.#place = dropPlace(target, event.clientY, this.#dragged, canGroup);
    markDrop(this.#root, this.#place);
    if (this.#place !== undefined) {
      event.preventDefault();
    }
  }

  #drop(event: DragEvent): void {
    const place = this.#place;
    const id = this.#dragged;
    const view = this.#board.view;
    this.#dragEnd();
    if (place === undefined || id === '' || view === undefined) {
      return;
    }
    event.preventDefault();
    if (place.name === 'onto') {
      this.#board.actions.group(id, place.topic);
      return;
    }
    const isGroup = findTopic(view, id)?.topic.id === id && findCard(view, id)?.id !== id;
    const to = { column: place.column, ...(place.before === undefined ? {} : { before: place.before }) };
    this.#board.ask(
      isGroup ? { type: 'moveGroup', group: id, ...to } : { type: 'moveCard', card: id, ...to },
      l10n.t('Moved.'),
    );
  }

  #dragEnd(): void {
    this.#dragged = '';
    this.#place = undefined;
    markDrop(this.#root, undefined);
  }
}
