import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { Suggestion } from '../../core/suggest/suggestion.ts';
import { systemClock } from '../../node/systemClock.ts';
import { factsTooltip } from '../factsTooltip.ts';
import { iconOf, kindName } from '../log/kindLooks.ts';
import { dayName } from '../log/logDates.ts';
import type { SuggestionNode, SuggestionsNode } from '../log/logNodes.ts';
import { ruleName } from './ruleName.ts';

const mostFiles = 10;

/** How the section of suggestions and its rows look. Text from commits is never read as Markdown or as an icon. */
export function suggestionItem(node: SuggestionsNode | SuggestionNode): vscode.TreeItem {
  return node.type === 'suggestions' ? heading(node) : row(node);
}

function heading({ session, suggestions }: SuggestionsNode): vscode.TreeItem {
  const label = vscode.l10n.t('Suggestions');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `${session.root}:suggestions`;
  item.description = String(suggestions.length);
  item.accessibilityInformation = { label: `${label} ${suggestions.length}` };
  item.tooltip = vscode.l10n.t('What git’s history suggests to log. Nothing is written before you log it.');
  return item;
}

function row(node: SuggestionNode): vscode.TreeItem {
  const { suggestion, session } = node;
  const title = displayText(suggestion.title);
  const item = new vscode.TreeItem(title);
  item.id = `${session.root}:suggestion:${suggestion.id}`;
  item.iconPath = iconFor(suggestion);
  item.description = [dayName(suggestion.date, systemClock.today()), ...belongsTo(suggestion)].join(' · ');
  item.tooltip = tooltipOf(suggestion);
  item.contextValue = 'suggestion';
  item.accessibilityInformation = {
    label: vscode.l10n.t('Suggestion: {0}', [kindName(suggestion.kind), title, item.description].join(', ')),
  };
  item.command = {
    command: 'retrolog.acceptSuggestion',
    title: vscode.l10n.t('Accept'),
    arguments: [node],
  };
  return item;
}

/** The sign of its kind, still without the colour: it is no entry yet. */
function iconFor(suggestion: Suggestion): vscode.ThemeIcon {
  const id = suggestion.entry === undefined ? iconOf({ kind: suggestion.kind }).id : 'link';
  return new vscode.ThemeIcon(id, new vscode.ThemeColor('descriptionForeground'));
}

function belongsTo({ entry }: Suggestion): readonly string[] {
  return entry === undefined ? [] : [vscode.l10n.t('belongs to “{0}”', displayText(entry.title, 60))];
}

function tooltipOf(suggestion: Suggestion): vscode.MarkdownString {
  const { title, rule, kind, date, commits, paths } = suggestion;
  const facts = [
    [kindName(kind), dayName(date, '')].join(', '),
    ...belongsTo(suggestion),
    vscode.l10n.t('{0}.', ruleName(rule)),
    ...commits.map(({ sha, subject }) => `${sha.slice(0, 8)} ${subject}`),
    ...paths.slice(0, mostFiles),
    ...(paths.length > mostFiles ? ['…'] : []),
  ];
  return factsTooltip(
    displayText(title),
    facts.map((one) => displayText(one)),
  );
}
