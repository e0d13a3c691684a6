import assert from 'node:assert/strict';
import type { FileContent, Files, FileStamp, Listing, TakeContent } from '../../../src/core/ports/files.ts';
import { RetroError, type RetroErrorCode } from '../../../src/core/retroError.ts';

/** Files to test, and a look at them that goes past the port. */
interface OpenedFiles {
  readonly files: Files;
  textOf(path: string): string | undefined;
  close(): void;
}

/** Opens files that hold the seed and nothing else. */
export type OpenFiles = (seed: Readonly<Record<string, string | Uint8Array>>) => OpenedFiles;

/** Holds for a promise that was refused with a code. */
export async function refuses(work: Promise<unknown>, code: RetroErrorCode, message = /./): Promise<void> {
  await assert.rejects(work, (error) => {
    assert.ok(error instanceof RetroError, String(error));
    assert.equal(error.code, code);
    assert.match(error.message, message);
    return true;
  });
}

/** Paths that lead out of the root, into git's own folder or to something else elsewhere. */
export const wayOut: readonly string[] = [
  '',
  '.',
  '..',
  '../x.md',
  'retro/../../x.md',
  'retro/./x.md',
  'retro//x.md',
  'retro/x.md/',
  '/etc/x.md',
  'C:\\x.md',
  'C:/x.md',
  'c:x.md',
  '\\\\host\\share\\x.md',
  '..\\x.md',
  'retro\\x.md',
  'x\0.md',
  '.git/hooks/pre-commit',
  'retro/.git/config',
  '.GIT/config',
  '.git./config',
  '.git /config',
  'GIT~1/config',
  '.git::$INDEX_ALLOCATION/config',
  '.g\u200cit/config',
];

/** What every implementation of `Files` does. */
export function describeFiles(name: string, open: OpenFiles): void {
  let opened: OpenedFiles | undefined;
  const filesWith = (seed: Readonly<Record<string, string | Uint8Array>>): Files => {
    opened = open(seed);
    return opened.files;
  };
  const textOf = (path: string): string | undefined => opened?.textOf(path);

  describe(name, () => {
    afterEach(() => opened?.close());
    describeListing(filesWith);
    describeReading(filesWith);
    describeUpdating(filesWith, textOf);
    describeRefusals(filesWith, textOf);
  });
}

type FilesWith = (seed: Readonly<Record<string, string | Uint8Array>>) => Files;

function listed(listing: Listing): Extract<Listing, { state: 'listed' }> {
  assert.equal(listing.state, 'listed');
  return listing;
}

function describeListing(filesWith: FilesWith): void {
  const pathsOf = (listing: Listing): string[] => listed(listing).files.toSorted();

  it('lists the files below a folder that have one of the endings, and no others', async () => {
    const files = filesWith({
      'retro/entries/2026/a.md': 'a',
      'retro/b.md': 'bb',
      'retro/c.yml': 'c',
      'retro/d.txt': 'd',
      'retrospective/e.md': 'e',
      'f.md': 'f',
    });
    const listing = await files.list('retro', ['.md', '.yml']);
    assert.deepEqual(pathsOf(listing), ['retro/b.md', 'retro/c.yml', 'retro/entries/2026/a.md']);
    assert.deepEqual(listed(listing).skipped, []);
  });

  it('lists the whole root for the empty path, without node_modules and .git [C58]', async () => {
    const files = filesWith({
      'a.md': '',
      'sub/b.md': '',
      'node_modules/c.md': '',
      'sub/node_modules/deep/d.md': '',
    });
    assert.deepEqual(pathsOf(await files.list('', ['.md'])), ['a.md', 'sub/b.md']);
  });

  it('says that a folder is missing, or is a file, and makes nothing [C57]', async () => {
    const files = filesWith({ 'retro.md': 'x' });
    assert.deepEqual(await files.list('retro', ['.md']), { state: 'missing' });
    assert.deepEqual(await files.list('retro/entries', ['.md']), { state: 'missing' });
    assert.equal((await files.list('retro.md', ['.md'])).state, 'notAFolder');
    assert.deepEqual(pathsOf(await files.list('', ['.md'])), ['retro.md']);
  });

  it('takes files that a cloud folder copied in a conflict as what they are [C57]', async () => {
    const copy = "retro/a (Ada's conflicted copy 2026-11-23).md";
    const files = filesWith({ 'retro/a.md': '', [copy]: '' });
    assert.deepEqual(pathsOf(await files.list('retro', ['.md'])), [copy, 'retro/a.md']);
  });
}

