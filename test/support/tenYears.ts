import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { addDays } from '../../src/core/dates.ts';
import { lastDay, writeCorpus } from './corpus.ts';
import { GitRepository } from './gitRepository.ts';
import { type SeededRandom, seededRandom } from './seededRandom.ts';

const years = 10;
const days = years * 365;
const people = 120;
/** What a commit brings of the log, if several wait to be committed. */
const mostBrought = 8;
/** How many work at the same time. */
const team = 30;

/**
 * Makes a repository of ten years: a team that changes over time, work in many areas, files that are moved, bots,
 * people who write together, and a log whose entries are committed soon after they were written. It is the same
 * each time.
 */
export async function makeTenYears(commits: number, entries: number): Promise<GitRepository> {
  const repository = new GitRepository();
  const paths = await writeCorpus(repository.folder, entries, 1, years);
  repository.write('.mailmap', 'Person 7 <person7@example.com> <person7@laptop.example.com>\n');
  const input = join(repository.base, 'import');
  const file = openSync(input, 'w');
  for (const text of printedCommits(commits, paths, repository.folder)) {
    writeSync(file, text);
  }
  closeSync(file);
  const how = { cwd: repository.folder, env: repository.environment };
  const stdin = openSync(input, 'r');
  const args = ['fast-import', '--quiet', '--date-format=raw'];
  const { status, stderr } = spawnSync('git', args, { ...how, stdio: [stdin, 'ignore', 'pipe'] });
  closeSync(stdin);
  rmSync(input);
  if (status !== 0) {
    throw new Error(`The history was not made: ${stderr.toString()}`);
  }
  return repository;
}

function* printedCommits(count: number, paths: readonly string[], folder: string): Generator<string> {
  const random = seededRandom('ten years');
  // The date is in the name of each file.
  const entries = paths.toSorted((a, b) => (a.slice(19) < b.slice(19) ? -1 : 1));
  const work = new Work(random);
  let written = 0;
  for (let mark = 1; mark <= count; mark += 1) {
    const at = mark / count;
    const day = addDays(lastDay, Math.round((at - 1) * days));
    const brought: string[] = [];
    while (brought.length < mostBrought && (entries[written]?.slice(19, 29) ?? '9') <= day) {
      brought.push(entries[written] ?? '');
      written += 1;
    }
    const files = brought.map((path) => added(path, readFileSync(join(folder, path), 'utf8')));
    const seconds = Date.parse(`${day}T08:00:00Z`) / 1000 + random.between(0, 36_000);
    yield printed(mark, seconds, messageOf(mark, brought, random), authorAt(at, random), [
      ...files,
      ...work.changes(mark),
    ]);
  }
}

/** The files of the code, some of which move now and then. */
class Work {
  readonly #random: SeededRandom;
  readonly #paths: string[] = [];

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  changes(mark: number): readonly string[] {
    const changed = Array.from({ length: this.#random.between(1, 3) }, () => {
      const place = this.#random.between(0, 1999);
      const path = (this.#paths[place] ??= `src/area${place % 40}/file${place}.ts`);
      return added(path, `line ${mark}\nexport const value = ${this.#random.between(0, 1e6)};\n`);
    });
    const place = this.#random.between(0, 1999);
    const from = this.#paths[place];
    if (!this.#random.chance(0.01) || from === undefined || changed.some((text) => text.includes(from))) {
      return [...new Set(changed)];
    }
    const to = `src/area${this.#random.between(0, 39)}/moved${mark}.ts`;
    this.#paths[place] = to;
    return [...new Set(changed), `R ${from} ${to}\n`];
  }
}

function authorAt(at: number, random: SeededRandom): string {
  if (random.chance(0.03)) {
    return 'deps[bot] <deps@example.com>';
  }
  const number = Math.floor(at * (people - team)) + random.between(0, team - 1);
  const host = random.chance(0.1) && number === 7 ? 'laptop.example.com' : 'example.com';
  return `Person ${number} <person${number}@${host}>`;
}

function messageOf(mark: number, brought: readonly string[], random: SeededRandom): string {
  const body = random.chance(0.3)
    ? '\nWhy it had to be done, in a line or two.\nAnd what was tried before.\n'
    : '';
  const number = random.between(0, people - 1);
  const named = brought.map((path) => path.slice(-11, -3)).join(', ');
  return [
    `Change number ${mark} of what the shop does in ${random.between(1, 400)} places\n`,
    body,
    named !== '' && random.chance(0.2) ? `\nRetro: ${named}\n` : '',
    random.chance(0.05) ? `\nCo-authored-by: Person ${number} <person${number}@example.com>\n` : '',
  ].join('');
}

function printed(
  mark: number,
  seconds: number,
  message: string,
  who: string,
  files: readonly string[],
): string {
  return [
    `commit refs/heads/main\nmark :${mark}\n`,
    `author ${who} ${seconds} +0000\ncommitter ${who} ${seconds} +0000\n`,
    `data ${message.length}\n${message}`,
    mark === 1 ? '' : `from :${mark - 1}\n`,
    ...files,
    '\n',
  ].join('');
}

function added(path: string, text: string): string {
  return `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
}
