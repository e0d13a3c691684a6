import assert from 'node:assert/strict';
import { finish } from '../../../src/core/steps.ts';
import { areaOf, areasInUse } from '../../../src/core/team/areaOf.ts';
import { matchesPath } from '../../../src/core/team/matchesPath.ts';
import { defaultTeamSettings } from '../../../src/core/team/teamSettings.ts';

describe('the areas that entries are about', () => {
  it('come with those of most entries first: by their places, or else by what their commits touch', () => {
    const entries = [
      { code: [{ path: 'src/web/a.ts' }, { path: 'src/web/b.ts' }], commits: [] },
      { code: [{ path: 'src/pay/a.ts' }], commits: [{ sha: 'a', paths: ['src/core/a.ts'] }] },
      { code: [], commits: [{ sha: 'b', paths: ['src/pay/a.ts', 'docs/a.md'] }] },
      { code: [], commits: [{ sha: 'c' }] },
    ];
    assert.deepEqual(finish(areasInUse(entries, defaultTeamSettings)), ['src/pay', 'docs', 'src/web']);
  });
});

describe('areaOf', () => {
  it('is the first two folders by default', () => {
    assert.equal(areaOf('src/core/format/parseFile.ts', defaultTeamSettings), 'src/core');
    assert.equal(areaOf('src/main.ts', defaultTeamSettings), 'src');
    assert.equal(areaOf('README.md', defaultTeamSettings), '.');
  });

  it('is the first area with a pattern that fits', () => {
    const settings = {
      ...defaultTeamSettings,
      areas: { payments: ['services/pay/**', 'lib/pay*'], services: ['services'] },
    };
    assert.equal(areaOf('services/pay/src/a.ts', settings), 'payments');
    assert.equal(areaOf('lib/payment.ts', settings), 'payments');
    assert.equal(areaOf('services/mail/a.ts', settings), 'services');
    assert.equal(areaOf('apps/web/a.ts', settings), 'apps/web');
  });
});

describe('matchesPath', () => {
  const table: readonly (readonly [string, string, boolean])[] = [
    ['a/b', 'a/b', true],
    ['a/b', 'a/b/c.ts', true],
    ['a/b/', 'a/b/c.ts', true],
    ['./a', 'a/b', true],
    ['/a', 'a/b', true],
    ['a/b', 'a/bc', false],
    ['a', 'b/a', false],
    ['**/a', 'b/c/a', true],
    ['**/a', 'a', true],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b/z', true],
    ['a/*/b', 'a/x/y/b', false],
    ['**', 'anything/at/all', true],
    ['*.ts', 'a.ts', true],
    ['*.ts', 'a/b.ts', false],
    ['**/*.test.ts', 'test/unit/a.test.ts', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['*a*b*', 'xaybz', true],
    ['[ab]', 'a', false],
    ['', 'a', false],
  ];
  for (const [pattern, path, fits] of table) {
    it(`${JSON.stringify(pattern)} ${fits ? 'fits' : 'does not fit'} ${path}`, () => {
      assert.equal(matchesPath(pattern, path), fits);
    });
  }
});
