import assert from 'node:assert/strict';
import { findHashes, findIds } from '../../../src/core/markdown/findNames.ts';

const full = '3f2a91c0d4e5b6a7980f1e2d3c4b5a6978877665';

function hashes(text: string): string[] {
  return findHashes(text.split('\n')).map((name) => name.text);
}

function ids(text: string, known: readonly string[] = ['k3f9q2xa', 'cache', 'my-id-1']): string[] {
  return findIds(text.split('\n'), (word) => known.includes(word)).map((name) => name.text);
}

describe('hashes in a Markdown text', () => {
  for (const text of [
    full,
    `  - sha: "${full}"`,
    `sha: ${full}`,
    `See ${full}.`,
    `(${full})`,
    `\`${full}\`, then`,
    `“${full}”: why`,
    `since ${full}?`,
    `[${full}]`,
    `Reverts #${full}`,
    `**${full}**`,
  ]) {
    it(`are found in ${JSON.stringify(text.replace(full, 'HASH'))}`, () =>
      assert.deepEqual(hashes(text), [full]));
  }

  for (const text of [
    `x${full}`,
    `${full}x`,
    `https://example.com/commit/${full}`,
    `https://example.com/?q=${full}`,
    `src/${full}.ts`,
    `${full}/a`,
    `../${full}`,
    `${full}.md`,
    `a-${full}`,
    `${full}-a`,
    `a_${full}`,
    `user@${full}`,
    `abc123`,
    `ABCDEF12`,
    `${full}${full}`,
    `the facade of decades`,
  ]) {
    it(`are not found in ${JSON.stringify(text.replaceAll(full, 'HASH'))}`, () =>
      assert.deepEqual(hashes(text), []));
  }

  it('are where they stand, abbreviated too', () => {
    assert.deepEqual(findHashes(['', 'Since 3f2a91c and "1234567".']), [
      { text: '3f2a91c', line: 1, start: 6 },
      { text: '1234567', line: 1, start: 19 },
    ]);
  });

  it('are not looked for in lines that nobody reads', () => {
    assert.deepEqual(hashes(`${' '.repeat(3000)}${full}`), []);
  });
});

describe('ids in a Markdown text', () => {
  it('are words with a digit that something has as its id', () => {
    assert.deepEqual(ids('Follows k3f9q2xa, and (my-id-1).'), ['k3f9q2xa', 'my-id-1']);
    assert.deepEqual(ids('k3f9q2xb, xk3f9q2xa, cache-stampede-k3f9q2xa.md, a/k3f9q2xa, k3f9q2xa.md'), []);
  });

  it('are any words where an id has to stand', () => {
    assert.deepEqual(ids('The cache was cold.'), []);
    assert.deepEqual(ids('Fix\n\nRetro: cache'), ['cache']);
    assert.deepEqual(ids('---\nid: k3f9q2xa\nlinks: [cache, "k3f9q2xa"]\ntags: [cache]\n---\ncache'), [
      'cache',
      'k3f9q2xa',
    ]);
    assert.deepEqual(ids('---\nlinks:\n  - cache\n- "cache"\ntags:\n  - cache\n---\n'), ['cache', 'cache']);
  });

  it('are not the id of the file itself', () => {
    assert.deepEqual(ids('---\nid: k3f9q2xa\n---\n'), []);
  });
});
