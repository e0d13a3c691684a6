import * as vscode from 'vscode';
import { RetroError } from '../../core/retroError.ts';
import { templateKey } from '../../core/templates/addTemplate.ts';
import { builtInTemplates } from '../../core/templates/builtInTemplates.ts';
import type { App } from '../app.ts';
import { showFailure } from './showFailure.ts';
import { showBox } from '../showPrompt.ts';

/** Keeps the columns and phases of the board that is in front as a template of the team's own. */
export function saveTemplate(app: App) {
  return async (): Promise<void> => {
    const front = await app.boards.templateInFront();
    if (front === undefined) {
      throw new RetroError(
        'not-found',
        vscode.l10n.t(
          'Open the board whose columns and phases you want to keep, then save it as a template.',
        ),
      );
    }
    const { session, template } = front;
    const name = await showBox({
      title: vscode.l10n.t('How is the template called?'),
      prompt: vscode.l10n.t('It is kept with the team’s files, for everyone who starts a retro'),
      value: template.name,
      validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Write a few words.') : undefined),
    });
    if (name === undefined || name.trim() === '') {
      return;
    }
    const taken = [...session.log.templates, ...builtInTemplates()].map(({ key }) => key);
    const key = templateKey(name, taken);
    const { paths } = await session.log.apply({
      type: 'addTemplate',
      template: { ...template, key, name: name.trim() },
    });
    const open = vscode.l10n.t('Open');
    const follow = async (): Promise<void> => {
      const choice = await vscode.window.showInformationMessage(
        vscode.l10n.t('The template is saved.'),
        open,
      );
      if (choice === open && paths[0] !== undefined) {
        await vscode.commands.executeCommand('vscode.open', session.uriOf(paths[0]));
      }
    };
    follow().catch((error: unknown) => showFailure(error, app.output));
  };
}
