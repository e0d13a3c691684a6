import assert from 'node:assert/strict';
import type { Entry } from '../../../src/core/entries/entry.ts';
import type { PastCommit } from '../../../src/core/ports/past.ts';
import { findSignals } from '../../../src/core/suggest/findSignals.ts';
import { openSuggestions } from '../../../src/core/suggest/openSuggestions.ts';
import { answered, muted, noMemory } from '../../../src/core/suggest/suggestionMemory.ts';
import { entryOf } from '../../support/entryOf.ts';
import { lineOf, shaOf } from '../../support/pastCommit.ts';

const open = (commits: readonly PastCommit[], entries: readonly Entry[] = [], memory = noMemory) =>
  openSuggestions(findSignals(commits, []), entries, memory);
const titles = (...args: Parameters<typeof open>) => open(...args).map(({ title }) => title);

const reverted = lineOf(`Revert "Cache pages"\n\nThis reverts commit ${shaOf('c1')}.\n`, 'Cache pages');
const title = 'Revert "Cache pages"';

describe('suggestions that are open', () => {
  it('are those that no entry is about', () => {
    assert.deepEqual(titles(reverted), [title]);
    assert.deepEqual(titles(reverted, [entryOf({ id: 'aaaa1111', commits: [{ sha: shaOf('c2') }] })]), []);
  });

  it('are closed by a link to the same commit from before it was rebased', () => {
    const { authored } = reverted[0]!;
    const link = { sha: shaOf('9'), subject: title, authored };
    assert.deepEqual(titles(reverted, [entryOf({ id: 'aaaa1111', commits: [link] })]), []);
    assert.deepEqual(titles(reverted, [entryOf({ id: 'aaaa1111', commits: [{ sha: shaOf('9') }] })]), [
      title,
    ]);
    const other = { ...link, authored: '2026-03-01T00:00:00Z' };
    assert.deepEqual(titles(reverted, [entryOf({ id: 'aaaa1111', commits: [other] })]), [title]);
  });

  it('are closed by a failure about what was reverted, and by no win', () => {
    const commits = [{ sha: shaOf('c1') }];
    assert.deepEqual(titles(reverted, [entryOf({ id: 'aaaa1111', kind: 'win', commits })]), [title]);
    assert.deepEqual(titles(reverted, [entryOf({ id: 'aaaa1111', kind: 'failure', commits })]), []);
  });

  it('are one a commit, the surest', () => {
    assert.deepEqual(
      open(lineOf('Revert "Retry the flaky login"')).map(({ rule }) => rule),
      ['revert'],
    );
    assert.deepEqual(
      open(lineOf('Revert "Retry the flaky login"\n\nLearned: ask first')).map(({ rule }) => rule),
      ['message-line'],
    );
    const memory = muted(noMemory, 'revert');
    assert.deepEqual(
      open(lineOf('Revert "Retry the flaky login"'), [], memory).map(({ rule }) => rule),
      ['flaky'],
    );
  });

  it('are several of a message that words several entries, each until it is told', () => {
    const commits = lineOf('Ship it\n\nWin: fast\nLearned: ask first\nLearned: ask twice\n');
    assert.deepEqual(titles(commits), ['fast', 'ask first', 'ask twice']);
    const about = (kind: string) => [entryOf({ id: 'aaaa1111', kind, commits: [{ sha: shaOf('c1') }] })];
    assert.deepEqual(titles(commits, about('win')), ['ask first', 'ask twice']);
    assert.deepEqual(titles(commits, about('kudos')), []);
  });

  it('are closed by an entry with the words of the message', () => {
    const commits = lineOf('Ship it (#12)\n\n* Learned: Ask   first\n');
    assert.deepEqual(
      titles(commits, [entryOf({ id: 'aaaa1111', kind: 'learning', title: 'Ask first' })]),
      [],
    );
    assert.deepEqual(titles(commits, [entryOf({ id: 'aaaa1111', kind: 'win', title: 'Ask first' })]), [
      'Ask first',
    ]);
  });

  it('do not come back when they were turned down, also after a rebase', () => {
    const [suggestion] = open(reverted);
    const memory = answered(noMemory, suggestion!, false);
    assert.deepEqual(open(reverted, [], memory), []);
    const rebased = reverted.map((commit) => ({ ...commit, sha: shaOf(`d${commit.sha[1]}`) }));
    assert.deepEqual(open(rebased, [], memory), []);
  });

  it('stay when they were accepted and nothing was logged', () => {
    const [suggestion] = open(reverted);
    assert.deepEqual(titles(reverted, [], answered(noMemory, suggestion!, true)), [title]);
  });

  it('are none of a rule that is muted or that fell silent', () => {
    assert.deepEqual(open(reverted, [], muted(noMemory, 'revert')), []);
    const ids = Array.from({ length: 8 }, (_, index) => `other ${index}`);
    const silent = ids.reduce((all, id) => answered(all, { id, rule: 'revert' }, false), noMemory);
    assert.deepEqual(open(reverted, [], silent), []);
  });

  it('are one where a commit was picked twice', () => {
    const twice = [
      ...reverted,
      ...reverted.map((commit) => ({ ...commit, sha: shaOf(`d${commit.sha[1]}`) })),
    ];
    assert.equal(open(twice).length, 1);
  });
});

