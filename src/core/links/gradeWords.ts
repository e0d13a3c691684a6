import * as l10n from '@vscode/l10n';
import type { FoundBy, Grade } from './grade.ts';

/** A grade in a few words, for people. */
export function gradeName(grade: Grade): string {
  switch (grade) {
    case 'exact':
      return l10n.t('exact');
    case 'same-change':
      return l10n.t('same change');
    case 'rewritten':
      return l10n.t('rewritten');
    case 'squashed-into':
      return l10n.t('squashed into');
    case 'lost':
      return l10n.t('lost');
  }
}

/** Why a commit is taken for the one that a link means, for people. */
export function reasonOf(by: FoundBy, grade: Grade): string {
  switch (by) {
    case 'reachable':
      return l10n.t('a branch or a tag has it');
    case 'change-id':
      return l10n.t('it has the same Change-Id');
    case 'id-in-message':
      return l10n.t('its message names the entry');
    case 'git-record':
      return l10n.t('git noted that it was made of it');
    case 'identity':
      return grade === 'rewritten'
        ? l10n.t('it has the same author time and subject')
        : l10n.t('it has the same author time and touches the same files');
    case 'patch':
      return l10n.t('it makes the same change');
    case 'range':
      return l10n.t('it makes the whole change of the branch');
    case 'pull-request':
      return l10n.t('it is the result of the pull request');
    case 'squash-list':
      return l10n.t('its message quotes the subject');
    case 'entry-commit':
      return l10n.t('it added the entry and touches the same files');
  }
}
