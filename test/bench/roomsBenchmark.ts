import { sentences } from '../support/corpusWords.ts';
import { GitRepository } from '../support/gitRepository.ts';
import { Guest, partsOf } from '../support/liveGuest.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { Served } from '../support/served.ts';
import { type Claim, percentile, report, time } from './claim.ts';
import { diskTimes } from './diskTimes.ts';
import { megabytesOf } from './megabytesOf.ts';

const rooms = 60;
const people = 5;
const cardsEach = 4;
const editsPerSecond = 20;
const edits = 300;

/** The people of one room, with the cards of each. */
interface Team {
  readonly guests: readonly Guest[];
  readonly cards: readonly (readonly string[])[];
}

const random = seededRandom('many small live retros');
const repositories = Array.from({ length: rooms }, () => new GitRepository());
const [first] = repositories as [GitRepository, ...GitRepository[]];
const served = await Served.start(first, ...repositories.flatMap(({ folder }) => ['--repo', folder]));
try {
  report(await measure());
} finally {
  await served.stop();
  repositories.forEach((repository) => repository.remove());
}

/** All rooms in one server process; all guests in this one. */
async function measure(): Promise<readonly Claim[]> {
  const teams: Team[] = [];
  for (const link of served.links) {
    teams.push(await gather(link));
  }
  const disk = diskTimes(first.base);
  const seen = await editTimes(teams);
  const synced = percentile(await disk.end(), 0.99);
  const memory = megabytesOf(served.process);
  teams.forEach(({ guests }) => guests.forEach((guest) => guest.drop()));
  const what = `an edit in all ${people} views of its room, of ${rooms} in one process, at ${editsPerSecond} edits a second`;
  return [
    {
      what: `${what} (95th percentile; the disk took ${Math.round(synced)} ms to sync in the worst of 100 cases)`,
      measured: percentile(seen, 0.95),
      // Nothing is shown before it is safe: a disk that others keep busy is waited for, and so is what came meanwhile.
      most: 100 + 2 * synced,
      unit: 'ms',
    },
    { what: 'the same (median)', measured: percentile(seen, 0.5), most: 100, unit: 'ms' },
    ...(memory === undefined
      ? []
      : [{ what: 'memory of the server', measured: memory, most: 200, unit: 'MB' }]),
  ];
}

async function gather(link: string): Promise<Team> {
  const port = Number(new URL(link).port);
  const lead = await Guest.connect(port);
  await lead.enter({ ...partsOf(link), name: 'Lead' });
  await lead.begins();
  await lead.does({ type: 'goTo', phase: 'write' });
  await lead.does({ type: 'reveal' });
  const guests = [lead];
  while (guests.length < people) {
    const guest = await Guest.connect(port);
    const name = `Person ${guests.length}`;
    await guest.enter({ ...partsOf(lead.facts?.live?.invitation ?? ''), name });
    await lead.letsIn(name);
    await guest.until(() => guest.view?.me !== undefined && guest.view.me !== '');
    guests.push(guest);
  }
  const cards = await Promise.all(
    guests.map((guest) =>
      Promise.all(Array.from({ length: cardsEach }, () => guest.adds(random.sample(sentences, 2).join(' ')))),
    ),
  );
  return { guests, cards };
}

/** Milliseconds from when somebody edits a card of theirs until everybody in their room has it. */
async function editTimes(teams: readonly Team[]): Promise<readonly number[]> {
  const times: Promise<number>[] = [];
  for (let count = 0; count < edits; count += 1) {
    const team = teams[(count * 7) % teams.length];
    const who = count % people;
    const text = `Edit ${count}`;
    const card = team?.cards[who]?.[count % cardsEach] ?? '';
    times.push(
      time(async () => {
        const all = (team?.guests ?? []).map((guest) => guest.until(() => guest.texts.includes(text)));
        await Promise.all([...all, team?.guests[who]?.does({ type: 'editCard', card, text })]);
      }),
    );
    await new Promise((resolve) => {
      setTimeout(resolve, 1000 / editsPerSecond);
    });
  }
  return Promise.all(times);
}
