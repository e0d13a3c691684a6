import * as vscode from 'vscode';

/** What carries a thing of the plan from its beginning, as choices. */
export function beginnings() {
  return [
    {
      value: 'experiment',
      label: vscode.l10n.t('With an experiment'),
      description: vscode.l10n.t('a pilot with a measure and an end'),
    },
    {
      value: 'action',
      label: vscode.l10n.t('With an action'),
      description: vscode.l10n.t('something to do, with an owner and a day'),
    },
  ];
}
