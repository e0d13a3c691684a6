import * as vscode from 'vscode';
import { RetroError } from '../../core/retroError.ts';
import type { SettingKey } from '../manifestNames.ts';

/**
 * Changes one of this person's own settings.
 *
 * @throws RetroError `cannot-write` where the editor refuses, such as over a settings file that has a mistake in it
 */
export async function setForMe(key: SettingKey, value: string | boolean): Promise<void> {
  try {
    await vscode.workspace.getConfiguration('retrolog').update(key, value, vscode.ConfigurationTarget.Global);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RetroError(
      'cannot-write',
      vscode.l10n.t('The setting “{0}” could not be changed: {1}', `retrolog.${key}`, reason),
      { cause },
    );
  }
}