describe('suggestions to link a commit to an entry', () => {
  const entry = entryOf({
    id: 'k3f9q2xa',
    kind: 'failure',
    title: 'Cache stampede',
    commits: [{ sha: shaOf('c1'), subject: 'Cache pages', authored: '2026-03-04T09:01:00Z' }],
  });
  const wanted = {
    kind: 'failure',
    entry: { id: 'k3f9q2xa', path: entry.path, title: 'Cache stampede' },
  };
  const links = (commits: readonly PastCommit[], entries: readonly Entry[] = [entry]) =>
    open(commits, entries).map(({ kind, entry }) => ({ kind, entry }));

  it('name the entry about the commit that is mended', () => {
    assert.deepEqual(links(lineOf('fixup! Cache pages', 'Cache pages')), [wanted]);
    assert.deepEqual(links(lineOf(`Limit it\n\nFixes: ${shaOf('c1')}\n`, 'Cache pages')), [wanted]);
    assert.deepEqual(links(lineOf(`Limit it\n\nFixes: ${shaOf('c1').slice(0, 12)} ("Cache pages")\n`, 'x')), [
      wanted,
    ]);
  });

  it('know that commit again after a rebase', () => {
    const rebased = { sha: shaOf('9'), message: 'Cache pages', authored: '2026-03-04T09:01:00Z' };
    assert.deepEqual(links(lineOf('fixup! Cache pages', rebased)), [wanted]);
    assert.deepEqual(
      links(lineOf('fixup! Cache pages', { ...rebased, authored: '2026-03-04T10:00:00Z' })),
      [],
    );
  });

  it('go by the subject alone where the commit was not read: so does git', () => {
    assert.deepEqual(links(lineOf({ sha: shaOf('c7'), message: 'fixup! Cache pages' })), [wanted]);
  });

  it('are none where no entry is about that commit, or one is about the fix', () => {
    assert.deepEqual(links(lineOf('fixup! Cache pages', 'Cache pages'), []), []);
    const told = entryOf({ id: 'aaaa1111', commits: [{ sha: shaOf('c2') }] });
    assert.deepEqual(links(lineOf('fixup! Cache pages', 'Cache pages'), [told, entry]), []);
  });

  it('are one a commit, also where it names several', () => {
    const message = `fixup! Cache pages\n\nFixes: ${shaOf('c1')}\n`;
    assert.deepEqual(links(lineOf(message, 'Cache pages')), [wanted]);
  });
});
