import assert from 'node:assert/strict';
import {
  commitsRead,
  type FoundSuggestions,
  SuggestionFinder,
  type SuggestionQuery,
} from '../../../src/core/suggest/suggestionFinder.ts';
import { noMemory } from '../../../src/core/suggest/suggestionMemory.ts';
import { entryOf } from '../../support/entryOf.ts';
import { MemoryPast } from '../../support/memoryPast.ts';
import { lineOf, shaOf } from '../../support/pastCommit.ts';

const all: SuggestionQuery = { entries: [], memory: noMemory };

async function found(past: MemoryPast, query: Partial<SuggestionQuery> = {}): Promise<FoundSuggestions> {
  const answer = await new SuggestionFinder(past, past).find({ ...all, ...query });
  assert.equal(answer.state, 'ok');
  return (answer as { readonly value: FoundSuggestions }).value;
}
const titles = async (...args: Parameters<typeof found>) =>
  (await found(...args)).suggestions.map(({ title }) => title);

describe('finding suggestions', () => {
  it('gives five at most, the newest, and says that there are more', async () => {
    const learned = (count: number) =>
      lineOf(...Array.from({ length: count }, (_, index) => `Learned: lesson ${count - index}`));
    const many = await found(new MemoryPast(learned(7)));
    assert.deepEqual(
      many.suggestions.map(({ title }) => title),
      ['lesson 7', 'lesson 6', 'lesson 5', 'lesson 4', 'lesson 3'],
    );
    assert.equal(many.more, true);
    assert.equal((await found(new MemoryPast(learned(5)))).more, false);
  });

  it('tells the paths of each', async () => {
    const past = new MemoryPast(lineOf('Revert "Cache pages"'));
    past.paths.set(shaOf('c1'), { paths: ['src/cache.ts'], log: [] });
    assert.deepEqual((await found(past)).suggestions[0]?.paths, ['src/cache.ts']);
  });

  it('leaves out what is about the log alone or brought an entry, but not what took one away', async () => {
    const past = new MemoryPast(lineOf('Revert "Cache pages"'));
    const entry = entryOf({ id: 'aaaa1111' });
    past.paths.set(shaOf('c1'), { paths: [], log: ['retro/entries/2026/gone.md'] });
    assert.deepEqual(await titles(past), []);
    past.paths.set(shaOf('c1'), { paths: ['src/cache.ts'], log: [entry.path] });
    assert.deepEqual(await titles(past, { entries: [entry] }), []);
    assert.deepEqual(await titles(past), ['Revert "Cache pages"']);
  });

  it('gives what a message words although its commit is about the log', async () => {
    const past = new MemoryPast(lineOf('Learned: ask first'));
    past.paths.set(shaOf('c1'), { paths: [], log: ['retro/retro.yml'] });
    assert.deepEqual(await titles(past), ['ask first']);
  });

  it('does not take the flakes of Nix for flakes', async () => {
    const past = new MemoryPast(lineOf('Update flake inputs'));
    past.paths.set(shaOf('c1'), { paths: ['ops/flake.lock'], log: [] });
    assert.deepEqual(await titles(past), []);
  });

  it('looks on behind those that it leaves out', async () => {
    const past = new MemoryPast(
      lineOf(...Array.from({ length: 60 }, (_, index) => `Revert "Change ${60 - index}"`)),
    );
    for (const { sha } of past.history.slice(0, 45)) {
      past.paths.set(sha, { paths: [], log: ['retro/retro.yml'] });
    }
    assert.deepEqual((await titles(past))[0], 'Revert "Change 15"');
  });

  it('gives nothing from before a day', async () => {
    const past = new MemoryPast(
      lineOf({ message: 'Learned: new', day: '2026-03-05' }, { message: 'Learned: old', day: '2026-03-04' }),
    );
    assert.deepEqual(await titles(past, { since: '2026-03-05' }), ['new']);
    assert.deepEqual(await titles(past, { since: '2026-03-04' }), ['new', 'old']);
  });

  it('reads the history again only when HEAD has moved', async () => {
    const past = new MemoryPast(lineOf('Learned: ask first'));
    const finder = new SuggestionFinder(past, past);
    await finder.find(all);
    await finder.find(all);
    assert.deepEqual(past.asked, ['head', 'commits', 'tags', 'touched 1', 'head', 'touched 0']);
    past.history = lineOf({ sha: shaOf('e'), message: 'Learned: ask twice' }, 'Learned: ask first');
    const answer = await finder.find(all);
    assert.equal(answer.state === 'ok' && answer.value.suggestions.length, 2);
  });

  it('says when commits were left out that the day asks for', async () => {
    const past = new MemoryPast(lineOf('Begin'));
    assert.equal((await found(past)).partial, false);
    past.incomplete = true;
    assert.equal((await found(past)).partial, true);
    assert.equal((await found(past, { since: '2026-03-05' })).partial, false);
    const long = new MemoryPast(Array.from({ length: commitsRead + 1 }, () => lineOf('Begin')[0]!));
    assert.equal((await found(long)).partial, true);
  });

  it('says why it could not look, and remembers nothing of that', async () => {
    const past = new MemoryPast(lineOf('Learned: ask first'));
    const finder = new SuggestionFinder(past, past);
    past.refusal = { state: 'failed', reason: 'git is away' };
    assert.deepEqual(await finder.find(all), past.refusal);
    past.refusal = undefined;
    const cancelled = await finder.find(all, { aborted: true });
    assert.equal(cancelled.state, 'failed');
    const answer = await finder.find(all);
    assert.equal(answer.state === 'ok' && answer.value.suggestions.length, 1);
  });

  it('finds nothing where there is no commit yet', async () => {
    assert.deepEqual(await found(new MemoryPast([])), { suggestions: [], more: false, partial: false });
  });
});
