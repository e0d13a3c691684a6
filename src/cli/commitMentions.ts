import * as l10n from '@vscode/l10n';
import { type MentionsById, mentionsById } from '../core/links/mentionedCommits.ts';
import type { Terminal } from './terminal.ts';
import type { Workplace } from './workplace.ts';

/**
 * The commits whose message names an entry, by the entry's id in small letters; none where git cannot say, which is
 * then said.
 *
 * @param among full hashes; without them, the whole history is asked
 */
export async function commitMentions(
  { history }: Pick<Workplace, 'history'>,
  terminal: Terminal,
  among?: readonly string[],
): Promise<MentionsById> {
  const answer = await history.mentions(among === undefined ? {} : { among });
  if (answer.state === 'failed') {
    terminal.say(l10n.t('Messages of commits were not searched for entries: {0}', answer.reason));
  }
  return mentionsById(answer.state === 'ok' ? answer.value : []);
}
