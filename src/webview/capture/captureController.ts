import { render } from 'lit-html';
import type { EntryKind } from '../../core/entries/kinds.ts';
import { captureHost, captureView } from '../../protocol/capture.ts';
import { type Draft, isDraftRecord } from '../../protocol/draft.ts';
import { Rpc } from '../../protocol/rpc.ts';
import type { EditorApi } from '../editorApi.ts';
import { chosen, closed, entered, left, moved, suggestionsFor, typed } from './activeField.ts';
import type { CaptureActions } from './captureActions.ts';
import { fieldDeed, isLogKey, isPlainLetter } from './captureKeys.ts';
import {
  added,
  type CaptureModel,
  changed,
  failed,
  firstModel,
  isWriting,
  logged,
  opened,
  putBack,
  saving,
  shown,
  takenBack,
  thrownAway,
} from './captureModel.ts';
import {
  addCommits,
  addLink,
  addPerson,
  addPlace,
  countOf,
  type FieldName,
  removeAt,
  toggleCommit,
  withoutDate,
} from './changeDraft.ts';
import { kindOfLetter } from './kindWords.ts';
import { reasonOf } from '../reasonOf.ts';
import { LookBack } from './lookBack.ts';
import { renderCapture } from './renderCapture.ts';

/** Holds what the capture view shows, and puts what people do to it and to the extension. */
export class CaptureController {
  readonly #editor: EditorApi;
  readonly #root: HTMLElement;
  readonly #mac: boolean;
  readonly #rpc: Rpc<typeof captureView, typeof captureHost>;
  readonly #actions: CaptureActions = this.#makeActions();
  readonly #lookBack: LookBack;
  #model: CaptureModel;
  /** Resolves when the page is open, and what is being saved or taken back is. */
  #busy: Promise<unknown> = Promise.resolve();