function describeReading(filesWith: FilesWith): void {
  const read = (content: string | Uint8Array): Promise<FileContent> =>
    filesWith({ 'retro/a.md': content }).read('retro/a.md');

  const unreadable: readonly [string, Uint8Array, string, string][] = [
    ['a byte that is not UTF-8 [A6]', Buffer.from('caf\xe9 au lait', 'latin1'), 'not-utf-8', '3'],
    [
      'one after text that spells U+FFFD out [A6]',
      Buffer.from('\ufffdé\ufffdx\xff', 'utf8').subarray(0, -1),
      'not-utf-8',
      '9',
    ],
    ['a character cut off at the end [A6]', Buffer.from('ab€').subarray(0, 4), 'not-utf-8', '2'],
    ['a surrogate in UTF-8 [A6]', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 'not-utf-8', '1'],
    ['UTF-16 with a mark, little end first [A5]', Buffer.from('\ufeff# Hi', 'utf16le'), 'not-utf-8', '0'],
    [
      'UTF-16 with a mark, big end first [A5]',
      Buffer.from('\ufeff# Hi', 'utf16le').swap16(),
      'not-utf-8',
      '0',
    ],
    ['UTF-16 without a mark [A5]', Buffer.from('# Hello', 'utf16le'), 'not-utf-8', '1'],
    ['a NUL byte [A8]', Buffer.from('a\0b'), 'binary', '1'],
    [
      'a picture with a wrong name [C58]',
      Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
      'binary',
      '8',
    ],
    ['1 MiB and one byte [A28]', Buffer.alloc(1024 * 1024 + 1, 'x'), 'too-large', '1048577'],
  ];
  for (const [what, bytes, code, detail] of unreadable) {
    it(`says why there is no text in ${what}`, async () => {
      assert.deepEqual(await read(bytes), { state: 'unreadable', code, detail });
    });
  }

  for (const [what, text] of [
    ['an empty file', ''],
    ['a byte order mark', '\ufeff---\nid: x\n---\n'],
    ['line endings of all sorts', 'a\r\nb\rc\nd'],
    ['text outside ASCII', 'naïve 🙂 e\u0301 \ufffd \u202e'],
    ['1 MiB', 'x'.repeat(1024 * 1024)],
  ] as const) {
    it(`reads ${what} as it is`, async () => {
      assert.deepEqual(await read(text), { state: 'text', text });
    });
  }

  it('says that a file is missing, and that a folder is no file [C45]', async () => {
    const files = filesWith({ 'retro/a.md': 'a', 'retro/b.md/c.md': 'c' });
    assert.deepEqual(await files.read('retro/none.md'), { state: 'missing' });
    assert.deepEqual(await files.read('none/a.md'), { state: 'missing' });
    assert.deepEqual(await files.read('retro/a.md/b.md'), { state: 'missing' });
    assert.deepEqual(await files.read('retro/b.md'), { state: 'unreadable', code: 'not-a-file', detail: '' });
  });

  it('hands over each of many files once, good or bad', async () => {
    const files = filesWith({ 'a.md': 'a', 'sub/b.md': Buffer.from([0xff]), 'sub/c.md': 'c' });
    const contents = new Map<string, FileContent['state']>();
    const paths = ['a.md', 'sub/b.md', 'none.md', 'sub/c.md', '../out.md'];
    await files.readMany(paths, (path, content) => {
      assert.ok(!contents.has(path));
      contents.set(path, content.state);
    });
    const states = ['text', 'unreadable', 'missing', 'text', 'missing'];
    assert.deepEqual(
      [...contents],
      paths.map((path, at) => [path, states[at]]),
    );
  });

  it('stops reading many files when it is told to', async () => {
    const files = filesWith({ 'a.md': 'a', 'b.md': 'b', 'c.md': 'c' });
    const stop = new AbortController();
    const taken: string[] = [];
    const take = (path: string): void => {
      taken.push(path);
      stop.abort();
    };
    await files.readMany(['a.md', 'b.md', 'c.md'], take, { cancellation: stop.signal });
    assert.deepEqual(taken, ['a.md']);
  });

  it('leaves out files that are as they were when they got their stamp, and no others', async () => {
    const files = filesWith({ 'a.md': 'one', 'b.md': 'two', 'c.md': 'three' });
    const paths = ['a.md', 'b.md', 'c.md', 'd.md'];
    const stamps = new Map<string, FileStamp | undefined>();
    const read = async (): Promise<string[]> => {
      const taken: string[] = [];
      const take: TakeContent = (path, content, stamp) => {
        taken.push(`${path} ${content.state}`);
        stamps.set(path, stamp);
      };
      await files.readMany(paths, take, { stampOf: (path) => stamps.get(path) });
      return taken;
    };
    assert.deepEqual(await read(), ['a.md text', 'b.md text', 'c.md text', 'd.md missing']);
    await files.update('a.md', () => 'two');
    await files.update('c.md', () => null);
    assert.deepEqual(await read(), ['a.md text', 'c.md missing', 'd.md missing']);
  });

  it('passes on what the taker throws', async () => {
    const files = filesWith({ 'a.md': 'a' });
    const bug = new TypeError('bug');
    const thrower = (): void => {
      throw bug;
    };
    await assert.rejects(files.readMany(['a.md'], thrower), bug);
  });
}

