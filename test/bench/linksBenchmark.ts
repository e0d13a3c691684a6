import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { CommitLink } from '../../src/core/entries/entry.ts';
import { type EntryLink, type Grading, grades } from '../../src/core/links/grade.ts';
import { Candidates } from '../../src/core/links/candidates.ts';
import { CommitFinder } from '../../src/core/links/commitFinder.ts';
import { commitMessages } from '../../src/core/git/commitMessages.ts';
import { GitAsker } from '../../src/node/git/askGit.ts';
import { NodeHistory } from '../../src/node/git/nodeHistory.ts';
import { makeBigHistory } from './bigHistory.ts';
import { type Claim, median, report, time } from './claim.ts';

const rounds = 5;
const { repository, whole, broken, commits } = makeBigHistory(100_000, 1000);
const { folder, environment } = repository;
const how = { cwd: folder, env: environment, maxBuffer: 1024 ** 3 };
const claims: Claim[] = [];

try {
  await readIdentities();
  await whichAreBroken();
  // What only its change can tell has to be looked for by the paths that commits touch.
  await gradeAll(rebased(), 'rebased and reworded');
  await gradeAll(broken, 'squashed ones among them', '--name-only');
  await holdTheThread();
  await firstPage();
  await findAsOneTypes();
  report(claims);
} finally {
  repository.remove();
}

async function whichAreBroken(): Promise<void> {
  const ratios: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    plain.push(await time(() => git('rev-list', '--branches', '--remotes', '--tags')));
    const history = await open();
    const took = await time(async () => expectAll(await gradingOf(history, whole), 'exact'));
    ratios.push(took / (plain.at(-1) ?? Number.NaN));
  }
  claims.push({
    what: `which of ${whole.length} links are broken when none is, against one git rev-list (${figure(plain)})`,
    measured: median(ratios),
    most: 1.5,
    unit: 'times',
  });
}

/** The first of the links: those that were rebased, reworded or not. */
function rebased(): readonly CommitLink[] {
  return broken.filter((link) => link.range === undefined);
}

async function gradeAll(links: readonly CommitLink[], how: string, ...log: readonly string[]): Promise<void> {
  const [ratios, again, plain]: [number[], number[], number[]] = [[], [], []];
  let grading: Grading | undefined;
  for (let round = 0; round < rounds; round += 1) {
    rmSync(join(folder, '.git', 'retrolog'), { recursive: true, force: true });
    plain.push(await time(() => git('log', ...log, 'HEAD')));
    const history = await open();
    const took = await time(async () => void (grading = await gradingOf(history, links)));
    ratios.push((took - (await patchTime(grading?.patchIds ?? 0))) / (plain.at(-1) ?? Number.NaN));
    repository.commit(
      `One more, ${round}`,
      { 'src/more.ts': `${log.length} ${round}\n` },
      { at: '2026-01-05T09:00:00Z' },
    );
    again.push((await time(async () => void (await gradingOf(history, links)))) / took);
  }
  const counts = grades.map(
    (grade) => `${grade} ${grading?.links.filter((one) => one.grade === grade).length}`,
  );
  console.log(`${how}: ${counts.join(', ')}; patch-ids computed: ${grading?.patchIds}`);
  claims.push(
    {
      what: `${links.length} links graded when all are broken, ${how}, without ${grading?.patchIds} patch-ids, against one git log ${log.join(' ')} (${figure(plain)})`,
      measured: median(ratios),
      most: 3,
      unit: 'times',
    },
    {
      what: 'the same again after one new commit, against the first time',
      measured: median(again),
      most: 0.1,
      unit: 'times',
    },
  );
}

/** What so many patch-ids cost git itself. */
function patchTime(count: number): Promise<number> {
  const shas = linesOf('rev-list', `--max-count=${count}`, 'HEAD').join('\n');
  return time(() =>
    shell('git diff-tree --stdin -p -U0 -r --root | git patch-id --stable > /dev/null', `${shas}\n`),
  );
}

