import * as vscode from 'vscode';
import type { EntryKind } from '../../core/entries/kinds.ts';
import type { Moment, MomentName } from '../../core/nudges/moment.ts';
import { type Draft, emptyDraft } from '../../protocol/draft.ts';
import { commitChoiceOf } from '../capture/commitChoiceOf.ts';

/** What a moment asks. */
export function momentQuestion(what: MomentName): string {
  switch (what) {
    case 'revert':
      return vscode.l10n.t('What did not work?');
    case 'tests':
      return vscode.l10n.t('What made the tests pass?');
    case 'conflict':
      return vscode.l10n.t('What led to the conflict?');
    case 'spike':
      return vscode.l10n.t('What did the try-out show?');
  }
}

/** What has happened, as a sentence. */
export function momentReason(what: MomentName): string {
  switch (what) {
    case 'revert':
      return vscode.l10n.t('A commit was taken back.');
    case 'tests':
      return vscode.l10n.t('Tests failed before, and passed now.');
    case 'conflict':
      return vscode.l10n.t('A conflict was resolved.');
    case 'spike':
      return vscode.l10n.t('A branch on which something was tried was merged.');
  }
}

/** An entry about a moment, as a person goes on with it in the capture view. */
export function draftOfMoment({ what, commit }: Moment): Draft {
  const kind: EntryKind = what === 'revert' ? 'failure' : 'learning';
  const commits = commit === undefined ? [] : [commitChoiceOf(commit)];
  return { ...emptyDraft(kind), commits };
}
