import { activityLog, mappedContacts } from '../../core/git/activityLog.ts';
import { configuredIdentity } from '../../core/git/identity.ts';
import type { Cancellation } from '../../core/ports/cancellation.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import { type GatherSettings, HistoryGatherer } from '../../core/trends/gatherHistory.ts';
import type { HistoryFacts } from '../../core/trends/historyFacts.ts';
import type { Contact } from '../../core/trends/isBot.ts';
import type { GitAsker } from './askGit.ts';

/**
 * Reads in one pass over what HEAD reaches who did what when.
 *
 * @param tip full hash of HEAD; `undefined` where there is no commit yet
 */
export async function readHistoryFacts(
  asker: GitAsker,
  tip: string | undefined,
  settings: GatherSettings,
  cancellation?: Cancellation,
): Promise<GitAnswer<HistoryFacts>> {
  const gatherer = new HistoryGatherer(settings);
  if (tip !== undefined) {
    const within = settings.prefix.replace(/\/$/, '');
    const read = await asker.stream(activityLog(tip, within), (told) => gatherer.take(told), cancellation);
    if (read.state !== 'ok') {
      return read;
    }
  }
  const ask = asker.begin();
  const who = await ask(configuredIdentity);
  if (who.state !== 'ok') {
    return who;
  }
  const { name = '', email = '' } = who.value;
  const asked = [...gatherer.coAuthors, { name, address: email }].map(askable);
  const mapped = await ask(mappedContacts(asked));
  if (mapped.state !== 'ok') {
    return mapped;
  }
  const me = email === '' && name === '' ? undefined : mapped.value.at(-1);
  return { state: 'ok', value: gatherer.facts(mapped.value.slice(0, -1), me) };
}

/** Without what would end the name or the address. */
function askable({ name, address }: Contact): Contact {
  const plain = (text: string): string => text.replace(/[<>\r\n\0]/g, '');
  return { name: plain(name), address: plain(address) };
}