  constructor(editor: EditorApi, root: HTMLElement, mac: boolean) {
    this.#editor = editor;
    this.#root = root;
    this.#mac = mac;
    const kept = editor.keptState();
    this.#model = firstModel(isDraftRecord(kept) ? kept : undefined);
    this.#rpc = new Rpc({
      serves: captureView,
      asks: captureHost,
      send: editor.send,
      onBug: editor.onBug,
      handlers: {
        offer: (state) => this.#become({ ...this.#model, state }),
        show: async (show) => {
          this.#become(shown(this.#model, show));
          await this.#busy;
          this.#focusText();
          return null;
        },
      },
    });
    this.#lookBack = new LookBack(
      (told) => this.#rpc.ask('resembling', told),
      (earlier) => this.#become({ ...this.#model, earlier }),
    );
  }

  /** Shows the page at once, then what the extension has for it. */
  start(): void {
    this.#paint();
    this.#keepBusy(this.#open());
  }

  async #open(): Promise<void> {
    const { state, record } = await this.#rpc.ask('open', null);
    this.#become(opened(this.#model, state, record));
    this.#lookBack.follow(this.#model.record.draft);
    this.takeFocus();
  }

  receive(message: unknown): void {
    this.#rpc.receive(message);
  }

  /** The text is where the focus goes, unless something else in the view has it. */
  takeFocus(): void {
    if (
      document.hasFocus() &&
      (document.activeElement === null || document.activeElement === document.body)
    ) {
      this.#focusText();
    }
  }

  /** A key anywhere in the view. */
  key(event: KeyboardEvent): void {
    if (isLogKey(event)) {
      event.preventDefault();
      this.#keepBusy(this.#log());
    }
  }

  /** Takes a new model: keeps its record if it is another one, and paints. */
  #become(model: CaptureModel): void {
    const record = model.record;
    const isNew = record !== this.#model.record;
    const happened = model.outcome !== this.#model.outcome;
    this.#model = model;
    if (isNew) {
      this.#editor.keepState(record);
      this.#rpc.tell('keep', record);
      this.#lookBack.follow(record.draft);
    }
    this.#paint();
    if (happened) {
      this.#scrollTo('.outcome');
    }
  }

  /** In a low view, what has just been shown may be out of sight. */
  #scrollTo(selector: string): void {
    this.#root.querySelector(selector)?.scrollIntoView({ block: 'nearest' });
  }

  #change(change: (draft: Draft) => Draft): void {
    this.#become(changed(this.#model, change));
  }

  #add(add: (draft: Draft) => Draft): void {
    this.#become(added(this.#model, add));
  }

  #paint(): void {
    render(renderCapture(this.#model, this.#actions, this.#mac), this.#root);
    this.#scrollTo('.suggestions:not([hidden])');
  }

  #focusText(): void {
    this.#root.querySelector<HTMLElement>('#text')?.focus();
  }

  #keepBusy(deed: Promise<void>): void {
    this.#busy = Promise.all([this.#busy, deed]);
  }

  async #log(): Promise<void> {
    if (!isWriting(this.#model)) {
      return;
    }
    this.#takeTyped();
    this.#become(saving(this.#model));
    if (isWriting(this.#model)) {
      this.#focusText();
      return;
    }
    try {
      const entry = await this.#rpc.ask('log', this.#model.record.draft);
      this.#become(logged(this.#model, entry));
    } catch (error) {
      this.#become(failed(this.#model, reasonOf(error)));
    }
    this.#focusText();
  }

  async #takeBack(): Promise<void> {
    const { outcome } = this.#model;
    if (outcome.name !== 'logged') {
      return;
    }
    this.#become({ ...this.#model, outcome: { ...outcome, name: 'takingBack' } });
    try {
      await this.#rpc.ask('takeBack', outcome.entry.id);
      this.#become(takenBack(this.#model, outcome.draft));
    } catch (error) {
      this.#become(failed(this.#model, reasonOf(error)));
    }
    this.#focusText();
  }

  async #search(words: string): Promise<void> {
    const found = await this.#rpc.ask('searchEntries', words.slice(0, 200)).catch(() => []);
    const field = this.#model.field;
    if (field?.name === 'links' && field.typed === words) {
      this.#become({ ...this.#model, found });
    }
  }

  #kindKey(event: KeyboardEvent): void {
    const kind: EntryKind | undefined = isPlainLetter(event) ? kindOfLetter(event.key) : undefined;
    if (kind !== undefined) {
      event.preventDefault();
      this.#add((draft) => ({ ...draft, kind }));
      this.#focusText();
    } else if (event.key === 'Enter' && !isLogKey(event)) {
      this.#focusText();
    }
  }

  #type(name: FieldName, text: string): void {
    this.#become(typed(this.#model, name, text));
    if (name === 'links') {
      void this.#search(text);
    }
  }

  #fieldKey(event: KeyboardEvent): void {
    const field = this.#model.field;
    if (field === undefined) {
      return;
    }
    const open = suggestionsFor(this.#model).length > 0;
    const deed = fieldDeed(event, { typed: field.typed, open, takesWords: field.name !== 'links' });
    if (deed === undefined) {
      return;
    }
    if (deed !== 'removeLast') {
      event.preventDefault();
    }
    this.#do(deed, field.name);
  }

  #do(deed: NonNullable<ReturnType<typeof fieldDeed>>, name: FieldName): void {
    switch (deed) {
      case 'next':
      case 'previous':
        this.#openOrMove(name, deed === 'next' ? 1 : -1);
        break;
      case 'choose':
        this.#choose(this.#model.field?.picked ?? -1);
        break;
      case 'removeLast':
        this.#change((draft) => removeAt(draft, name, countOf(draft, name) - 1));
        break;
      case 'close':
        this.#become(closed(this.#model));
        break;
      case 'leave':
        this.#focusText();
        break;
    }
  }

  #openOrMove(name: FieldName, step: 1 | -1): void {
    this.#become(moved(this.#model, step));
    if (name === 'links' && this.#model.found.length === 0) {
      void this.#search(this.#model.field?.typed ?? '');
    }
  }

  /** Makes a chip of the suggestion at `at`, or of what was typed; the field is empty again. */
  #choose(at: number): void {
    const change = chosen(this.#model, at);
    const field = this.#model.field;
    const model = added(this.#model, change);
    this.#become(
      field === undefined
        ? model
        : { ...model, field: { ...field, typed: '', open: false, picked: -1 }, found: [] },
    );
  }

  /** Words that were typed and not yet made chips of are not lost by going elsewhere. */
  #takeTyped(): void {
    const { field } = this.#model;
    if (field !== undefined && field.name !== 'links' && field.typed.trim() !== '') {
      this.#choose(-1);
    }
  }

  #leaveField(): void {
    this.#takeTyped();
    this.#become(left(this.#model));
  }

  #makeActions(): CaptureActions {
    return {
      pickKind: (kind) => this.#add((draft) => ({ ...draft, kind })),
      kindKey: (event) => this.#kindKey(event),
      write: (name, value) => this.#change((draft) => ({ ...draft, [name]: value })),
      addPlace: (place) => {
        this.#add((draft) => addPlace(draft, place));
        this.#focusText();
      },
      addCommit: (commit) => {
        this.#add((draft) => addCommits(draft, [commit]));
        this.#focusText();
      },
      thank: (name) => {
        this.#add((draft) => addPerson(draft, name));
        this.#focusText();
      },
      findCommits: () =>
        this.#rpc.tell(
          'findCommits',
          this.#model.record.draft.commits.map(({ sha }) => sha),
        ),
      toggleCommit: (commit) => {
        const linked = this.#model.record.draft.commits.some(({ sha }) => sha === commit.sha);
        if (linked) {
          this.#change((draft) => toggleCommit(draft, commit));
        } else {
          this.#add((draft) => addCommits(draft, [commit]));
        }
      },
      remove: (list, index) => this.#remove(list, index),
      followFrom: (entry) => {
        this.#add((draft) => addLink(draft, entry));
        this.#focusText();
      },
      removeDate: () => {
        this.#change(withoutDate);
        this.#focusText();
      },
      enterField: (name) => this.#become(entered(this.#model, name)),
      typeInField: (name, text) => this.#type(name, text),
      openField: (name) => this.#type(name, this.#model.field?.typed ?? ''),
      fieldKey: (event) => this.#fieldKey(event),
      leaveField: () => this.#leaveField(),
      choose: (index) => this.#choose(index),
      log: () => this.#keepBusy(this.#log()),
      throwAway: () => this.#throwAway(),
      putBack: () => {
        this.#become(putBack(this.#model));
        this.#focusText();
      },
      takeBack: () => this.#keepBusy(this.#takeBack()),
      openEntry: (id) => this.#rpc.tell('openEntry', id),
      openAgreement: () => this.#rpc.tell('openAgreement', null),
      openFolder: () => this.#rpc.tell('openFolder', null),
      manageTrust: () => this.#rpc.tell('manageTrust', null),
    };
  }

  #throwAway(): void {
    this.#become(thrownAway(this.#model));
    this.#focusText();
  }

  /** The button that was pressed is gone with its chip: the focus goes to the field, or to the text. */
  #remove(list: FieldName | 'code' | 'commits', index: number): void {
    this.#change((draft) => removeAt(draft, list, index));
    const field = this.#root.querySelector<HTMLElement>(`#${list}`);
    (field ?? this.#root.querySelector<HTMLElement>('#text'))?.focus();
  }
}
