import { RetroError } from '../../core/retroError.ts';
import { type Listening, LiveServer, type ServerParts } from './liveServer.ts';

/** Milliseconds between two tries. */
const pause = 100;

/**
 * A server on the port that open pages know, where nobody chose one. Any other will do if that is taken.
 *
 * @param before the port of the last time; 0 for none
 * @param patience milliseconds for which it is waited for whoever had it the last time, and may be going
 * @throws RetroError as `LiveServer.listen`
 */
export async function listenAsBefore(
  listening: Listening,
  before: number,
  parts: ServerParts,
  patience = 0,
): Promise<LiveServer> {
  const wanted = listening.port || before;
  for (let waited = 0; ; waited += pause) {
    try {
      return await LiveServer.listen({ ...listening, port: wanted }, parts);
    } catch (error) {
      const isTaken = wanted !== 0 && error instanceof RetroError && error.code === 'busy';
      if (!isTaken || (waited >= patience && wanted === listening.port)) {
        throw error;
      }
      if (waited >= patience) {
        return LiveServer.listen(listening, parts);
      }
      await new Promise((resolve) => {
        setTimeout(resolve, pause);
      });
    }
  }
}