async function readIdentities(): Promise<void> {
  const ratios: number[] = [];
  const held: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const command = commitMessages({ from: linesOf('rev-parse', 'HEAD'), not: [] });
    const args = command.args.map((arg) => `'${arg}'`).join(' ');
    const plain = await time(() => shell(`git ${args} > /dev/null`, command.input));
    const before = heap();
    const { candidates, took } = await identities(command);
    held.push(heap() - before);
    ratios.push(took / plain);
    if (candidates.size < commits) {
      throw new Error(`Only ${candidates.size} commits were read.`);
    }
  }
  claims.push(
    {
      what: `identities of ${commits} commits, against the git log that they are read from`,
      measured: median(ratios),
      most: 2,
      unit: 'times',
    },
    { what: 'heap for them', measured: Math.max(...held), most: 150, unit: 'MB' },
  );
}

async function identities(command: ReturnType<typeof commitMessages>): Promise<{
  readonly candidates: Candidates;
  readonly took: number;
}> {
  const candidates = new Candidates();
  const asker = new GitAsker({ root: folder, environment });
  const took = await time(async () => {
    await asker.stream(command, ({ commit, body }) => candidates.add(commit, body));
  });
  return { candidates, took };
}

/** Everybody else waits as long as one piece of the work takes. */
async function holdTheThread(): Promise<void> {
  const held: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const history = await open();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await gradingOf(history, broken);
    delay.disable();
    held.push(delay.max / 1e6);
  }
  claims.push({
    what: 'longest time that grading them held the thread',
    measured: median(held),
    most: 100,
    unit: 'ms',
  });
}

async function firstPage(): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const history = new NodeHistory({ root: folder, folder: 'retro', environment });
    const start = performance.now();
    let page = Number.NaN;
    await history.walk({}, (shown) => {
      page = shown.length === 0 ? Number.NaN : performance.now() - start;
      return false;
    });
    times.push(page);
  }
  claims.push({
    what: 'first page of the commits to pick from',
    measured: median(times),
    most: 100,
    unit: 'ms',
  });
}

/** The first word has the history read; each one after it looks through what was read. */
async function findAsOneTypes(): Promise<void> {
  const finder = new CommitFinder(new NodeHistory({ root: folder, folder: 'retro', environment }));
  await finder.find('no such words', () => undefined);
  const times: number[] = [];
  for (const typed of ['9', '99', '999', 'shop 9', 'lovelace 77', 'what the shop does in 40', 'nothing']) {
    times.push(await time(async () => void (await finder.find(typed, () => undefined))));
  }
  finder.close();
  claims.push({
    what: `a key typed into the commit picker, all ${commits} commits looked through, the slowest`,
    measured: Math.max(...times),
    most: 100,
    unit: 'ms',
  });
}

/** A history of which nothing is known yet; git is found, and the code is loaded. */
async function open(): Promise<NodeHistory> {
  const history = new NodeHistory({ root: folder, folder: 'retro', environment });
  await history.unmerged([]);
  return history;
}

async function gradingOf(history: NodeHistory, links: readonly CommitLink[]): Promise<Grading> {
  const asked = links.map(
    (link, index): EntryLink => ({ id: `k${index}9q2xa`, path: `retro/${index}.md`, link }),
  );
  const answer = await history.grade(asked);
  if (answer.state !== 'ok') {
    throw new Error(JSON.stringify(answer));
  }
  return answer.value;
}

function expectAll({ links }: Grading, grade: string): void {
  if (links.some((link) => link.grade !== grade)) {
    throw new Error(`Not every link is ${grade}.`);
  }
}

/** Plain git, with what it prints thrown away. */
function git(...args: readonly string[]): void {
  shell(`git ${args.join(' ')} > /dev/null`);
}

function shell(command: string, input = ''): void {
  const { status } = spawnSync('/bin/sh', ['-c', command], { ...how, input });
  if (status !== 0) {
    throw new Error(command);
  }
}

function linesOf(...args: readonly string[]): readonly string[] {
  return repository.git(...args).split('\n');
}

/** Megabytes in use after everything that can go has gone. */
function heap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

function figure(values: readonly number[]): string {
  return `${median(values).toFixed(0)} ms`;
}
