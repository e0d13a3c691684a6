import type { App } from '../app.ts';
import { chosenOffer } from './chosenOffer.ts';

/** Turns down what is offered on top of the log, for good. */
export function dismissOffer(app: App) {
  return async (row: unknown): Promise<void> => {
    const { offer } = chosenOffer(app, row);
    await (await app.nudges.desk()).answer(offer, 'declined');
  };
}
