import type { App } from '../app.ts';
import { askDaily } from './askDaily.ts';
import { chosenOffer } from './chosenOffer.ts';

/** Goes on with what is offered on top of the log. */
export function takeOffer(app: App) {
  return async (row: unknown): Promise<void> => {
    const { offer } = chosenOffer(app, row);
    await askDaily(app)();
    await (await app.nudges.desk()).answer(offer, 'taken');
  };
}
