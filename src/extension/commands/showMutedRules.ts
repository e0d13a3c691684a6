import * as vscode from 'vscode';
import { suggestionRules, type SuggestionRule } from '../../core/suggest/suggestion.ts';
import {
  acceptanceOf,
  isSilent,
  readMemory,
  type SuggestionMemory,
  unmuted,
} from '../../core/suggest/suggestionMemory.ts';
import type { App } from '../app.ts';
import { ruleName } from '../suggestions/ruleName.ts';
import { showPick } from '../showPrompt.ts';

interface RuleItem extends vscode.QuickPickItem {
  readonly rule: SuggestionRule;
}

/** Lists the rules that are not listened to, and listens again to those that are chosen. */
export function showMutedRules(app: App) {
  return async (): Promise<void> => {
    const memory = readMemory(app.suggestions.kept);
    const items = suggestionRules
      .filter((rule) => isSilent(memory, rule))
      .map((rule) => itemFor(rule, memory));
    if (items.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No rule for suggestions is muted.'));
      return;
    }
    const picked = await showPick(items, {
      canPickMany: true,
      placeHolder: vscode.l10n.t('Choose the rules that may suggest something again'),
    });
    const current = readMemory(app.suggestions.kept);
    if (picked !== undefined && picked.length > 0) {
      await app.suggestions.keep(picked.reduce((all, { rule }) => unmuted(all, rule), current));
    }
  };
}

function itemFor(rule: SuggestionRule, memory: SuggestionMemory): RuleItem {
  const { accepted, answered } = acceptanceOf(memory, rule);
  const label = ruleName(rule);
  return memory.muted.includes(rule)
    ? { rule, label, description: vscode.l10n.t('muted') }
    : {
        rule,
        label,
        description: vscode.l10n.t('silent: {0} of the last {1} were accepted', accepted, answered),
      };
}
