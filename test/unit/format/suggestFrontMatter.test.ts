import assert from 'node:assert/strict';
import { suggestFrontMatter } from '../../../src/core/format/suggestFrontMatter.ts';

const action = ['---', 'id: k3f9q2xa', 'kind: action'];

describe('suggestFrontMatter', () => {
  it('offers the keys that this kind has and that are not there yet', () => {
    const { type, words } = suggestFrontMatter(action, '', ['date: 2026-03-04', '---']);
    assert.equal(type, 'key');
    assert.deepEqual(
      words.filter((word) => ['id', 'kind', 'date', 'outcome'].includes(word)),
      [],
    );
    assert.deepEqual(
      words.filter((word) => ['tags', 'status', 'due'].includes(word)),
      ['tags', 'status', 'due'],
    );
  });

  it('offers every kind', () => {
    assert.equal(suggestFrontMatter(['---', 'id: k3f9q2xa'], 'kind: ', ['---']).words.length, 7);
  });

  it('offers the states of the kind, wherever the kind stands', () => {
    assert.deepEqual(suggestFrontMatter(['---'], 'status: d', ['kind: action', '---']).words, [
      'open',
      'done',
      'dropped',
    ]);
    assert.deepEqual(suggestFrontMatter(['---', 'kind: win'], 'status: ', ['---']).words, []);
  });

  it('asks for a tag in a list on one line and in a list of lines', () => {
    assert.equal(suggestFrontMatter(action, 'tags: [a, ', ['---']).type, 'tag');
    assert.equal(suggestFrontMatter([...action, 'tags:', '  - a'], '  - ', ['---']).type, 'tag');
    assert.equal(suggestFrontMatter([...action, 'people:', '  - a'], '  - ', ['---']).type, 'value');
  });

  it('asks for an entry where links stand, and for a commit where its hash does', () => {
    for (const prefix of ['links: ', 'links: [', 'links: [a, ', 'links: ["k3']) {
      assert.equal(suggestFrontMatter(action, prefix, ['---']).type, 'entry', prefix);
    }
    assert.equal(suggestFrontMatter([...action, 'links:', '  - a'], '  - ', ['---']).type, 'entry');
    for (const prefix of ['  - sha: ', '  - sha: "', '    sha: "3f2a', '- sha: 3']) {
      assert.equal(suggestFrontMatter([...action, 'commits:'], prefix, ['---']).type, 'commit', prefix);
    }
    assert.equal(suggestFrontMatter([...action, 'code:'], '  - sha: ', ['---']).type, 'value');
    assert.equal(suggestFrontMatter([...action, 'commits:'], '    subject: ', ['---']).type, 'value');
  });

  it('offers nothing below the front matter or in a file without one', () => {
    assert.deepEqual(suggestFrontMatter([...action, '---'], '', []).words, []);
    assert.deepEqual(suggestFrontMatter(['# Notes'], '', []).words, []);
  });
});
