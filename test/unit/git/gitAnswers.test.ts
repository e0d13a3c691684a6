import assert from 'node:assert/strict';
import { parseAuthorNames } from '../../../src/core/git/authorNames.ts';
import { currentBranch } from '../../../src/core/git/currentBranch.ts';
import { isFullHash } from '../../../src/core/git/fullHash.ts';
import { gitVersion, isAtLeast } from '../../../src/core/git/gitVersion.ts';
import {
  authorPattern,
  configuredIdentity,
  leavesObjectsOut,
  mappedIdentity,
} from '../../../src/core/git/identity.ts';
import { objectNames } from '../../../src/core/git/objectNames.ts';
import { parsePlace } from '../../../src/core/git/place.ts';
import { unreachableCommits } from '../../../src/core/git/unreachableCommits.ts';

const sha = 'a1'.repeat(20);
const long = 'b2'.repeat(32);

describe('what git answers', () => {
  it('is a full hash with 40 or 64 lower-case digits and nothing else', () => {
    assert.ok(isFullHash(sha) && isFullHash(long));
    for (const text of [
      '',
      sha.slice(1),
      `${sha}0`,
      sha.toUpperCase(),
      `${sha}\n`,
      ` ${sha}`,
      `${sha}${'a'.repeat(12)}`,
    ]) {
      assert.equal(isFullHash(text), false, JSON.stringify(text));
    }
  });

  it('says line by line what names stand for', () => {
    const { args, input, parse } = objectNames(['x', 'y', 'z', 'v', 'w']);
    assert.equal(input, 'x\ny\nz\nv\nw\n');
    assert.ok(!args.includes('x'));
    const answer = parse(`commit ${sha}\ny missing\nz ambiguous\nblob ${long}\ncommit ${sha} missing\n`);
    assert.deepEqual(answer, [
      { type: 'commit', sha },
      undefined,
      undefined,
      { type: 'blob', sha: long },
      undefined,
    ]);
  });

  it('says which commits nothing reaches', () => {
    const { input, parse } = unreachableCommits([sha], long);
    assert.equal(input, `${sha}\n^${long}\n`);
    assert.deepEqual(parse(`${sha}\nwarning\n`), new Set([sha]));
    assert.equal(unreachableCommits([sha], undefined).input, `${sha}\n`);
  });

  it('says where a folder is, also one with a line break in its name', () => {
    assert.deepEqual(parsePlace(`\nfalse\n${sha}\n`), { prefix: '', shallow: false, head: sha });
    assert.deepEqual(parsePlace('a/b/\ntrue\n'), { prefix: 'a/b', shallow: true });
    assert.deepEqual(parsePlace(`a\nfalse\nb/\ntrue\n${long}\n`), {
      prefix: 'a\nfalse\nb',
      shallow: true,
      head: long,
    });
    for (const odd of ['', 'x', `${sha}\n`, `\nmaybe\n${sha}\n`, '\n--is-shallow-repository\n']) {
      assert.equal(parsePlace(odd), undefined, JSON.stringify(odd));
    }
  });

  it('says the branch, if there is one', () => {
    assert.equal(currentBranch.parse('refs/heads/a/b\n'), 'a/b');
    assert.equal(currentBranch.parse(''), undefined);
    assert.equal(currentBranch.parse('refs/bisect/x\n'), undefined);
  });

  it('says who is configured: the last value counts, an empty one is none', () => {
    const identity = (...pairs: readonly (readonly [string, string])[]) =>
      configuredIdentity.parse(pairs.map(([key, value]) => `${key}\n${value}\0`).join(''));
    const name = 'Ada';
    assert.deepEqual(identity(['user.name', 'x'], ['user.name', name], ['user.email', 'a@b']), {
      name,
      email: 'a@b',
    });
    assert.deepEqual(identity(['user.name', 'x'], ['author.name', name]), { name });
    assert.deepEqual(identity(['user.name', '']), {});
    assert.deepEqual(identity(['user.name', '\x1b[1mA\nda\u202e']), { name: 'A da' });
    assert.deepEqual(identity(), {});
  });

  it('says whether objects are left to a remote', () => {
    assert.equal(leavesObjectsOut.parse('extensions.partialclone\norigin\0'), true);
    assert.equal(leavesObjectsOut.parse('remote.a\nb.promisor\ntrue\0'), true);
    assert.equal(leavesObjectsOut.parse('remote.a.promisor\0'), true);
    assert.equal(leavesObjectsOut.parse('remote.a.promisor\nfalse\0remote.b.promisor\nno\0'), false);
    assert.equal(leavesObjectsOut.parse(''), false);
  });

  it('says what a mailmap makes of someone', () => {
    const { input, parse } = mappedIdentity({ name: '-x', email: 'a@b' });
    assert.equal(input, '-x <a@b>\n');
    assert.deepEqual(parse('Ada Lovelace <ada@b>\n'), { name: 'Ada Lovelace', email: 'ada@b' });
    assert.deepEqual(parse('<ada@b>\n'), { email: 'ada@b' });
    assert.deepEqual(parse('nonsense'), { email: 'a@b' });
  });

  it('finds an author by text, whatever signs are in it', () => {
    assert.equal(authorPattern({ name: 'x', email: 'a.b*[c]^$\\@d' }), '<a\\.b\\*\\[c\\]\\^\\$\\\\@d>');
    assert.equal(authorPattern({ name: 'A. B' }), '^A\\. B <');
    assert.equal(authorPattern({}), undefined);
  });

  it('names each person once, as plain text', () => {
    assert.deepEqual(parseAuthorNames('Bob\0Ada\0\0Bob\0A\x1b[1mda\0'), ['Bob', 'Ada']);
    assert.deepEqual(parseAuthorNames(''), []);
  });

  it('says its version, and versions are compared as numbers', () => {
    assert.equal(gitVersion.parse('git version 2.39.5 (Apple Git-154)\n'), '2.39.5');
    assert.equal(gitVersion.parse('git version 2.47.0.windows.2\n'), '2.47.0');
    assert.equal(gitVersion.parse('hub version 2\n'), undefined);
    for (const [version, enough] of [
      ['2.24', true],
      ['2.24.0', true],
      ['2.100', true],
      ['3.0', true],
      ['2.9.5', false],
      ['1.99', false],
    ] as const) {
      assert.equal(isAtLeast(version, '2.24'), enough, version);
    }
  });
});
