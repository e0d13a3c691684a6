import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { EntryLink } from '../../../src/core/links/grade.ts';
import { NodeHistory } from '../../../src/node/git/nodeHistory.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { valueOf } from '../git/gitContract.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 60_000;

describe('a history that is not as it should be', function () {
  this.timeout(patience);
  let repository: GitRepository;
  beforeEach(() => {
    repository = new GitRepository();
  });
  afterEach(() => repository.remove());

  function history(
    options: { readonly root?: string; readonly executable?: string; readonly timeLimit?: number } = {},
  ) {
    const { folder, environment } = repository;
    return new NodeHistory({ root: folder, folder: 'retro', environment, ...options });
  }

  /** A link to a commit that was made anew with another message, time and author: only its patch is left. */
  async function onlyByPatch(): Promise<{ readonly asked: EntryLink; readonly now: string }> {
    repository.commit('Begin', { 'a.ts': 'one\n' });
    repository.git('checkout', '--quiet', '-b', 'work');
    const sha = repository.commit('Work', { 'a.ts': 'one\ntwo\n' });
    const link = valueOf(await history().describe(sha));
    repository.git('checkout', '--quiet', 'main');
    repository.commit('Meanwhile', { 'b.ts': 'b\n' });
    const now = repository.commit('Rewritten', { 'a.ts': 'one\ntwo\n' });
    repository.git('branch', '--quiet', '-D', 'work');
    return { asked: { id: 'k3f9q2xa', path: 'retro/a.md', link: link ?? { sha } }, now };
  }

  const kept = (): string => join(repository.folder, '.git', 'retrolog');
  const files = (): string[] => (existsSync(kept()) ? readdirSync(kept()) : []);

  it('keeps what it computed in the repository’s own folder, and nothing in the work tree', async () => {
    const { asked, now } = await onlyByPatch();
    const first = valueOf(await history().grade([asked]));
    assert.deepEqual([first.links[0]?.now, first.patchIds > 0], [now, true]);
    assert.ok(files().every((name) => /^patch-ids-[0-9a-f]$/.test(name)) && files().length > 0);
    assert.equal(repository.git('status', '--porcelain'), '');
    const again = valueOf(await history().grade([asked]));
    // What a find rests on is computed again.
    assert.deepEqual([again.links[0]?.now, again.patchIds], [now, 1]);
  });

  it('never believes what was kept', async () => {
    const { asked, now } = await onlyByPatch();
    await history().grade([asked]);
    const wrong = repository.git('rev-parse', 'HEAD~1');
    for (const sha of [now, wrong]) {
      const file = join(kept(), `patch-ids-${sha[0]}`);
      const old = existsSync(file) ? readFileSync(file, 'utf8') : 'retrolog patch-ids 1 "retro"\n';
      const others = old.split('\n').filter((line) => !line.startsWith(sha));
      const lie = sha === wrong ? asked.link.patch : 'f'.repeat(40);
      writeFileSync(file, `${others.join('\n')}${sha} ${lie}\n`);
    }
    const lied = { ...asked, link: { ...asked.link, paths: ['b.ts'] } };
    assert.equal(valueOf(await history().grade([lied])).links[0]?.grade, 'lost');
  });

  it('drops what was kept where it is not as it was written', async () => {
    const { asked, now } = await onlyByPatch();
    await history().grade([asked]);
    for (const name of files()) {
      writeFileSync(join(kept(), name), `retrolog patch-ids 1 "retro"\n${now} nonsense\n`);
    }
    assert.equal(valueOf(await history().grade([asked])).links[0]?.now, now);
    const text = readFileSync(join(kept(), `patch-ids-${now[0]}`), 'utf8');
    assert.match(text, new RegExp(`^${now} [0-9a-f]{40}$`, 'm'));
  });

  it('writes nowhere else where its folder is a link, and works without [C44]', async () => {
    const { asked, now } = await onlyByPatch();
    const outside = join(repository.base, 'outside');
    mkdirSync(outside);
    rmSync(kept(), { recursive: true, force: true });
    symlinkSync(outside, kept());
    assert.equal(valueOf(await history().grade([asked])).links[0]?.now, now);
    assert.deepEqual(readdirSync(outside), []);
  });

  it('gives a patch one id, whatever is configured', async () => {
    const { asked } = await onlyByPatch();
    const sha = repository.commit('More', { 'a.ts': 'two\none\nthree\none\n', 'c.ts': 'c\n' });
    const plain = valueOf(await history().describe(sha))?.patch;
    repository.write('.gitattributes', '*.ts diff=odd\n');
    for (const [key, value] of Object.entries({
      'diff.algorithm': 'patience',
      'diff.odd.algorithm': 'histogram',
      'diff.noprefix': 'true',
      'diff.mnemonicPrefix': 'true',
      'diff.context': '9',
      'diff.interHunkContext': '9',
      'diff.indentHeuristic': 'false',
      'diff.orderFile': '/dev/null',
      'diff.renames': 'copies',
      'diff.suppressBlankEmpty': 'true',
      'diff.submodule': 'log',
      'color.ui': 'always',
      'color.diff': 'always',
      'patchid.stable': 'false',
      'patchid.verbatim': 'true',
      'log.showRoot': 'false',
      'core.quotePath': 'false',
    })) {
      repository.git('config', key, value);
    }
    assert.match(plain ?? '', /^[0-9a-f]{40}$/);
    assert.equal(valueOf(await history().describe(sha))?.patch, plain);
    assert.ok(asked.link.patch);
  });

  it('does not count the log’s folder, seen from the root of the work tree [D67]', async () => {
    repository.commit('Begin', { 'sub/retro/x.md': 'x\n' });
    const alone = repository.commit('Code', { 'sub/a.ts': 'a\n' });
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    const both = repository.commit('Both', { 'sub/a.ts': 'a\n', 'sub/retro/y.md': 'y\n' });
    const root = join(repository.folder, 'sub');
    const [one, other] = [await history({ root }).describe(alone), await history({ root }).describe(both)];
    assert.equal(valueOf(one)?.patch, valueOf(other)?.patch);
    assert.deepEqual(valueOf(other)?.paths, ['sub/a.ts']);
  });

  it('says that history is incomplete in a shallow clone and in a partial one [D66]', async () => {
    const { asked } = await onlyByPatch();
    const clone = join(repository.base, 'clone');
    repository.run(
      { folder: repository.base },
      'clone',
      '--quiet',
      '--depth=1',
      `file://${repository.folder}`,
      clone,
    );
    const shallow = valueOf(await history({ root: clone }).grade([asked]));
    assert.deepEqual([shallow.incomplete, shallow.links[0]?.grade], [true, 'lost']);
    assert.equal(valueOf(await history().grade([asked])).incomplete, false);
    const partial = join(repository.base, 'partial');
    const filter = ['--filter=blob:none', '--no-checkout', `file://${repository.folder}`, partial];
    repository.git('config', 'uploadpack.allowFilter', 'true');
    repository.run({ folder: repository.base }, 'clone', '--quiet', ...filter);
    const answer = await history({ root: partial }).grade([asked]);
    assert.deepEqual([answer.state, valueOf(answer).incomplete], ['ok', true]);
    const described = valueOf(await history({ root: partial }).describe(repository.git('rev-parse', 'HEAD')));
    assert.deepEqual([described?.subject, described?.patch], ['Rewritten', undefined]);
  });

  it('answers where there is no commit yet, and where there is no repository [D66]', async () => {
    const link = { id: 'k3f9q2xa', path: 'retro/a.md', link: { sha: 'a'.repeat(40) } };
    assert.equal(valueOf(await history().grade([link])).links[0]?.grade, 'lost');
    assert.equal(valueOf(await history().describe('a'.repeat(40))), undefined);
    assert.equal(valueOf(await history().walk({}, () => true)), 0);
    assert.deepEqual(valueOf(await history().mentions()), []);
    const none = new NodeHistory({
      root: repository.base,
      folder: 'retro',
      environment: repository.environment,
    });
    for (const answer of [
      await none.grade([link]),
      await none.describe('a'.repeat(40)),
      await none.walk({}, () => true),
      await none.mentions(),
      await none.unmerged([]),
    ]) {
      assert.deepEqual(answer, { state: 'noRepository' });
    }
  });

  it('asks for what is not a commit, and answers nothing [D69]', async () => {
    repository.commit('Begin', { 'a.ts': 'one\n' });
    const blob = repository.git('rev-parse', 'HEAD:a.ts');
    for (const sha of [blob, 'HEAD', '--all', '', 'a'.repeat(40), 'x\ny']) {
      assert.equal(valueOf(await history().describe(sha)), undefined, sha);
    }
  });

  it('walks newest first, in batches, until it is told to stop', async () => {
    const lines = Array.from(
      { length: 300 },
      (_, index) =>
        `commit refs/heads/main\ncommitter Ada <a@b> ${1767603600 + index} +0000\ndata <<E\nNumber ${index}\nE\nM 100644 inline ${index % 2 === 0 ? 'even' : 'odd'}/[x] ${index}.ts\ndata <<E\n${index}\nE\n\n`,
    );
    repository.run({ input: lines.join('') }, 'fast-import', '--quiet');
    const batches: number[] = [];
    const subjects: string[] = [];
    const passed = await history().walk({}, (commits) => {
      batches.push(commits.length);
      subjects.push(...commits.map((commit) => commit.subject));
    });
    assert.deepEqual([valueOf(passed), batches], [300, [100, 200]]);
    assert.deepEqual([subjects[0], subjects.at(-1)], ['Number 299', 'Number 0']);
    assert.equal(valueOf(await history().walk({}, () => false)), 100);
    assert.equal(valueOf(await history().walk({ limit: 7 }, () => true)), 7);
    assert.equal(valueOf(await history().walk({ touching: 'EVEN/[x] 1' }, () => true)), 55);
    assert.equal(valueOf(await history().walk({ touching: '*' }, () => true)), 0);
    assert.equal((await history().walk({ from: 'nowhere' }, () => true)).state, 'failed');
  });

  it('stops when it is cancelled, before and meanwhile', async () => {
    repository.commit('Begin', { 'a.ts': 'one\n' });
    const aborted = { aborted: true };
    const cancelled = { state: 'failed', reason: 'It was cancelled.' };
    assert.deepEqual(await history().walk({}, () => true, aborted), cancelled);
    const { asked } = await onlyByPatch();
    const one = history();
    assert.equal((await one.grade([asked], { cancellation: aborted })).state, 'failed');
    assert.equal(valueOf(await one.grade([asked])).links[0]?.grade, 'rewritten');
  });
});
