import * as vscode from 'vscode';
import type { ShownNudge } from '../../core/nudges/nudgeState.ts';
import type { App } from '../app.ts';
import { draftOfMoment } from '../nudges/momentWords.ts';
import type { Session } from '../session.ts';
import { askDaily } from './askDaily.ts';
import { chosenOffer } from './chosenOffer.ts';
import { copyDigest } from './copyDigest.ts';
import { needWritableSession } from './needSession.ts';
import { putDigestIntoRetro } from './putDigestIntoRetro.ts';
import { saveDigest } from './saveDigest.ts';
import { showPick } from '../showPrompt.ts';

/** Goes on with what is offered on top of the log. Whoever leaves it at that is still offered it today. */
export function takeOffer(app: App) {
  return async (row: unknown): Promise<void> => {
    const { offer, session } = chosenOffer(app, row);
    if (await goOn(app, session, offer)) {
      await (await app.nudges.desk()).answer(offer, 'taken');
    }
  };
}

async function goOn(app: App, session: Session, offer: ShownNudge): Promise<boolean> {
  if (offer.moment !== undefined) {
    await needWritableSession(app, session.uriOf(session.log.folder));
    await app.capture.suggest(draftOfMoment(offer.moment), session);
    return true;
  }
  return offer.kind === 'digest' ? passDigestOn(app) : askDaily(app)();
}

async function passDigestOn(app: App): Promise<boolean> {
  const items = [
    {
      label: vscode.l10n.t('Copy it'),
      description: vscode.l10n.t('to paste into a chat'),
      run: copyDigest(app),
    },
    ...(vscode.workspace.isTrusted
      ? [
          {
            label: vscode.l10n.t('Put it into a retro'),
            description: vscode.l10n.t('as cards on a board that is open'),
            run: putDigestIntoRetro(app),
          },
          {
            label: vscode.l10n.t('Put it into the log'),
            description: vscode.l10n.t('a file that everyone gets with the repository'),
            run: saveDigest(app),
          },
        ]
      : []),
  ];
  const picked = await showPick(items, {
    title: vscode.l10n.t('The week’s wins, learnings and thanks'),
  });
  await picked?.run();
  return picked !== undefined;
}
