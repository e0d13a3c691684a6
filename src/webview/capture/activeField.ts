import type { Draft, EntryChoice } from '../../protocol/draft.ts';
import type { CaptureModel } from './captureModel.ts';
import { addLink, addTyped, type FieldName } from './changeDraft.ts';
import { suggestWords } from './suggestWords.ts';

/** One line of a list of suggestions. */
export interface Suggestion {
  readonly label: string;
  /** Present where an entry is suggested. */
  readonly entry?: EntryChoice;
}

/** What can be chosen in a field as it stands. */
export function suggestionsFor(model: CaptureModel): readonly Suggestion[] {
  const field = model.field;
  if (!field?.open) {
    return [];
  }
  const { draft } = model.record;
  if (field.name === 'links') {
    const taken = new Set(draft.links.map((link) => link.id));
    return model.found
      .filter((entry) => !taken.has(entry.id))
      .map((entry) => ({ label: entry.title, entry }));
  }
  const taken = field.name === 'owner' ? [draft.owner] : draft[field.name];
  return suggestWords(knownWords(model, field.name), field.typed, taken).map((label) => ({ label }));
}

/** The words that a field completes from. */
export function knownWords(model: CaptureModel, field: FieldName): readonly string[] {
  return field === 'tags' ? model.state.tags : model.state.people;
}

/** A field that has the focus now. Its suggestions show when something is typed or asked for. */
export function entered(model: CaptureModel, name: FieldName): CaptureModel {
  return model.field?.name === name
    ? model
    : { ...model, field: { name, typed: '', open: false, picked: -1 } };
}

export function typed(model: CaptureModel, name: FieldName, text: string): CaptureModel {
  return { ...model, field: { name, typed: text, open: true, picked: name === 'links' ? 0 : -1 } };
}

/** Shows the suggestions, or goes to the next or the one before; from the last on to what was typed. */
export function moved(model: CaptureModel, step: 1 | -1): CaptureModel {
  const field = model.field;
  if (field === undefined) {
    return model;
  }
  if (!field.open) {
    return { ...model, field: { ...field, open: true, picked: step === 1 ? 0 : -1 } };
  }
  const places = suggestionsFor(model).length + 1;
  const picked = ((field.picked + 1 + step + places) % places) - 1;
  return { ...model, field: { ...field, picked } };
}

export function closed(model: CaptureModel): CaptureModel {
  return model.field === undefined ? model : { ...model, field: { ...model.field, open: false, picked: -1 } };
}

/** A field that has lost the focus. */
export function left(model: CaptureModel): CaptureModel {
  const { field: _gone, ...rest } = model;
  return rest;
}

/** What choosing makes of the draft: the suggestion at `at`, or else what was typed. */
export function chosen(model: CaptureModel, at: number): (draft: Draft) => Draft {
  const field = model.field;
  const suggestion = suggestionsFor(model)[at];
  return (draft) => {
    if (field === undefined) {
      return draft;
    }
    if (suggestion?.entry !== undefined) {
      return addLink(draft, suggestion.entry);
    }
    return addTyped(draft, field.name, suggestion?.label ?? field.typed, knownWords(model, field.name));
  };
}
