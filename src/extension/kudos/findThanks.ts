import type { Entry } from '../../core/entries/entry.ts';
import { isMeant, type Someone } from '../../core/kudos/isMeant.ts';
import { newThanks } from '../../core/kudos/newThanks.ts';
import { readSeenThanks } from '../../core/kudos/seenThanks.ts';
import { wordsInUse } from '../../core/log/wordsInUse.ts';
import type { Session } from '../session.ts';
import { isOn } from '../settingOf.ts';
import type { ThanksForMe } from './thanks.ts';

/** A few at a time: the next come when these were seen. */
const most = 3;

/**
 * The newest thanks in a log that the person at this machine has not seen, with who wrote them. What is in no commit
 * yet they wrote themselves, here. What minutes list was committed by whoever facilitated, so nobody is said to have
 * written it.
 *
 * @param seen as it was kept
 */
export async function findThanks(session: Session, seen: unknown): Promise<readonly ThanksForMe[]> {
  const { log, clock } = session;
  if (isOn('quiet') || log.state.name !== 'ready' || !log.entries.some(({ kind }) => kind === 'kudos')) {
    return [];
  }
  const someone = await whoIsHere(session);
  const minuted = new Set(log.pages.flatMap(({ minuted: paths = [] }) => paths));
  const found: ThanksForMe[] = [];
  for (const entry of newThanks(log.entries, someone, readSeenThanks(seen), clock.today())) {
    const writer = found.length < most ? await writerOf(session, entry) : undefined;
    if (writer !== undefined && !isMeant(writer, someone)) {
      found.push(minuted.has(entry.path) ? { entry } : { entry, writer });
    }
  }
  return found;
}

async function whoIsHere({ git, log }: Session): Promise<Someone> {
  const [identities, authors] = await Promise.all([git?.identities(), git?.people()]);
  return {
    identities: identities?.state === 'ok' ? identities.value : [],
    authors: authors?.state === 'ok' ? authors.value : [],
    named: wordsInUse(log.entries, 'people'),
  };
}

/** Who committed an entry first; `undefined` for one that is in no commit, and where git cannot tell. */
async function writerOf({ versions }: Session, { id, path }: Entry): Promise<string | undefined> {
  const history = await versions?.history({ path, id });
  return history?.state === 'ok' ? history.value.versions.at(-1)?.author : undefined;
}
