import assert from 'node:assert/strict';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { parseFile } from '../../../src/core/format/parseFile.ts';
import { type SeededRandom, seededRandom } from '../../support/seededRandom.ts';
import { type Member, Team } from './teamRepository.ts';
import { WrittenValues } from './writtenValues.ts';

const histories = process.env['RETROLOG_LONG'] === '1' ? 500 : 50;
const people = ['ada', 'ben', 'cleo', 'dan', 'eve'];
const steps = 40;
const keys = ['tags', 'people'] as const;

interface Told {
  /** Values that nobody decided against and that are nowhere. */
  readonly lost: readonly string[];
  readonly conflicts: number;
}

/** One history: five people add, change and remove entries, and merge each other, in any order. */
class History {
  readonly #random: SeededRandom;
  readonly #team = new Team(people);
  readonly #written = new WrittenValues();
  readonly #mergeOptions: readonly string[];
  #count = 0;
  #conflicts = 0;

  constructor(seed: number, mergeOptions: readonly string[]) {
    this.#random = seededRandom(seed);
    this.#mergeOptions = mergeOptions;
  }

  async run(): Promise<Told> {
    const { members } = this.#team;
    try {
      for (let step = 0; step < steps; step += 1) {
        const member = this.#random.pick(members);
        await (this.#random.chance(0.2)
          ? this.#merge(member, this.#random.pick(members))
          : this.#write(member));
      }
      const [last, ...others] = this.#random.sample(members, members.length);
      for (const other of others) {
        await this.#merge(last as Member, other);
      }
      return { lost: await this.#lostFor(last as Member), conflicts: this.#conflicts };
    } finally {
      this.#team.remove();
    }
  }

  #value(word: string): string {
    this.#count += 1;
    return `${word}-${this.#count}`;
  }

  async #write(member: Member): Promise<void> {
    const log = await member.log();
    const entry = log.entries.length === 0 ? undefined : this.#random.pick(log.entries);
    if (entry === undefined || this.#random.chance(0.3)) {
      const [tag, person, title] = [this.#value('tag'), this.#value('person'), this.#value('Entry')];
      // Two entries that say much the same would be one that was renamed, to git.
      const body = Array.from({ length: 12 }, () => String(this.#random.next())).join('\n');
      const draft = { kind: 'win', date: '2026-03-04', title, body, tags: [tag], people: [person] } as const;
      const { id = '' } = await log.apply({ type: 'addEntry', draft });
      this.#written.write(`${id} tags`, tag);
      this.#written.write(`${id} people`, person);
    } else if (this.#random.chance(0.2)) {
      await log.apply({ type: 'removeFile', path: entry.path });
      for (const key of keys) {
        this.#written.write(`${entry.id} ${key}`, this.#value('removed'), entry[key][0]);
      }
    } else {
      const key = this.#random.pick(keys);
      const value = this.#value(key);
      await log.apply({ type: 'setKeys', path: entry.path, values: { [key]: [value] } });
      this.#written.write(`${entry.id} ${key}`, value, entry[key][0]);
    }
  }

  async #merge(member: Member, other: Member): Promise<void> {
    member.commitAll('Work');
    other.commitAll('Work');
    if (member.tries('merge', '--quiet', '--no-edit', ...this.#mergeOptions, other.branch)) {
      return;
    }
    const open = member.git('diff', '--name-only', '--diff-filter=U').split('\n');
    const told = await member.problems();
    for (const path of open) {
      this.#conflicts += 1;
      const sides = [2, 3].map((stage) => entryOn(member, stage as 2 | 3, path));
      const isBoth = sides.every((side) => side !== undefined);
      assert.ok(!isBoth || told.some(([code, at]) => code === 'merge-conflict' && at === path), path);
      this.#decide(member, path, sides);
    }
    member.commitAll('Merge');
  }

  /** A person takes one of the two files as a whole, or none where one side has none. */
  #decide(member: Member, path: string, [ours, theirs]: readonly (Entry | undefined)[]): void {
    const isOurs = this.#random.chance(0.5);
    const [kept, dropped] = isOurs ? [ours, theirs] : [theirs, ours];
    const id = (kept ?? dropped)?.id ?? '';
    for (const key of keys) {
      this.#written.choose(this.#standing(id, key, kept), this.#standing(id, key, dropped));
    }
    if (kept === undefined) {
      member.git('rm', '--quiet', '--force', '--', path);
    } else {
      member.git('checkout', isOurs ? '--ours' : '--theirs', '--', path);
    }
  }

  #standing(id: string, key: (typeof keys)[number], entry: Entry | undefined): readonly string[] {
    return entry === undefined
      ? this.#written.in(`${id} ${key}`).filter((value) => value.startsWith('removed'))
      : entry[key];
  }

  async #lostFor(member: Member): Promise<readonly string[]> {
    const log = await member.log();
    assert.deepEqual(log.problems, []);
    return this.#written.places.flatMap((place) => {
      const [id, key] = place.split(' ') as [string, (typeof keys)[number]];
      const found = log.withId(id);
      assert.ok(found.length <= 1, `${id} is there ${found.length} times`);
      return this.#written.lost(place, this.#standing(id, key, found[0]));
    });
  }
}

/** The entry in a file as one side of a merge has it; `undefined` where it has no such file. */
function entryOn(member: Member, stage: 2 | 3, path: string): Entry | undefined {
  return member.tries('cat-file', '-e', `:${stage}:${path}`)
    ? parseFile(path, `${member.side(stage, path)}\n`).entry
    : undefined;
}

describe('histories that five people make and merge in any order', function () {
  this.timeout(histories * 20_000);

  it('lose nothing in silence: every value stands, or somebody saw what they put in its place', async () => {
    let conflicts = 0;
    for (let seed = 1; seed <= histories; seed += 1) {
      const told = await new History(seed, []).run();
      assert.deepEqual(told.lost, [], `seed ${seed}`);
      conflicts += told.conflicts;
    }
    assert.ok(conflicts > histories, `only ${conflicts} conflicts: these people hardly met`);
  });

  it('are seen to lose something where git takes one side without asking (control)', async () => {
    let lost = 0;
    for (let seed = 1; seed <= 5; seed += 1) {
      lost += (await new History(seed, ['--strategy-option=ours']).run()).lost.length;
    }
    assert.ok(lost > 0);
  });
});
