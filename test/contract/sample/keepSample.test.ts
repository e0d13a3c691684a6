import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { keepSample } from '../../sample/keepSample.ts';
import { runGit } from '../../sample/sealedGit.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';

describe('the sample that npm start keeps', () => {
  const temporary = new TemporaryFolder();
  const folder = temporary.at('shop');
  const request = { folder, seed: 1, until: '2026-11-23' };
  const headOf = (): Promise<string> => runGit(folder, ['rev-parse', 'HEAD']);

  after(() => temporary.remove());

  it('is made where there is none', async () => {
    assert.equal(await keepSample(request, false), 'made');
    assert.ok(existsSync(temporary.at('shop', 'retro', 'retro.yml')));
  });

  it('is kept as long as it is what would be made', async () => {
    assert.equal(await keepSample(request, false), 'kept');
  });

  it('is made again on another day if nobody has touched it', async () => {
    const before = await headOf();
    assert.equal(await keepSample({ ...request, until: '2026-11-25' }, false), 'renewed');
    assert.notEqual(await headOf(), before);
  });

  for (const [what, change] of [
    ['changed', () => temporary.write('shop/README.md', 'mine')],
    ['added', () => temporary.write('shop/retro/notes.txt', 'mine')],
    ['removed', () => rmSync(temporary.at('shop', 'CHANGELOG.md'))],
  ] as const) {
    it(`is left alone when a file in it was ${what}, also on another day`, async () => {
      await keepSample(request, true);
      change();
      const paths = temporary.paths.filter((path) => !path.startsWith('shop/.git/'));
      assert.equal(await keepSample({ ...request, until: '2026-11-25' }, false), 'keptChanged');
      assert.deepEqual(
        temporary.paths.filter((path) => !path.startsWith('shop/.git/')),
        paths,
      );
    });
  }

  it('is left alone when something was committed on a branch', async () => {
    await keepSample(request, true);
    await runGit(folder, ['checkout', '--quiet', '-b', 'mine']);
    await runGit(folder, [
      '-c',
      'user.name=Me',
      '-c',
      'user.email=me@example.org',
      'commit',
      '--quiet',
      '--allow-empty',
      '--message=Mine',
    ]);
    const mine = await headOf();
    await runGit(folder, ['checkout', '--quiet', 'main']);
    assert.equal(await keepSample({ ...request, until: '2026-11-24' }, false), 'keptChanged');
    assert.equal(await runGit(folder, ['rev-parse', 'mine']), mine);
  });

  it('is left alone when it is no longer a repository', async () => {
    await keepSample(request, true);
    rmSync(temporary.at('shop', '.git'), { recursive: true });
    assert.equal(await keepSample(request, false), 'keptChanged');
    assert.ok(existsSync(temporary.at('shop', 'README.md')));
  });

  it('is left alone when it is not known how it was', async () => {
    await keepSample(request, true);
    rmSync(temporary.at('shop.json'));
    assert.equal(await keepSample(request, false), 'keptChanged');
  });

  it('is made anew when that is asked for', async () => {
    assert.equal(await keepSample(request, true), 'made');
    assert.equal(await keepSample(request, false), 'kept');
  });
});
