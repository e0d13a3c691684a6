import * as vscode from 'vscode';
import type { SuggestionRule } from '../../core/suggest/suggestion.ts';

/** Why something is suggested, as a sentence without its full stop. */
export function ruleName(rule: SuggestionRule): string {
  switch (rule) {
    case 'message-line':
      return vscode.l10n.t('The commit message has a line for the log');
    case 'fixes-commit':
      return vscode.l10n.t('The commit mends one that an entry is about');
    case 'revert':
      return vscode.l10n.t('The commit takes another one back');
    case 'reverts-commit':
      return vscode.l10n.t('The commit says that it reverts another one');
    case 'flaky':
      return vscode.l10n.t('The commit is about something flaky');
    case 'quick-patch':
      return vscode.l10n.t('The release needed a patch within three days');
  }
}
