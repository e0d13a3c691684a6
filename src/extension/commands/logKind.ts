import * as vscode from 'vscode';
import type { EntryDraft } from '../../core/entries/draft.ts';
import type { EntryKind } from '../../core/entries/kinds.ts';
import type { CodePlace } from '../../core/entries/entry.ts';
import { displayText } from '../../core/entries/displayText.ts';
import { tagsFrom } from '../../core/entries/tagsFrom.ts';
import type { App } from '../app.ts';
import { logEntry } from '../capture/logEntry.ts';
import { takeable, takeBack } from '../capture/takeBack.ts';
import { promiseOf } from '../pages/promiseOf.ts';
import type { Session } from '../session.ts';
import { askPlan } from '../work/askPlan.ts';
import { needWritableSession } from './needSession.ts';
import { showFailure } from './showFailure.ts';
import { showBox } from '../showPrompt.ts';

/** Logs an entry of one kind in two prompts, of which the second may be left empty; an experiment with its plan. */
export function logKind(kind: EntryKind) {
  return (app: App) => async (): Promise<void> => {
    const session = await needWritableSession(app);
    if (kind === 'experiment') {
      const plan = await askPlan(session.clock.today());
      return plan && logAndTell(app, session, plan);
    }
    const title = await askTitle(session, kind);
    const more = title === undefined ? undefined : await askMore(kind);
    if (title !== undefined && more !== undefined) {
      await logAndTell(app, session, { kind, title, ...more });
    }
  };
}

/** Asks for the one thing that an entry needs. Who logs a failure reads what the team's agreement promises. */
export async function askTitle(
  session: Session,
  kind: EntryKind,
  place?: CodePlace,
): Promise<string | undefined> {
  const promise = kind === 'failure' ? await promiseOf(session) : '';
  const ask =
    place === undefined
      ? vscode.l10n.t('In one line')
      : vscode.l10n.t('In one line, about {0}', placeText(place));
  const title = await showBox({
    title: titleQuestion(kind),
    prompt: promise === '' ? ask : `${ask}. ${displayText(promise, 160)}`,
    validateInput: (text) =>
      text.trim() === '' && text !== '' ? vscode.l10n.t('Write a few words.') : undefined,
  });
  return title?.trim() === '' ? undefined : title?.trim();
}

/** Writes the entry, and offers to take it back or to go on writing in its file. */
export async function logAndTell(app: App, session: Session, draft: EntryDraft): Promise<void> {
  const logged = await logEntry(session, draft);
  const written = await takeable(session, logged.id, logged.undo);
  const open = vscode.l10n.t('Open');
  const undo = vscode.l10n.t('Undo');
  const follow = async (): Promise<void> => {
    const choice = await vscode.window.showInformationMessage(vscode.l10n.t('Logged.'), open, undo);
    if (choice === open) {
      await vscode.commands.executeCommand('vscode.open', session.uriOf(logged.path));
    } else if (choice === undo) {
      await takeBack(written);
    }
  };
  follow().catch((error: unknown) => showFailure(error, app.output));
}

/** Asks for what else belongs to an entry; `undefined` where the whole entry is called off. */
export async function askMore(kind: EntryKind): Promise<Partial<EntryDraft> | undefined> {
  const text = await showBox({
    title: moreQuestion(kind),
    prompt: vscode.l10n.t('Optional: press Enter to leave it out'),
  });
  return text === undefined ? undefined : text.trim() === '' ? {} : moreOf(kind, text.trim());
}

function moreOf(kind: EntryKind, text: string): Partial<EntryDraft> {
  switch (kind) {
    case 'experiment':
      return { hypothesis: text };
    case 'action':
      return { owner: text };
    case 'kudos':
      return { people: tagsFrom(text) };
    case 'win':
    case 'failure':
    case 'learning':
    case 'blocker':
      return { body: text };
  }
}

function titleQuestion(kind: EntryKind): string {
  switch (kind) {
    case 'win':
      return vscode.l10n.t('What went well?');
    case 'failure':
      return vscode.l10n.t('What did not work?');
    case 'learning':
      return vscode.l10n.t('What did you learn?');
    case 'experiment':
      return vscode.l10n.t('What do you want to try?');
    case 'action':
      return vscode.l10n.t('What is to be done?');
    case 'kudos':
      return vscode.l10n.t('What do you want to say thank you for?');
    case 'blocker':
      return vscode.l10n.t('What is in the way?');
  }
}

function moreQuestion(kind: EntryKind): string {
  switch (kind) {
    case 'experiment':
      return vscode.l10n.t('What do you expect to happen?');
    case 'action':
      return vscode.l10n.t('Who takes it on?');
    case 'kudos':
      return vscode.l10n.t('Who is thanked? Separate names by commas');
    case 'win':
    case 'failure':
    case 'learning':
    case 'blocker':
      return vscode.l10n.t('What else should be remembered?');
  }
}

function placeText(place: CodePlace): string {
  return place.line === undefined ? place.path : `${place.path}:${place.line}`;
}
