import * as vscode from 'vscode';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import type { OfferNode } from '../log/logNodes.ts';
import { isRow } from './chosenEntry.ts';

/**
 * The offer that a command is about: the row it was called on, or the one that stands in the log view.
 *
 * @throws RetroError `not-found` where there is none
 */
export function chosenOffer(app: App, row: unknown): OfferNode {
  const [standing] = app.sessions.all.flatMap((session): readonly OfferNode[] => {
    const offer = app.nudges.offerOf(session);
    return offer === undefined ? [] : [{ type: 'offer', session, offer }];
  });
  const found = isRow(row, 'offer') ? row : standing;
  if (found === undefined) {
    throw new RetroError('not-found', vscode.l10n.t('Nothing is offered at the moment.'));
  }
  return found;
}
