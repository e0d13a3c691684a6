import * as vscode from 'vscode';
import { minuteOfDay } from '../../core/nudges/timeOfDay.ts';
import type { App } from '../app.ts';
import { setForMe } from '../nudges/setForMe.ts';
import { showBox, showPick } from '../showPrompt.ts';

const offeredTimes = ['11:45', '16:30', '17:30'];

/** Lets the person choose when they are asked what they learned today, or that they never are; false if they did not. */
export function askDaily(app: App) {
  return async (): Promise<boolean> => {
    const chosen = await chooseTime();
    if (chosen === undefined) {
      return false;
    }
    await setForMe('dailyQuestion', chosen);
    const minute = minuteOfDay(chosen);
    if (minute !== undefined) {
      await (await app.nudges.desk()).timeChosen(minute);
    }
    vscode.window.setStatusBarMessage(
      minute === undefined
        ? vscode.l10n.t('You will not be asked.')
        : vscode.l10n.t('You will be asked once a day, at {0}.', chosen),
      5000,
    );
    return true;
  };
}

async function chooseTime(): Promise<string | undefined> {
  const now = vscode.workspace.getConfiguration('retrolog').get('dailyQuestion', 'never');
  const times = [...new Set([...offeredTimes, ...(minuteOfDay(now) === undefined ? [] : [now])])];
  const items = [
    ...times.map((label) => ({ value: label, label })),
    { value: undefined, label: vscode.l10n.t('Another time…') },
    { value: 'never', label: vscode.l10n.t('Never') },
  ].map((item) => (item.value === now ? { ...item, description: vscode.l10n.t('as it is now') } : item));
  const picked = await showPick(items, {
    title: vscode.l10n.t('When may you be asked what you learned today?'),
    placeHolder: vscode.l10n.t('Once a day, and never while you debug or a board is open'),
  });
  return picked && (picked.value ?? (await typeTime()) ?? chooseTime());
}

async function typeTime(): Promise<string | undefined> {
  const typed = await showBox({
    title: vscode.l10n.t('At what time?'),
    prompt: vscode.l10n.t('Hours and minutes, as in {0}', '16:30'),
    validateInput: (text) =>
      minuteOfDay(text) === undefined ? vscode.l10n.t('Write a time of day, as in {0}.', '16:30') : undefined,
  });
  return typed?.trim();
}
