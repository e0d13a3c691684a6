import * as assert from 'node:assert/strict';
import {
  addLink,
  addPlace,
  addTyped,
  countOf,
  removeAt,
  toggleCommit,
} from '../../../src/webview/capture/changeDraft.ts';
import { draftWith } from './captureDrafts.ts';

const commit = { sha: 'a'.repeat(40), subject: 'Cache pages' };
const link = { id: 'k3f9q2xa', kind: 'win', title: 'Deploys' };

describe('a change of the draft', () => {
  it('adds the words between commas as tags, each once', () => {
    const draft = addTyped(draftWith({ tags: ['ci'] }), 'tags', 'caching, #checkout,, CI', []);
    assert.deepEqual(draft.tags, ['ci', 'caching', 'checkout']);
  });

  it('takes the spelling that is in use', () => {
    assert.deepEqual(addTyped(draftWith({}), 'people', 'ada lovelace', ['Ada Lovelace']).people, [
      'Ada Lovelace',
    ]);
  });

  it('leaves the draft as it is when no word was typed', () => {
    const draft = draftWith({ owner: 'Ada' });
    assert.deepEqual(addTyped(draft, 'tags', ' , #', []).tags, []);
    assert.equal(addTyped(draft, 'owner', '  ', []), draft);
    assert.equal(addTyped(draft, 'links', 'words', []), draft);
  });

  it('has one owner: the next takes the place of the first', () => {
    assert.equal(addTyped(draftWith({ owner: 'Ada' }), 'owner', 'Grace', []).owner, 'Grace');
  });

  it('adds an entry that it follows from once', () => {
    const once = addLink(draftWith({}), link);
    assert.equal(addLink(once, { ...link, title: 'Renamed' }), once);
    assert.deepEqual(once.links, [link]);
  });

  it('adds a commit and takes it off again', () => {
    const added = toggleCommit(draftWith({}), commit);
    assert.deepEqual(added.commits, [commit]);
    assert.deepEqual(toggleCommit(added, commit).commits, []);
  });

  it('adds a place once for each line', () => {
    const draft = addPlace(draftWith({}), { path: 'a.ts', line: 1 });
    assert.equal(addPlace(draft, { path: 'a.ts', line: 1, text: 'changed' }), draft);
    assert.equal(addPlace(draft, { path: 'a.ts', line: 2 }).code.length, 2);
  });

  it('takes off the chip that is meant', () => {
    assert.deepEqual(removeAt(draftWith({ tags: ['a', 'b', 'c'] }), 'tags', 1).tags, ['a', 'c']);
    assert.equal(removeAt(draftWith({ owner: 'Ada' }), 'owner', 0).owner, '');
  });

  it('takes off nothing where there is no chip', () => {
    assert.deepEqual(removeAt(draftWith({ tags: [] }), 'tags', -1).tags, []);
  });

  it('counts the chips of a field', () => {
    const draft = draftWith({ owner: 'Ada', tags: ['a', 'b'] });
    assert.deepEqual([countOf(draft, 'owner'), countOf(draft, 'tags'), countOf(draft, 'links')], [1, 2, 0]);
  });
});
