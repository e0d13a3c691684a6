import type { CaptureState, EarlierFailure, Logged, Show } from '../../protocol/capture.ts';
import {
  afterLogging,
  type Draft,
  type DraftRecord,
  type EntryChoice,
  emptyDraft,
  fits,
  isBlank,
  newerRecord,
  nextDraft,
} from '../../protocol/draft.ts';
import { addCommits, addPlace, type FieldName } from './changeDraft.ts';

/** What happened last, as the view says it. */
export type Outcome =
  | { readonly name: 'none' }
  | { readonly name: 'saving' }
  /** The draft is kept, so that it can be had back by taking the entry back. */
  | { readonly name: 'logged'; readonly entry: Logged; readonly draft: Draft }
  | { readonly name: 'takingBack'; readonly entry: Logged; readonly draft: Draft }
  | { readonly name: 'failed'; readonly message: string }
  | { readonly name: 'noText' }
  | { readonly name: 'tooLong' };

const complaints: readonly Outcome['name'][] = ['failed', 'noText', 'tooLong'];

/** A field with completion that has the focus. */
export interface ActiveField {
  readonly name: FieldName;
  readonly typed: string;
  readonly open: boolean;
  /** Which suggestion is picked; -1: none, what was typed counts. */
  readonly picked: number;
}

/** All that the capture view shows is a function of this. */
export interface CaptureModel {
  /** The extension has answered. Until then nothing can be written: it may have a newer record. */
  readonly opened: boolean;
  readonly state: CaptureState;
  readonly record: DraftRecord;
  readonly outcome: Outcome;
  /** What was done while nothing could be written, in its order: it is done to the draft that comes then. */
  readonly waiting: readonly ((model: CaptureModel) => CaptureModel)[];
  readonly field?: ActiveField;
  /** What the last search for entries found. */
  readonly found: readonly EntryChoice[];
  /** Failures that what is being written resembles. */
  readonly earlier: readonly EarlierFailure[];
}

/** The view before the extension has answered. */
export function firstModel(kept: DraftRecord | undefined): CaptureModel {
  return {
    opened: false,
    state: {
      availability: 'loading',
      tags: [],
      people: [],
      toThank: [],
      commits: [],
      justCommitted: false,
      atHand: 1,
      noCommits: '',
      promise: '',
    },
    record: kept ?? { revision: 0, draft: emptyDraft('learning') },
    outcome: { name: 'none' },
    waiting: [],
    found: [],
    earlier: [],
  };
}

/** The view as the extension opens it: whichever record is newer is gone on with. */
export function opened(model: CaptureModel, state: CaptureState, record: DraftRecord): CaptureModel {
  return caughtUp({ ...model, opened: true, state, record: newerRecord(record, model.record) });
}

/** Whether changes of the draft are taken: not before the extension has answered, nor while it is on its way. */
export function isWriting(model: CaptureModel): boolean {
  return model.opened && model.outcome.name !== 'saving' && model.outcome.name !== 'takingBack';
}

/** With what has waited. What has just been said is not taken back by it. */
function caughtUp(model: CaptureModel): CaptureModel {
  const done = model.waiting.reduce<CaptureModel>((one, deed) => deed(one), { ...model, waiting: [] });
  return { ...done, outcome: model.outcome };
}

/** Done now, or when the draft can be written again. */
function whenWriting(model: CaptureModel, deed: (model: CaptureModel) => CaptureModel): CaptureModel {
  return isWriting(model) ? deed(model) : { ...model, waiting: [...model.waiting, deed] };
}

/** A change of what stands on the page. What stood in the way of logging it is no longer said. */
export function changed(model: CaptureModel, change: (draft: Draft) => Draft): CaptureModel {
  const draft = isWriting(model) ? change(model.record.draft) : model.record.draft;
  if (draft === model.record.draft) {
    return model;
  }
  const record = { ...model.record, revision: model.record.revision + 1, draft };
  return {
    ...model,
    record,
    outcome: complaints.includes(model.outcome.name) ? { name: 'none' } : model.outcome,
  };
}

/** A kind, or something more for the draft: unlike a change, it waits for the draft that comes next. */
export function added(model: CaptureModel, add: (draft: Draft) => Draft): CaptureModel {
  return whenWriting(model, (one) => changed(one, add));
}

/** The kind, the place, the commits or the suggestion that the view was opened for. */
export function shown(model: CaptureModel, show: Show): CaptureModel {
  return whenWriting(model, (one) => showing(one, show));
}

function showing(model: CaptureModel, show: Show): CaptureModel {
  return changed(show.draft === undefined ? model : suggested(model, show.draft), (draft) => {
    const kind = show.kind === undefined || show.kind === draft.kind ? draft : { ...draft, kind: show.kind };
    const placed = show.place === undefined ? kind : addPlace(kind, show.place);
    return show.commits === undefined ? placed : addCommits(placed, show.commits);
  });
}

/**
 * A suggestion is on the page. What was being written comes back when the suggestion is logged or thrown away;
 * another suggestion that stood there is set aside.
 */
function suggested(model: CaptureModel, draft: Draft): CaptureModel {
  const { record } = model;
  if (JSON.stringify(record.draft) === JSON.stringify(draft)) {
    return model;
  }
  const left = record.interrupted === undefined ? 'interrupted' : 'setAside';
  const kept = isBlank(record.draft) ? record : { ...record, [left]: record.draft };
  return { ...model, record: { ...kept, revision: record.revision + 1, draft }, outcome: { name: 'none' } };
}

/** The draft is on its way, unless it lacks the one thing it needs. */
export function saving(model: CaptureModel): CaptureModel {
  const { draft } = model.record;
  const name = draft.text.trim() === '' ? 'noText' : fits(draft) ? 'saving' : 'tooLong';
  return { ...model, outcome: { name } };
}

export function logged(model: CaptureModel, entry: Logged): CaptureModel {
  const draft = model.record.draft;
  return caughtUp({
    ...model,
    record: afterLogging(model.record),
    outcome: { name: 'logged', entry, draft },
  });
}

export function failed(model: CaptureModel, message: string): CaptureModel {
  return caughtUp({ ...model, outcome: { name: 'failed', message } });
}

/** The entry is gone again: its text is the draft, or beside it where something new has been begun. */
export function takenBack(model: CaptureModel, draft: Draft): CaptureModel {
  const revision = model.record.revision + 1;
  const current = model.record.draft;
  const kept = { ...model.record, revision };
  const record = isBlank(current) ? { ...kept, draft } : { ...kept, setAside: draft };
  return caughtUp({ ...model, record, outcome: { name: 'none' } });
}

/** An empty page; what was on it can be had back. */
export function thrownAway(model: CaptureModel): CaptureModel {
  const { draft, revision } = model.record;
  if (!isWriting(model) || isBlank(draft)) {
    return model;
  }
  const record = { revision: revision + 1, draft: nextDraft(model.record), setAside: draft };
  return { ...model, record, outcome: { name: 'none' } };
}

/** What was thrown away last is on the page again; what was on the page takes its place. */
export function putBack(model: CaptureModel): CaptureModel {
  const { draft, revision, setAside, ...others } = model.record;
  if (!isWriting(model) || setAside === undefined) {
    return model;
  }
  const beside = isBlank(draft) ? {} : { setAside: draft };
  const record = { ...others, revision: revision + 1, draft: setAside, ...beside };
  return { ...model, record, outcome: { name: 'none' } };
}
