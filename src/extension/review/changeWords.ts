import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { ComparedKey, FileDifference, KeyChange } from '../../core/review/compareFiles.ts';
import { outcomeName, statusName } from '../log/kindLooks.ts';

/** How a file differs, in a few words: what became of it first, then which other values are others. Empty: in nothing. */
export function changeWords({ keys, text }: FileDifference): readonly string[] {
  const told = keys.filter(({ key }) => key !== 'started' && key !== 'concluded' && key !== 'closed');
  return [...told.map(keyWord), ...(text ? [vscode.l10n.t('text')] : [])];
}

function keyWord({ key, before, after }: KeyChange): string {
  if (key === 'status') {
    return [before, after].map((value) => displayText(statusName(wordOf(value)), 40)).join(' → ');
  }
  return key === 'outcome' && after !== undefined
    ? displayText(outcomeName(wordOf(after)), 40)
    : keyName(key);
}

function wordOf(value: KeyChange['after']): string {
  return typeof value === 'string' ? value : vscode.l10n.t('none');
}

function keyName(key: ComparedKey): string {
  const names: Readonly<Record<ComparedKey, string>> = {
    kind: vscode.l10n.t('kind'),
    date: vscode.l10n.t('date'),
    title: vscode.l10n.t('title'),
    status: vscode.l10n.t('status'),
    outcome: vscode.l10n.t('outcome'),
    owner: vscode.l10n.t('owner'),
    due: vscode.l10n.t('due day'),
    timebox: vscode.l10n.t('timebox'),
    started: vscode.l10n.t('start'),
    concluded: vscode.l10n.t('end'),
    closed: vscode.l10n.t('end'),
    reason: vscode.l10n.t('reason'),
    imported: vscode.l10n.t('origin'),
    tags: vscode.l10n.t('tags'),
    people: vscode.l10n.t('people'),
    links: vscode.l10n.t('what it follows from'),
    commits: vscode.l10n.t('commits'),
    code: vscode.l10n.t('places in the code'),
  };
  return names[key];
}
