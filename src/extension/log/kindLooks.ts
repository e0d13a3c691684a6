import * as vscode from 'vscode';
import type { EntryKind } from '../../core/entries/kinds.ts';
import type { Page } from '../../core/format/parseFile.ts';

interface KindLook {
  readonly icon: string;
  readonly color: string;
}

// The editor's own orange is the see-through mark of what was found, and none at all in high contrast.
const looks: Readonly<Record<EntryKind | Page['kind'], KindLook>> = {
  win: { icon: 'star-full', color: 'charts.green' },
  failure: { icon: 'zap', color: 'retrolog.failure' },
  learning: { icon: 'lightbulb', color: 'charts.blue' },
  experiment: { icon: 'beaker', color: 'charts.purple' },
  action: { icon: 'circle-large-outline', color: 'foreground' },
  kudos: { icon: 'heart', color: 'charts.yellow' },
  blocker: { icon: 'circle-slash', color: 'descriptionForeground' },
  meeting: { icon: 'comment-discussion', color: 'foreground' },
  pulse: { icon: 'pulse', color: 'foreground' },
  audit: { icon: 'checklist', color: 'foreground' },
};

/** The icon of an entry: its kind's, or for a closed action the sign that it is done. */
export function iconOf(entry: { readonly kind: string; readonly status?: string }): vscode.ThemeIcon {
  if (entry.kind === 'action' && entry.status !== undefined && entry.status !== 'open') {
    return new vscode.ThemeIcon('pass', new vscode.ThemeColor('foreground'));
  }
  const look = (looks as Readonly<Record<string, KindLook | undefined>>)[entry.kind];
  return look === undefined
    ? new vscode.ThemeIcon('note')
    : new vscode.ThemeIcon(look.icon, new vscode.ThemeColor(look.color));
}

/** The word for a kind, one or several; a kind of a newer version keeps its own. */
export function kindName(kind: string, many = false): string {
  const names: Readonly<Record<string, readonly [string, string] | undefined>> = {
    win: [vscode.l10n.t('Win'), vscode.l10n.t('Wins')],
    failure: [vscode.l10n.t('Failure'), vscode.l10n.t('Failures')],
    learning: [vscode.l10n.t('Learning'), vscode.l10n.t('Learnings')],
    experiment: [vscode.l10n.t('Experiment'), vscode.l10n.t('Experiments')],
    action: [vscode.l10n.t('Action'), vscode.l10n.t('Actions')],
    kudos: [vscode.l10n.t('Kudos'), vscode.l10n.t('Kudos')],
    blocker: [vscode.l10n.t('Blocker'), vscode.l10n.t('Blockers')],
    meeting: [vscode.l10n.t('Meeting'), vscode.l10n.t('Meetings')],
    pulse: [vscode.l10n.t('Pulse'), vscode.l10n.t('Pulses')],
    audit: [vscode.l10n.t('Culture audit'), vscode.l10n.t('Culture audits')],
  };
  return names[kind]?.[many ? 1 : 0] ?? kind;
}

/** The word for a state of an action, an experiment or a blocker. */
export function statusName(status: string): string {
  const names: Readonly<Record<string, string | undefined>> = {
    planned: vscode.l10n.t('planned'),
    running: vscode.l10n.t('running'),
    concluded: vscode.l10n.t('concluded'),
    open: vscode.l10n.t('open'),
    done: vscode.l10n.t('done'),
    dropped: vscode.l10n.t('dropped'),
    cleared: vscode.l10n.t('cleared'),
  };
  return names[status] ?? status;
}

/** The word for what came of an experiment. */
export function outcomeName(outcome: string): string {
  const names: Readonly<Record<string, string | undefined>> = {
    validated: vscode.l10n.t('validated'),
    invalidated: vscode.l10n.t('invalidated'),
    inconclusive: vscode.l10n.t('inconclusive'),
    stopped: vscode.l10n.t('stopped'),
  };
  return names[outcome] ?? outcome;
}
