import assert from 'node:assert/strict';
import type { Told } from '../../../src/core/resemblance/failureIndex.ts';
import type { EarlierFailure } from '../../../src/protocol/capture.ts';
import { LookBack, toldIn } from '../../../src/webview/capture/lookBack.ts';
import { draftWith } from './captureDrafts.ts';

describe('what a draft tells of a failure', () => {
  it('is its text, its tags and its files', () => {
    const draft = draftWith({
      text: 'Cache down',
      tags: ['caching'],
      code: [{ path: 'src/cache.ts', line: 4 }],
    });
    assert.deepEqual(toldIn(draft), { text: 'Cache down', tags: ['caching'], places: ['src/cache.ts'] });
  });

  it('is nothing while nothing is written, and of other kinds', () => {
    assert.equal(toldIn(draftWith({ text: ' \n', tags: ['caching'] })), undefined);
    assert.equal(toldIn(draftWith({ kind: 'learning', text: 'Cache down' })), undefined);
  });
});

describe('LookBack', () => {
  const failure: EarlierFailure = {
    id: 'k3f9q2xa',
    title: 'Cache stampede',
    date: '2026-03-04',
    tags: [],
    places: [],
    words: ['cache'],
    learnings: [],
  };

  /** Looks back on drafts; each question waits to be answered. */
  function lookBack() {
    const asked: { told: Told; answer: (found: readonly EarlierFailure[]) => void; fail: () => void }[] = [];
    const shown: (readonly EarlierFailure[])[] = [];
    let wake: () => void = () => undefined;
    const back = new LookBack(
      (told) =>
        new Promise((resolve, reject) => {
          asked.push({ told, answer: resolve, fail: () => reject(new Error('closed')) });
          wake();
        }),
      (earlier) => {
        shown.push(earlier);
        wake();
      },
    );
    const next = (): Promise<void> =>
      new Promise((resolve) => {
        wake = resolve;
      });
    return { back, asked, shown, next };
  }

  it('asks once for what was typed in one go, and shows what was found', async () => {
    const { back, asked, shown, next } = lookBack();
    const asking = next();
    back.follow(draftWith({ text: 'C' }));
    back.follow(draftWith({ text: 'Ca' }));
    back.follow(draftWith({ text: 'Cache' }));
    await asking;
    assert.deepEqual(
      asked.map(({ told }) => told.text),
      ['Cache'],
    );
    const showing = next();
    asked[0]?.answer([failure]);
    await showing;
    assert.deepEqual(shown, [[failure]]);
  });

  it('does not ask again where nothing changed that counts', async () => {
    const { back, asked, next } = lookBack();
    const asking = next();
    back.follow(draftWith({ text: 'Cache' }));
    await asking;
    const again = next();
    back.follow(draftWith({ text: 'Cache', people: ['Ada'] }));
    back.follow(draftWith({ text: 'Cache', tags: ['caching'] }));
    await again;
    assert.deepEqual(
      asked.map(({ told }) => told.tags),
      [[], ['caching']],
    );
  });

  it('shows nothing that was found for an older draft, and nothing at once for another kind', async () => {
    const { back, asked, shown, next } = lookBack();
    const asking = next();
    back.follow(draftWith({ text: 'Cache' }));
    await asking;
    back.follow(draftWith({ kind: 'win', text: 'Cache' }));
    assert.deepEqual(shown, [[]]);
    asked[0]?.answer([failure]);
    await Promise.resolve();
    await Promise.resolve();
    assert.deepEqual(shown, [[]]);
  });

  it('shows nothing where it could not be asked', async () => {
    const { back, asked, shown, next } = lookBack();
    const asking = next();
    back.follow(draftWith({ text: 'Cache' }));
    await asking;
    const showing = next();
    asked[0]?.fail();
    await showing;
    assert.deepEqual(shown, [[]]);
  });
});
