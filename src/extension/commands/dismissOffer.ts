import * as vscode from 'vscode';
import type { NudgeKind } from '../../core/nudges/nudge.ts';
import type { App } from '../app.ts';
import { setForMe } from '../nudges/setForMe.ts';
import { chosenOffer } from './chosenOffer.ts';

/** Turns down what is offered on top of the log, for good. */
export function dismissOffer(app: App) {
  return async (row: unknown): Promise<void> => {
    const { offer } = chosenOffer(app, row);
    await (await app.nudges.desk()).answer(offer, 'declined');
  };
}

/** Switches off all offers of this kind; the settings bring them back. */
export function muteOffers(app: App) {
  return async (row: unknown): Promise<void> => {
    const { offer } = chosenOffer(app, row);
    await switchOff(offer.kind);
    await (await app.nudges.desk()).answer(offer, 'declined');
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('You will not be offered this again. The settings of Retrolog bring it back.'),
      5000,
    );
  };
}

async function switchOff(kind: NudgeKind): Promise<void> {
  switch (kind) {
    case 'digest':
      return setForMe('offerDigest', false);
    case 'moment':
      return setForMe('offerMoments', false);
    case 'question':
    case 'invitation':
      return setForMe('dailyQuestion', 'never');
  }
}
