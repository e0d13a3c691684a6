import assert from 'node:assert/strict';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { answerJson, retrologJson } from './commandLine.ts';
import { Scene } from './scene.ts';

describe('retrolog add refuses', () => {
  let scene: Scene;
  let outside: Scene;

  before(() => {
    scene = Scene.inRepository();
    outside = Scene.outsideGit();
    scene.commit('src/a.ts', 'one\ntwo\n', 'First');
    scene.write('picture.png', new Uint8Array([0x89, 0x50, 0, 1, 2]));
    scene.write('odd:7', 'a file with a colon\n');
    outside.write('secret.txt', 'x\n');
    symlinkSync(outside.path('secret.txt'), scene.path('link.txt'));
    mkdirSync(scene.path('bin'));
  });

  after(() => {
    scene.remove();
    outside.remove();
  });

  async function refuses(
    args: string[],
    code: number,
    word: string,
    sentence: RegExp,
    run = (words: string[]) => answerJson(scene.root, words),
  ): Promise<void> {
    const ended = await run(['add', ...args]);
    const { error } = ended.json;
    assert.deepEqual([ended.code, error.code], [code, word], JSON.stringify(ended));
    assert.match(error.message, sentence);
    assert.deepEqual(Object.keys(ended.json), ['error']);
    assert.ok(!existsSync(scene.path('retro')), 'nothing was written');
  }

  it('a kind that there is none of, and a date that is no day', async () => {
    await refuses(['triumph', 'T'], 2, 'usage', /“triumph” is not a kind of entry\. There are: win, failure/);
    await refuses(['win', 'T', '--date', '2026-02-30'], 2, 'usage', /--date “2026-02-30” is not a day/);
    await refuses(['action', 'T', '--due', 'tomorrow'], 2, 'usage', /--due “tomorrow”/);
  });

  it('options of another kind, and empty ones', async () => {
    await refuses(
      ['win', 'T', '--due', '2026-03-04'],
      2,
      'usage',
      /--due is not for win\. It is for: action/,
    );
    await refuses(['action', 'T', '--hypothesis', 'x'], 2, 'usage', /--hypothesis is not for action/);
    await refuses(['win', 'T', '--tag', ' '], 2, 'usage', /--tag needs a value that is not empty/);
  });

  it('a title that is empty or no title any more', async () => {
    await refuses(['win', '  '], 1, 'bad-input', /needs a title/);
    await refuses(['win', 'x'.repeat(501)], 1, 'bad-input', /501 characters; 500 fit/);
  });

  it('a revision that names no commit, or would be an option [D72]', async () => {
    await refuses(['win', 'T', '--commit', 'nowhere'], 1, 'not-found', /“nowhere” names no commit/);
    await refuses(['win', 'T', '--commit=--output=pwned'], 1, 'not-found', /names no commit/);
    await refuses(['win', 'T', '--commit', 'HEAD', '--commit', 'HEAD:src'], 1, 'not-found', /“HEAD:src”/);
    assert.ok(!existsSync(scene.path('pwned')));
  });

  it('a revision where git is missing, and says so [D65]', async () => {
    await refuses(
      ['win', 'T', '--commit', 'HEAD'],
      1,
      'git',
      /could not be looked up, and nothing was written: .+/,
      (words) => answerJson(scene.root, words, { env: { PATH: scene.path('bin') } }),
    );
  });

  it('places that are not in the code', async () => {
    await refuses(['win', 'T', '--code', 'src/b.ts'], 1, 'not-found', /no file src\/b\.ts/);
    await refuses(['win', 'T', '--code', 'src/a.ts:3'], 1, 'bad-input', /has 2 lines; there is no line 3/);
    await refuses(['win', 'T', '--code', 'src/a.ts:0'], 1, 'bad-input', /there is no line 0/);
    await refuses(['win', 'T', '--code', 'src'], 1, 'bad-path', /not a file/);
    await refuses(['win', 'T', '--code', '.'], 1, 'bad-path', /not a file/);
    await refuses(['win', 'T', '--code', 'picture.png:1'], 1, 'bad-input', /no lines of text/);
  });

  it('paths that lead out of the repository [C43] [C44]', async () => {
    await refuses(['win', 'T', '--code', '../x'], 1, 'bad-path', /outside of/);
    await refuses(['win', 'T', '--code', '/etc/hostname:1'], 1, 'bad-path', /outside of/);
    await refuses(['win', 'T', '--code', 'link.txt:1'], 1, 'bad-path', /symbolic link/);
  });

  it('links to what is not there', async () => {
    await refuses(
      ['win', 'T', '--link', 'k3f9q2xa'],
      1,
      'not-found',
      /no entry or meeting with the id “k3f9q2xa”/,
    );
  });

  it('a body that is too long or not UTF-8 [J128]', async () => {
    const args = ['win', 'T', '--body', '-'];
    await refuses(args, 1, 'bad-input', /longer than 1000000 bytes/, (words) =>
      retrologJson(scene.root, words, { input: 'x'.repeat(1_000_001) }),
    );
    await refuses(args, 1, 'bad-input', /not UTF-8/, (words) =>
      retrologJson(scene.root, words, { input: new Uint8Array([0x61, 0xff]) }),
    );
  });

  it('more than front matter can hold, rather than write what it could not read', async () => {
    const tags = Array.from({ length: 300 }, (_, at) => ['--tag', `${at}-${'x'.repeat(60)}`]).flat();
    await refuses(['win', 'T', ...tags], 1, 'bad-input', /more than 16 KiB/);
  });

  it('not: a file with a colon and a number in its name, or a picture as a whole', async () => {
    const { code, json } = await answerJson(scene.root, [
      'add',
      'win',
      'T',
      '--code',
      'odd:7',
      '--code',
      'picture.png',
    ]);
    assert.equal(code, 0, JSON.stringify(json));
    const shown = await answerJson(scene.root, ['show', json.id]);
    assert.deepEqual(shown.json.code, [
      { path: 'odd:7', line: null, state: 'here' },
      { path: 'picture.png', line: null, state: 'here' },
    ]);
  });
});