function describeUpdating(filesWith: FilesWith, textOf: (path: string) => string | undefined): void {
  it('creates, changes, keeps and removes a file', async () => {
    const files = filesWith({ 'other.md': '' });
    const path = 'retro/entries/2026/a.md';
    const seen: (string | undefined)[] = [];
    const set = (next: string | null | undefined) => (current: string | undefined) => {
      seen.push(current);
      return next;
    };
    assert.equal(await files.update(path, set('one')), 'created');
    assert.equal(textOf(path), 'one');
    assert.equal(await files.update(path, set('two')), 'changed');
    assert.equal(await files.update(path, set('two')), 'unchanged');
    assert.equal(await files.update(path, set(undefined)), 'unchanged');
    assert.equal(textOf(path), 'two');
    assert.equal(await files.update(path, set(null)), 'removed');
    assert.equal(textOf(path), undefined);
    assert.equal(await files.update(path, set(null)), 'unchanged');
    assert.equal(await files.update(path, set(undefined)), 'unchanged');
    assert.deepEqual(new Set(seen), new Set([undefined, 'one', 'two']));
  });

  it('makes an empty file, which is not the same as none', async () => {
    const files = filesWith({});
    assert.equal(await files.update('a.md', () => ''), 'created');
    assert.equal(textOf('a.md'), '');
    assert.equal(await files.update('a.md', (current) => (current === '' ? 'b' : undefined)), 'changed');
  });

  it('keeps a byte order mark and line endings that the change keeps [A4]', async () => {
    const files = filesWith({ 'a.md': '\ufeffa\r\nb\r\n' });
    await files.update('a.md', (current = '') => current.replace('b', 'c'));
    assert.equal(textOf('a.md'), '\ufeffa\r\nc\r\n');
  });

  it('applies fifty updates that come at once one after the other', async () => {
    const files = filesWith({ 'n.md': '0' });
    const add = (current: string | undefined): string => String(Number(current) + 1);
    await Promise.all(Array.from({ length: 50 }, () => files.update('n.md', add)));
    assert.equal(textOf('n.md'), '50');
  });

  it('leaves a file as it is when the change throws, and can be used again', async () => {
    const files = filesWith({ 'a.md': 'old' });
    const ofTheSystem = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
    for (const error of [new RetroError('changed-meanwhile', 'No.'), new TypeError('bug'), ofTheSystem]) {
      const thrower = (): string => {
        throw error;
      };
      await assert.rejects(files.update('a.md', thrower), (thrown) => thrown === error);
      await assert.rejects(files.update('new/b.md', thrower), (thrown) => thrown === error);
    }
    assert.equal(textOf('a.md'), 'old');
    assert.equal(textOf('new/b.md'), undefined);
    assert.equal(await files.update('a.md', () => 'new'), 'changed');
  });
}

