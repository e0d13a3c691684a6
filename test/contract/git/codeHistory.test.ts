import assert from 'node:assert/strict';
import { followLines } from '../../../src/core/code/followLines.ts';
import { NodeCodeHistory } from '../../../src/node/git/nodeCodeHistory.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { valueOf } from './gitContract.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 30_000;

const code = [
  'import a',
  'export const lifetimeInSeconds = 60;',
  '',
  'function total() {',
  '  return sum(prices);',
  '}',
  '',
];

describe('the history of code', function () {
  this.timeout(patience);
  let repository: GitRepository;
  let history: NodeCodeHistory;
  let first: string;
  const open = (...options: ConstructorParameters<typeof GitRepository>): void => {
    repository = new GitRepository(...options);
    history = new NodeCodeHistory({ root: repository.folder, environment: repository.environment });
    first = repository.commit('First', { 'src/a.ts': code.join('\n') });
  };
  const head = (): string => repository.git('rev-parse', 'HEAD');
  /** Whose line each one is, by the commits that are named; `?` for a line that is in no commit. */
  const ofLines = async (path: string, text: string, names: Readonly<Record<string, string>>) => {
    const { commits, lines } = valueOf(await history.blame(head(), path));
    const was = followLines(lines, text.replace(/\n$/, '').split('\n'));
    const named = Object.fromEntries(Object.entries(names).map(([name, sha]) => [sha, name]));
    return was.map((line) => (line === undefined ? '?' : named[commits[line] ?? ''])).join('');
  };

  afterEach(() => repository.remove());

  it('knows new lines from old ones, and lines that moved or were indented as what they were', async () => {
    open();
    const moved = [
      'import a',
      'import b',
      '',
      ...code.slice(3, 6),
      '  export const lifetimeInSeconds = 60;',
      '',
    ];
    const second = repository.commit('Second', { 'src/a.ts': moved.join('\n') });
    assert.equal(await ofLines('src/a.ts', moved.join('\n'), { A: first, B: second }), 'ABAAAAA');
  });

  it('knows unsaved and uncommitted text as what is in no commit', async () => {
    open();
    const text = code.join('\n').replace('60', '90').replace('import a\n', 'import a\nimport c\n');
    assert.equal(await ofLines('src/a.ts', text, { A: first }), 'A??AAAA');
    repository.write('src/a.ts', 'all of it is new\n');
    assert.equal(await ofLines('src/a.ts', text, { A: first }), 'A??AAAA');
  });

  it('follows a file that was renamed, and the folder that the log is below the work tree', async () => {
    open();
    repository.git('mv', 'src', 'lib');
    const second = repository.commit('Move', { 'lib/b.ts': 'x\n' });
    assert.equal(await ofLines('lib/a.ts', code.join('\n'), { A: first, B: second }), 'AAAAAA');
    const below = new NodeCodeHistory({
      root: `${repository.folder}/lib`,
      environment: repository.environment,
    });
    assert.equal(valueOf(await below.blame(head(), 'a.ts')).commits.length, 6);
    assert.equal(valueOf(await below.place()).prefix, 'lib');
  });

  it('has no lines for a file that is not in the commit', async () => {
    open();
    repository.write('src/new.ts', 'x\n');
    for (const path of ['src/new.ts', 'nowhere', '']) {
      assert.deepEqual(valueOf(await history.blame(head(), path)), { commits: [], lines: [] }, path);
    }
    assert.deepEqual(valueOf(await history.blame('HEAD', 'src/a.ts')).commits, []);
  });

  it('[D73] reads files whatever they are called', async () => {
    open();
    const names = ['-x', ':(glob)*', 'a b"\\c', 'line\nbreak', 'tab\there', 'ü'];
    const commit = repository.commit(
      'Names',
      Object.fromEntries(names.map((name) => [name, `${name}!\nx\n`])),
    );
    for (const name of names) {
      assert.deepEqual(valueOf(await history.blame(commit, name)).commits.slice(-1), [commit], name);
    }
    const files = valueOf(await history.changes(commit))?.files.map(({ path }) => path);
    assert.deepEqual(files?.toSorted(), names.toSorted());
  });

  it('[D68] reads a repository with longer hashes', async () => {
    open({ objectFormat: 'sha256' });
    assert.equal(await ofLines('src/a.ts', code.join('\n'), { A: first }), 'AAAAAA');
    assert.equal(valueOf(await history.commits([first.slice(0, 9)])).get(first.slice(0, 9)), first);
  });

  it('is stopped where nobody waits for it any more, and is a failure then', async () => {
    open();
    const stop = new AbortController();
    const answer = history.blame(head(), 'src/a.ts', stop.signal);
    stop.abort();
    assert.equal((await answer).state, 'failed');
    assert.equal((await history.blame(head(), 'src/a.ts', stop.signal)).state, 'failed');
  });

  it('is a failure, not an empty list, where git refuses', async () => {
    open();
    repository.git('config', 'blame.ignoreRevsFile', 'nowhere');
    assert.equal((await history.blame(head(), 'src/a.ts')).state, 'failed');
    const outside = new NodeCodeHistory({ root: repository.base, environment: repository.environment });
    assert.equal((await outside.blame('a'.repeat(40), 'a')).state, 'noRepository');
  });

  it('[D69] knows hashes of commits here, whole or abbreviated, and nothing else', async () => {
    open();
    const blob = repository.git('rev-parse', 'HEAD:src/a.ts');
    const branch = first.startsWith('abcdef1') ? 'abcdef2' : 'abcdef1';
    repository.git('branch', branch);
    repository.git('tag', '-a', '-m', 'x', 'v1');
    const tag = repository.git('rev-parse', 'v1');
    const unknown = 'f'.repeat(40);
    const asked = [
      first,
      first.slice(0, 7),
      first.slice(0, 6),
      blob,
      tag,
      branch,
      unknown,
      'HEAD',
      '-x',
      'a\nb',
    ];
    const known = valueOf(await history.commits(asked));
    assert.deepEqual(
      [...known],
      [
        [first, first],
        [first.slice(0, 7), first],
      ],
    );
  });

  it('tells what a commit changed, a merge against its first parent, and nothing of what is no commit', async () => {
    open();
    repository.git('checkout', '--quiet', '-b', 'other');
    repository.commit('Other', { 'src/other.ts': 'other\n' });
    repository.git('checkout', '--quiet', 'main');
    const own = repository.commit('Own', { 'src/own.ts': 'own\n' });
    repository.run(
      { environment: repository.dates() },
      'merge',
      '--quiet',
      '--no-ff',
      '-m',
      'Merge',
      'other',
    );
    assert.deepEqual(valueOf(await history.changes(head())), {
      parent: own,
      files: [{ path: 'src/other.ts', change: 'added' }],
    });
    assert.deepEqual(valueOf(await history.changes(first)), {
      files: [{ path: 'src/a.ts', change: 'added' }],
    });
    assert.equal(valueOf(await history.changes('f'.repeat(40))), undefined);
    assert.equal(valueOf(await history.changes('HEAD')), undefined);
    const patch = valueOf(await history.patch(own)) ?? '';
    assert.match(patch, /^commit [0-9a-f]{40}\n2026-.*\n\nOwn\n[^]*\n\+own\n$/);
    assert.doesNotMatch(patch, /Ada/);
  });

  it('tells the remotes, with what the configuration makes of their addresses', async () => {
    open();
    assert.deepEqual(valueOf(await history.remotes()), []);
    repository.git('config', 'url.https://example.com/.insteadOf', 'ex:');
    repository.git('remote', 'add', 'fork', 'ex:me/shop');
    repository.git('remote', 'add', 'origin', 'git@github.com:us/shop.git');
    assert.deepEqual(valueOf(await history.remotes()), [
      { name: 'origin', address: 'git@github.com:us/shop.git' },
      { name: 'fork', address: 'https://example.com/me/shop' },
    ]);
  });
});
