import type { Entry } from '../../core/entries/entry.ts';
import { isMeant, type Someone } from '../../core/kudos/isMeant.ts';
import { newThanks, unseenThanks } from '../../core/kudos/newThanks.ts';
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
  const [known, today] = [readSeenThanks(seen), clock.today()];
  // Git is asked who is here only where there is something to tell.
  if (isOn('quiet') || log.state.name !== 'ready' || unseenThanks(log.entries, known, today).length === 0) {
    return [];
  }
  const someone = await whoIsHere(session);
  const minuted = new Set(log.pages.flatMap(({ minuted: paths = [] }) => paths));
  const found: ThanksForMe[] = [];
  for (const entry of newThanks(log.entries, someone, known, today)) {
    if (found.length === most) {
      break;
    }
    const committed = await committedBy(session, entry);
    const { author } = committed ?? {};
    if (committed !== undefined && (author === undefined || !isMeant(author, someone))) {
      found.push(author === undefined || minuted.has(entry.path) ? { entry } : { entry, writer: author });
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

/**
 * Who committed an entry first, with no name where a shallow clone does not reach back so far; `undefined` for one that
 * is in no commit, and where git cannot tell.
 */
async function committedBy(
  { versions }: Session,
  { id, path }: Entry,
): Promise<{ readonly author?: string } | undefined> {
  const history = await versions?.history({ path, id });
  const first = history?.state === 'ok' ? history.value.versions.at(-1) : undefined;
  if (history?.state !== 'ok' || first === undefined) {
    return undefined;
  }
  return history.value.incomplete ? {} : { author: first.author };
}
