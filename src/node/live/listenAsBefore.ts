import { RetroError } from '../../core/retroError.ts';
import { type Listening, LiveServer, type ServerParts } from './liveServer.ts';

/**
 * A server on the port that open pages know, where nobody chose one. Any other will do if that is taken.
 *
 * @param before the port of the last time; 0 for none
 * @throws RetroError as `LiveServer.listen`
 */
export async function listenAsBefore(
  listening: Listening,
  before: number,
  parts: ServerParts,
): Promise<LiveServer> {
  try {
    return await LiveServer.listen({ ...listening, port: listening.port || before }, parts);
  } catch (error) {
    if (before !== 0 && listening.port === 0 && error instanceof RetroError && error.code === 'busy') {
      return LiveServer.listen(listening, parts);
    }
    throw error;
  }
}
