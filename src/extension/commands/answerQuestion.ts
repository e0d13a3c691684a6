import type { App } from '../app.ts';
import { needWritableSession } from './needSession.ts';

/** Opens the capture view on today's question, with the day's own commits to hand; asked or not. */
export function answerQuestion(app: App) {
  return async (): Promise<void> => {
    const session = await needWritableSession(app);
    await app.capture.answerQuestion(session);
    await (await app.nudges.desk()).answerQuestion();
  };
}
