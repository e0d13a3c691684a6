import type { ThemeTexts } from '../../core/audit/audit.ts';
import type { Theme } from '../../core/audit/survey.ts';
import {
  type AuditSheet,
  type AuditState,
  answersOn,
  emptySheet,
  newerSheet,
  resultStep,
} from '../../protocol/audit.ts';

/** What the page shows. */
export interface AuditModel {
  /** `undefined` before the extension has answered. */
  readonly state: AuditState | undefined;
  readonly sheet: AuditSheet;
  readonly isSaving: boolean;
  /** Why it could not be saved; empty for nothing. */
  readonly failure: string;
}

/** The page before the extension has answered. */
export const firstModel: AuditModel = {
  state: undefined,
  sheet: emptySheet(0),
  isSaving: false,
  failure: '',
};

/** What the extension says, with whatever was answered here since. A file that is gone again was not saved. */
export function shown(model: AuditModel, state: AuditState): AuditModel {
  const own = model.state === undefined ? state.sheet : newerSheet(state.sheet, model.sheet);
  const sheet = own.saved !== '' && state.sheet.saved === '' ? { ...own, saved: '' } : own;
  return { ...model, state, sheet };
}

/** A statement is rated, or left open. */
export function rated(model: AuditModel, id: string, rating: number | undefined): AuditModel {
  return changed(model, { ratings: { ...model.sheet.ratings, [id]: rating } });
}

/** Something is said of a theme. */
export function said(model: AuditModel, theme: Theme, key: keyof ThemeTexts, text: string): AuditModel {
  const { texts } = model.sheet;
  return changed(model, { texts: { ...texts, [theme]: { ...texts[theme], [key]: text } } });
}

/** Goes to a step; never before the first or behind the result. */
export function movedTo(model: AuditModel, step: number): AuditModel {
  return changed(model, { step: Math.max(0, Math.min(resultStep, step)) });
}

/** The answers are in a file. */
export function saved(model: AuditModel, path: string): AuditModel {
  return { ...changed(model, { saved: path }), isSaving: false, failure: '' };
}

/** Everything that was answered is gone. */
export function startedAnew(model: AuditModel): AuditModel {
  return { ...model, sheet: emptySheet(model.sheet.revision + 1), failure: '' };
}

/** Whether there is anything to save. */
export function canSave({ sheet, isSaving }: AuditModel): boolean {
  return !isSaving && sheet.saved === '' && answersOn(sheet).answers.length > 0;
}

function changed(model: AuditModel, change: Partial<AuditSheet>): AuditModel {
  const { sheet } = model;
  const kept = Object.fromEntries(
    Object.entries(change.ratings ?? sheet.ratings).filter(([, rating]) => rating !== undefined),
  );
  return { ...model, sheet: { ...sheet, ...change, ratings: kept, revision: sheet.revision + 1 } };
}
