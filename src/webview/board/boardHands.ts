import * as l10n from '@vscode/l10n';
import type { MadeKind } from '../../core/board/board.ts';
import type { BoardController } from './boardController.ts';
import { type DropPlace, dropPlace, markDrop } from './boardDrag.ts';
import { type BoardKey, boardKey, type ComposerKey } from './boardKeys.ts';
import { nextStop, placeBeside, stopBeside } from './cardFocus.ts';
import { moveTo } from './makeActions.ts';
import { nextTopic } from './renderDiscuss.ts';
import { findCard, findTopic, firstLine, topicName, topicsByVotes } from './viewParts.ts';

/** Keys, pointer and focus on the board: what is done where, and where the focus is afterwards. */
export class BoardHands {
  readonly #board: BoardController;
  readonly #root: HTMLElement;
  #dragged = '';
  #place: DropPlace | undefined;
  /** What is to have the focus when it is there. */
  #wanted = '';
  /** What had the focus before a dialog was opened. */
  #before = '';
  /** Which phase was shown last. */
  #phase = '';

  constructor(board: BoardController, root: HTMLElement) {
    this.#board = board;
    this.#root = root;
  }

  listen(): void {
    const root = this.#root;
    document.addEventListener('keydown', (event) => this.#key(event));
    root.addEventListener('focusin', (event) => this.#activate(event.target));
    root.addEventListener('pointerover', (event) => this.#activate(event.target));
    root.addEventListener('dblclick', (event) => this.#editAt(event.target));
    root.addEventListener('dragstart', (event) => this.#dragStart(event));
    root.addEventListener('dragover', (event) => this.#dragOver(event));
    root.addEventListener('drop', (event) => this.#drop(event));
    root.addEventListener('dragend', () => this.#dragEnd());
  }

  /** The card or group that has the focus. */
  focusedId(): string {
    const focused = document.activeElement;
    return focused instanceof HTMLElement ? (focused.dataset['id'] ?? '') : '';
  }

  /** Puts the focus where it was or is wanted: what had it may have been moved, exchanged or taken away. */
  afterPaint(focused: string): void {
    this.#showOver();
    this.#showPhase();
    const field = this.#root.querySelector<HTMLElement>('[data-edits]');
    if (field !== null && document.activeElement !== field && this.#board.model.editing !== '') {
      field.focus();
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
        field.setSelectionRange(field.value.length, field.value.length);
      }
      this.#wanted = field.dataset['edits'] ?? '';
      return;
    }
    const lost = document.activeElement === document.body || document.activeElement === null;
    const wanted = lost ? this.#wanted || focused : '';
    if (wanted !== '' && this.#board.model.over === undefined && this.#board.model.editing === '') {
      this.focus(wanted);
      this.#wanted = '';
    }
    this.#board.fields.fill();
  }

  /** Gives a card or group the focus, if it is there. */
  focus(id: string): void {
    const card = this.#root.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    card?.focus();
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
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
      this.#root.querySelector('.phase.current')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    }
  }

  #showOver(): void {
    const dialog = this.#root.querySelector('dialog');
    if (dialog !== null && !dialog.open) {
      this.#before = this.focusedId() || this.#board.model.active;
      dialog.showModal();
      dialog.querySelector<HTMLElement>('[autofocus]')?.focus();
    } else if (dialog === null && this.#before !== '') {
      this.#wanted ||= this.#before;
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
      this.#edit(at.dataset['id'] ?? '');
    }
  }

  get #isOpen(): boolean {
    return this.#board.view?.state === 'open';
  }

  #key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const typing = target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select') !== null;
    const key = boardKey(event);
    if (key === undefined || this.#board.model.over !== undefined) {
      return;
    }
    const emptyField = target instanceof HTMLTextAreaElement && target.value === '';
    if (typing && !(key === 'undo' && emptyField)) {
      return;
    }
    if (this.#do(key, this.focusedId(), target)) {
      event.preventDefault();
    }
  }

  /** Does what a key is for; false where it is for nothing here. */
  #do(key: BoardKey, id: string, target: HTMLElement): boolean {
    const { actions, view } = this.#board;
    if (view === undefined) {
      return false;
    }
    switch (key) {
      case 'help':
        actions.open({ name: 'help' });
        return true;
      case 'undo':
        actions.undo();
        return true;
      case 'nextPhase':
      case 'phaseBefore':
        actions.goTo(key === 'nextPhase' ? 1 : -1);
        return true;
      case 'timer':
        this.#timer();
        return true;
      default:
        return view.state === 'open' || ['up', 'down', 'left', 'right'].includes(key)
          ? id === ''
            ? this.#doElsewhere(key, target)
            : this.#doOnCard(key, id)
          : false;
    }
  }

  #timer(): void {
    const { actions, view } = this.#board;
    if (view?.state !== 'open') {
      return;
    }
    if (view.timer === null) {
      actions.startTimer('');
    } else {
      actions.ask({ type: view.timer.endsAt === null ? 'resumeTimer' : 'pauseTimer' });
    }
  }

  /** Keys where no card has the focus: into the cards, or about the topic that is talked about. */
  #doElsewhere(key: BoardKey, target: HTMLElement): boolean {
    const { actions, view } = this.#board;
    const onButton = target.closest('button, summary, label, a, input') !== null;
    if (view?.phase === 'discuss') {
      const topics = topicsByVotes(view);
      const topic = topics.find(({ id }) => id === view.topic) ?? nextTopic(topics);
      if (topic !== undefined) {
        return this.#doOnTopic(key, topic.id, topic.discussed);
      }
    }
    if (view?.phase === 'decide' && isMade(key)) {
      actions.openForm(key, '');
      return true;
    }
    if (!onButton && (key === 'down' || key === 'right')) {
      this.#root.querySelector<HTMLElement>('[data-id][tabindex="0"]')?.focus();
      return true;
    }
    if (!onButton && key === 'compose') {
      this.#root.querySelector<HTMLElement>('[data-composer]')?.focus();
      return true;
    }
    return false;
  }

  #doOnTopic(key: BoardKey, id: string, discussed: boolean): boolean {
    const { actions } = this.#board;
    if (isMade(key)) {
      actions.openForm(key, id);
      return true;
    }
    if (key === 'discussed') {
      actions.ask(
        { type: 'markDiscussed', topic: id, discussed: !discussed },
        discussed ? l10n.t('Not discussed yet.') : l10n.t('Discussed.'),
      );
      return true;
    }
    if (key === 'note') {
      this.#board.fields.find(`note:${id}`)?.focus();
      return true;
    }
    return false;
  }

