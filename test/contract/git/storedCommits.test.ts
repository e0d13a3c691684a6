import assert from 'node:assert/strict';
import { NodeGit } from '../../../src/node/git/nodeGit.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { valueOf } from './gitContract.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 30_000;

const committer = 'committer Ada Lovelace <ada@example.com> 1767603600 +0000';

describe('a commit as it is stored', function () {
  this.timeout(patience);
  let repository: GitRepository;
  let git: NodeGit;
  beforeEach(() => {
    repository = new GitRepository();
    git = new NodeGit({ root: repository.folder, folder: 'retro', environment: repository.environment });
  });
  afterEach(() => repository.remove());

  /** Stores a commit of an empty tree, byte by byte, and puts HEAD on it. */
  function store(author: string, message: Buffer | string, header = ''): string {
    const tree = repository.store('tree', '');
    const head = Buffer.from(`tree ${tree}\nauthor ${author}\n${committer}\n${header}\n`);
    const sha = repository.store('commit', Buffer.concat([head, Buffer.from(message)]));
    repository.git('update-ref', 'HEAD', sha);
    return sha;
  }
  const ada = 'Ada Lovelace <ada@example.com> 1767603600 +0000';

  const fileNames = [
    'a\nb',
    '\nfirst',
    'tab\there',
    'quo"te',
    "quo'te",
    '-dash',
    '--',
    ':(glob)*',
    ' space ',
    '\u202e.txt',
    '\x1b[31m',
  ];
  it('tells any file name, each on its own too [D73]', async () => {
    for (const name of fileNames) {
      repository.commit('One file', { [name]: name });
      assert.deepEqual(valueOf(await git.resolve('HEAD'))?.paths, [name]);
      repository.git('rm', '--quiet', '-r', '--cached', '.');
    }
    repository.commit('Nothing', {});
    repository.git('checkout', '--quiet', '--orphan', 'all');
    repository.commit('All files', Object.fromEntries(fileNames.map((name) => [name, name])));
    const paths = valueOf(await git.recent({ mine: false, limit: 1 }))[0]?.paths ?? [];
    assert.deepEqual(new Set(paths), new Set(fileNames));
  });

  it('tells a file name that is not UTF-8 with marks for what it cannot show [D73]', async () => {
    const blob = repository.store('blob', 'x');
    const name = Buffer.from([0x61, 0xff, 0xfe, 0x62]);
    const entry = Buffer.concat([Buffer.from('100644 '), name, Buffer.from([0]), Buffer.from(blob, 'hex')]);
    const tree = repository.store('tree', entry);
    const sha = repository.store('commit', `tree ${tree}\nauthor ${ada}\n${committer}\n\nBytes\n`);
    repository.git('update-ref', 'HEAD', sha);
    assert.deepEqual(valueOf(await git.resolve('HEAD'))?.paths, ['a\ufffd\ufffdb']);
  });

  for (const [what, subject] of [
    ['a placeholder', '%x00%H%n'],
    ['escape sequences', '\x1b[31mred\x1b[0m \x1b]0;title\x07'],
    ['a megabyte', 'x'.repeat(1024 * 1024)],
    ['what looks like a record', `${'a'.repeat(40)} 1767603600`],
  ] as const) {
    it(`tells a subject with ${what} as it is [D74]`, async () => {
      const sha = store(ada, `${subject}\nsecond line\n\nBody\n`);
      assert.equal(valueOf(await git.resolve(sha))?.subject, subject);
    });
  }

  it('reads a message up to a NUL, as git does [D74]', async () => {
    const sha = store(ada, 'Before\0after\n');
    assert.equal(valueOf(await git.resolve(sha))?.subject, 'Before');
  });

  it('tells Latin-1 in Unicode where the commit says what it is, and marks it where not [D74]', async () => {
    const latin = Buffer.from('Gr\u00fc\u00dfe\n', 'latin1');
    assert.equal(
      valueOf(await git.resolve(store(ada, latin, 'encoding ISO-8859-1\n')))?.subject,
      'Gr\u00fc\u00dfe',
    );
    assert.equal(valueOf(await git.resolve(store(ada, latin)))?.subject, 'Gr\ufffd\ufffde');
  });

  it('takes the first line that says something, and none where none does [D74]', async () => {
    for (const [message, subject] of [
      ['', ''],
      ['\n\n', ''],
      ['\n\nThird line\n', 'Third line'],
      ['Carriage\r\nreturn\r\n', 'Carriage'],
      ['No end', 'No end'],
    ] as const) {
      assert.equal(
        valueOf(await git.resolve(store(ada, message)))?.subject,
        subject,
        JSON.stringify(message),
      );
    }
  });

  it('tells an author without a name, or with escape sequences, as plain text [D74]', async () => {
    assert.equal(valueOf(await git.resolve(store(' <> 1767603600 +0000', 'x\n')))?.author, '');
    const escaped = '\x1b[31mEve\x1b[0m\u202e <eve@example.com> 1767603600 +0000';
    assert.equal(valueOf(await git.resolve(store(escaped, 'x\n')))?.author, 'Eve');
    assert.deepEqual(valueOf(await git.people()), ['Eve']);
  });

  it('brings a time that no calendar has to one that it has [D74]', async () => {
    for (const [seconds, authored] of [
      ['1767603600 +1400', '2026-01-05T09:00:00Z'],
      ['0 +0000', '1970-01-01T00:00:00Z'],
      ['99999999999999 +0000', '9999-12-31T23:59:59Z'],
      ['nonsense', '1970-01-01T00:00:00Z'],
    ] as const) {
      const sha = store(`Ada <ada@example.com> ${seconds}`, 'x\n');
      assert.equal(valueOf(await git.resolve(sha))?.authored, authored, seconds);
    }
  });

  it('is the same whatever the configuration says about logs', async () => {
    repository.git('config', 'user.email', 'ada+retro@example.com');
    const sha = repository.commit('Gr\u00fc\u00dfe', {
      'a.txt': 'a',
      'b.txt': 'b',
      '.mailmap': 'Ada <ada+l@new.example> <ada+retro@example.com>\n',
    });
    const plain = valueOf(await git.resolve(sha));
    assert.deepEqual(plain?.paths, ['.mailmap', 'a.txt', 'b.txt']);
    assert.equal(plain?.author, 'Ada');
    repository.write('order', 'b.txt\n');
    for (const [key, value] of Object.entries({
      'i18n.logOutputEncoding': 'UTF-16',
      'log.showRoot': 'false',
      'log.mailmap': 'false',
      'log.date': 'human',
      'log.decorate': 'full',
      'log.abbrevCommit': 'true',
      'log.follow': 'true',
      'format.pretty': 'oneline',
      'color.ui': 'always',
      'diff.orderFile': 'order',
      'diff.renames': 'copies',
      'diff.noPrefix': 'true',
      'grep.patternType': 'perl',
    })) {
      repository.git('config', key, value);
      assert.deepEqual(valueOf(await git.resolve(sha)), plain, key);
      assert.deepEqual(valueOf(await git.recent({ mine: true, limit: 5 })), [plain], key);
    }
  });

  it('tells both names of a file that was renamed', async () => {
    repository.commit('One', { 'old.txt': 'the same text\n' });
    repository.git('mv', 'old.txt', 'new.txt');
    assert.deepEqual(valueOf(await git.resolve(repository.commit('Renamed')))?.paths, ['new.txt', 'old.txt']);
  });

  it('is not among the recent ones where it is a merge, and tells what it brought in', async () => {
    const base = repository.commit('Base', { 'a.txt': 'a' });
    repository.git('checkout', '--quiet', '-b', 'side');
    const side = repository.commit('Side', { 'side.txt': 's' });
    repository.git('checkout', '--quiet', 'main');
    const main = repository.commit('Main', { 'main.txt': 'm' });
    repository.run({ environment: repository.dates() }, 'merge', '--quiet', '-m', 'Merge side', 'side');
    const recent = valueOf(await git.recent({ mine: false, limit: 9 }));
    assert.deepEqual(
      recent.map(({ sha }) => sha),
      [main, side, base],
    );
    assert.deepEqual(valueOf(await git.resolve('HEAD'))?.paths, ['side.txt']);
  });
});