function describeRefusals(filesWith: FilesWith, textOf: (path: string) => string | undefined): void {
  for (const path of wayOut) {
    it(`refuses the path ${JSON.stringify(path)} [C43]`, async () => {
      const files = filesWith({ 'retro/a.md': 'a' });
      let asked = false;
      const change = (): string => {
        asked = true;
        return 'x';
      };
      await refuses(files.update(path, change), 'bad-path');
      await refuses(files.read(path), 'bad-path');
      await (path === '' ? undefined : refuses(files.list(path, ['.md']), 'bad-path'));
      assert.equal(asked, false);
    });
  }

  for (const [what, bytes] of [
    ['not UTF-8 [A6]', Buffer.from([0x61, 0xff])],
    ['binary [A8]', Buffer.from('a\0b')],
    ['too large [A28]', Buffer.alloc(1024 * 1024 + 1, 'x')],
  ] as const) {
    it(`never replaces a file that is ${what}`, async () => {
      const files = filesWith({ 'a.md': bytes });
      const before = textOf('a.md');
      await refuses(
        files.update('a.md', () => 'new'),
        'cannot-read',
      );
      await refuses(
        files.update('a.md', () => null),
        'cannot-read',
      );
      assert.equal(textOf('a.md'), before);
    });
  }

  it('never replaces a folder', async () => {
    const files = filesWith({ 'a.md/b.md': 'b' });
    await refuses(
      files.update('a.md', () => 'new'),
      'cannot-read',
    );
    assert.equal(textOf('a.md/b.md'), 'b');
  });

  it('does not put a file below a file', async () => {
    const files = filesWith({ 'a.md': 'a' });
    await refuses(
      files.update('a.md/b.md', () => 'new'),
      'cannot-write',
    );
    assert.equal(textOf('a.md'), 'a');
  });

  it('writes nothing that it could not read again [A8] [A28]', async () => {
    const files = filesWith({ 'a.md': 'old' });
    await refuses(
      files.update('a.md', () => 'a\0b'),
      'cannot-write',
    );
    await refuses(
      files.update('a.md', () => 'é'.repeat(512 * 1024) + 'x'),
      'cannot-write',
      /1 MiB/,
    );
    assert.equal(textOf('a.md'), 'old');
    assert.equal(await files.update('a.md', () => 'é'.repeat(512 * 1024)), 'changed');
  });

  for (const name of [
    'CON.md',
    'nul',
    'com1.md',
    'LPT9.txt',
    'COM¹.md',
    'a.md.',
    'a ',
    'a<b.md',
    'a?.md',
    'RETRO~1.MD',
  ]) {
    it(`makes no new file called ${JSON.stringify(name)} [C46]`, async () => {
      const files = filesWith({ 'retro/a.md': '' });
      await refuses(
        files.update(`retro/${name}`, () => 'x'),
        'bad-path',
      );
      await refuses(
        files.update(`retro/${name}/x.md`, () => 'x'),
        'bad-path',
      );
      assert.equal(textOf(`retro/${name}`), undefined);
    });
  }
}