  #doOnCard(key: BoardKey, id: string): boolean {
    const { actions, view } = this.#board;
    const found = view && findTopic(view, id);
    if (view === undefined || found === undefined) {
      return false;
    }
    const { topic, column } = found;
    const isGroup = topic.isGroup && topic.id === id;
    const name = firstLine(isGroup ? topicName(topic) : (findCard(view, id)?.text ?? ''), 60);
    switch (key) {
      case 'up':
      case 'down':
      case 'left':
      case 'right':
        this.#go(id, key);
        return true;
      case 'moveUp':
      case 'moveDown':
        this.#nudge(id, isGroup, key === 'moveUp' ? -1 : 1);
        return true;
      case 'compose':
        this.#board.fields.find(column.id)?.focus();
        return true;
      case 'edit':
        this.#edit(id);
        return true;
      case 'move':
      case 'group':
        actions.open({ name: 'picker', picker: { name: key, topic: id, typed: '', picked: 0 } });
        return true;
      case 'park':
        moveTo(this.#board, id, column.id === 'parking' ? 'column-1' : 'parking');
        this.#wanted = id;
        return true;
      case 'delete':
        if (!isGroup) {
          this.#wanted = stopBeside(view, id) ?? '';
          actions.ask({ type: 'deleteCard', card: id }, l10n.t('“{0}” is deleted.', name));
        }
        return true;
      case 'ungroup':
        if (topic.isGroup && !isGroup) {
          actions.ask({ type: 'ungroupCard', card: id }, l10n.t('Taken out of the group.'));
        }
        return true;
      case 'split':
        if (topic.isGroup) {
          this.#wanted = topic.cards[0]?.id ?? '';
          actions.ask({ type: 'splitGroup', group: topic.id }, l10n.t('The group is split.'));
        }
        return true;
      case 'vote':
      case 'unvote':
        return this.#vote(topic.id, name, key);
      case 'action':
      case 'experiment':
      case 'learning':
      case 'kudos':
        actions.openForm(key, id);
        return true;
      default:
        return false;
    }
  }

  #vote(topic: string, name: string, type: 'vote' | 'unvote'): boolean {
    const { actions, view } = this.#board;
    if (view === undefined || view.phase !== 'vote') {
      return false;
    }
    const left = view.votes.left + (type === 'vote' ? -1 : 1);
    actions.ask(
      { type, topic },
      type === 'vote'
        ? l10n.t('One vote more for “{0}”, {1} left.', name, Math.max(0, left))
        : l10n.t('One vote less for “{0}”, {1} left.', name, left),
    );
    return true;
  }

  #edit(id: string): void {
    const view = this.#board.view;
    const card = view && findCard(view, id);
    const isGroup = view !== undefined && findTopic(view, id)?.topic.id === id && card?.id !== id;
    if (isGroup || (card?.given === null && (card.mine || !card.hidden))) {
      this.#board.actions.edit(id);
    }
  }

  #go(id: string, key: 'up' | 'down' | 'left' | 'right'): void {
    const view = this.#board.view;
    const next = view && nextStop(view, id, key);
    if (next !== undefined) {
      this.focus(next);
    } else if (key === 'down' && view !== undefined) {
      this.#board.fields.find(findTopic(view, id)?.column.id ?? '')?.focus();
    }
  }

  #nudge(id: string, isGroup: boolean, step: 1 | -1): void {
    const view = this.#board.view;
    const place = view && placeBeside(view, id, step);
    if (place === undefined) {
      return;
    }
    const { column, before } = place;
    const to = { column, ...(before === undefined ? {} : { before }) };
    this.#wanted = id;
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

function isMade(key: BoardKey): key is MadeKind {
  return key === 'action' || key === 'experiment' || key === 'learning' || key === 'kudos';
}
