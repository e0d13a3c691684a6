import { liveLimits } from '../../src/protocol/liveLimits.ts';
import { sentences } from '../support/corpusWords.ts';
import { Guest, partsOf } from '../support/liveGuest.ts';
import { GitRepository } from '../support/gitRepository.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { Served } from '../support/served.ts';
import { type Claim, percentile, report, time } from './claim.ts';
import { diskTimes } from './diskTimes.ts';
import { megabytesOf } from './megabytesOf.ts';

const people = 100;
const cards = 1000;
const editsPerSecond = 20;
const edits = 300;

const random = seededRandom('a large live retro');
const repository = new GitRepository();
const served = await Served.start(repository);
try {
  report(await measure());
} finally {
  await served.stop();
  repository.remove();
}

/** One room, its server in a process of its own; all guests in this one. */
async function measure(): Promise<readonly Claim[]> {
  const port = Number(new URL(served.hostLink).port);
  const lead = await Guest.connect(port);
  await lead.enter({ ...partsOf(served.hostLink), name: 'Facilitator' });
  await lead.begins();
  await lead.does({ type: 'goTo', phase: 'write' });
  await lead.does({ type: 'reveal' });
  const guests = [lead];
  while (guests.length < people) {
    guests.push(await joined(port, lead, `Person ${guests.length}`));
  }
  const ids: string[] = [];
  for (let at = 0; at < cards; at += people) {
    const some = guests.map((guest) => guest.adds(random.sample(sentences, 2).join(' ')));
    ids.push(...(await Promise.all(some)));
  }
  await Promise.all(guests.map((guest) => guest.until(() => guest.cards.length === cards)));
  const disk = diskTimes(repository.base);
  const seen = await editTimes(guests, ids);
  const synced = percentile(await disk.end(), 0.99);
  let late: Guest | undefined;
  const joining = await time(async () => {
    late = await Guest.connect(port);
    await late.enter({ ...partsOf(served.hostLink), name: '' });
    await late.until(() => late?.cards.length === cards);
  });
  late?.drop();
  guests.forEach((guest) => guest.drop());
  const memory = megabytesOf(served.process);
  return [
    {
      what: `an edit in all ${people} views of a board of ${cards} cards, at ${editsPerSecond} edits a second (95th percentile; the disk took ${Math.round(synced)} ms to sync in the worst of 100 cases)`,
      measured: percentile(seen, 0.95),
      // Nothing is shown before it is safe: a disk that others keep busy is waited for, and so is what came meanwhile.
      most: 100 + 2 * synced,
      unit: 'ms',
    },
    { what: 'the same (median)', measured: percentile(seen, 0.5), most: 100, unit: 'ms' },
    { what: 'joining it', measured: joining, most: 1000, unit: 'ms' },
    ...(memory === undefined
      ? []
      : [{ what: 'memory of the server', measured: memory, most: 200, unit: 'MB' }]),
  ];
}

async function joined(port: number, admitting: Guest, name: string): Promise<Guest> {
  const guest = await Guest.connect(port);
  await guest.enter({ ...partsOf(served.guestLink), name });
  await admitting.letsIn(name);
  // Letting many in is asking for much: whoever does it keeps below what is allowed.
  await wait(1000 / liveLimits.messagesPerSecond);
  await guest.until(() => guest.view?.me !== undefined && guest.view.me !== '');
  return guest;
}

/**
 * Milliseconds from when somebody edits a card of theirs until everybody has it. What arrives is looked through for the
 * edit and no more: the guests of a hundred people are not to take the time of their server.
 */
async function editTimes(guests: readonly Guest[], ids: readonly string[]): Promise<readonly number[]> {
  const awaited = new Map<string, () => void>();
  for (const { socket } of guests) {
    socket.removeAllListeners('message');
    socket.on('message', (data: Buffer) => {
      for (const [text] of data.toString().matchAll(/Edit \d+/g)) {
        awaited.get(text)?.();
      }
    });
  }
  const times: Promise<number>[] = [];
  for (let count = 0; count < edits; count += 1) {
    // Each card once: of two edits of one that come together, only the later is ever seen.
    const at = (count * 7) % ids.length;
    const deed = { type: 'editCard', card: ids[at] ?? '', text: `Edit ${count}` };
    let missing = guests.length;
    times.push(
      time(
        () =>
          new Promise<void>((resolve) => {
            awaited.set(deed.text, () => {
              missing -= 1;
              if (missing === 0) {
                awaited.delete(deed.text);
                resolve();
              }
            });
            const input = { id: `edit${count}`, deed };
            guests[at % people]?.socket.send(JSON.stringify({ request: count, method: 'take', input }));
          }),
      ),
    );
    await wait(1000 / editsPerSecond);
  }
  return Promise.all(times);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
