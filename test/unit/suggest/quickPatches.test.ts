import assert from 'node:assert/strict';
import type { PastTag } from '../../../src/core/ports/past.ts';
import { Mainline } from '../../../src/core/suggest/mainline.ts';
import { quickPatches } from '../../../src/core/suggest/quickPatches.ts';
import { lineOf, shaOf } from '../../support/pastCommit.ts';

const day = 24 * 60 * 60;
const first = Date.UTC(2026, 2, 4) / 1000;
const tag = (name: string, days: number, sha = shaOf('c1')): PastTag => ({
  name,
  sha,
  seconds: first + days * day,
});
const history = new Mainline(lineOf('Release 1.0.1', 'Limit retries', 'Release 1.0.0', 'Begin'));
const titles = (tags: readonly PastTag[]) => quickPatches(tags, history).map(({ title }) => title);

describe('a release that needed a patch soon', () => {
  const calm = [tag('v1.1.0', 30), tag('v1.2.0', 60), tag('v1.3.0', 90)];
  const quick = [tag('v1.0.0', 0, shaOf('c2')), tag('v1.0.1', 3, shaOf('c4'))];

  it('is told where that is rare, with the commits of the patch', () => {
    const [signal, ...others] = quickPatches([...quick, ...calm], history);
    assert.deepEqual(others, []);
    assert.equal(signal?.title, 'v1.0.0 needed v1.0.1 within three days');
    assert.equal(signal?.date, '2026-03-07');
    assert.deepEqual(
      signal?.commits.map(({ subject }) => subject),
      ['Release 1.0.1', 'Limit retries'],
    );
  });

  it('is not told where more than every fourth does', () => {
    assert.deepEqual(titles([...quick, ...calm.slice(1)]), []);
    assert.deepEqual(titles(quick), []);
  });

  it('is not told of a patch that came later, or before its release', () => {
    assert.deepEqual(titles([tag('v1.0.0', 0), tag('v1.0.1', 3.01, shaOf('c4')), ...calm]), []);
    assert.deepEqual(titles([tag('v1.0.0', 3), tag('v1.0.1', 0, shaOf('c4')), ...calm]), []);
  });

  it('is not told of a commit that was not read', () => {
    assert.deepEqual(titles([tag('v1.0.0', 0), tag('v1.0.1', 1, shaOf('f')), ...calm]), []);
  });

  it('is counted for each package on its own', () => {
    const named = (name: string, tags: readonly PastTag[]) =>
      tags.map((one) => ({ ...one, name: one.name.replace('v', name) }));
    assert.deepEqual(titles([...named('cart@', quick), ...named('mail@', calm)]), []);
    assert.deepEqual(titles(named('cart@', [...quick, ...calm])), [
      'cart@1.0.0 needed cart@1.0.1 within three days',
    ]);
  });

  it('is not seen in tags of another form', () => {
    assert.deepEqual(
      titles([
        tag('1.0', 0),
        tag('v1.0.0-rc.1', 0),
        tag('2026.3.4.1', 1),
        tag('1.0.10', 1),
        tag('nightly', 1),
        ...calm,
      ]),
      [],
    );
  });
});
