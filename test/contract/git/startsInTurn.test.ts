import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { place } from '../../../src/core/git/place.ts';
import { GitAsker } from '../../../src/node/git/askGit.ts';
import { GitRepository } from '../../support/gitRepository.ts';

describe('several gits that are asked for at once', () => {
  it('are started one after another, and others have their turn between two of them', async () => {
    const repository = new GitRepository();
    let turn = 0;
    let isCounting = true;
    const count = (): void => {
      turn += 1;
      if (isCounting) {
        setImmediate(count);
      }
    };
    const starts: number[] = [];
    const note = (): void => void starts.push(turn);
    try {
      const ask = new GitAsker({ root: repository.folder, environment: repository.environment }).begin();
      // The executable and what runs it are looked for once.
      await ask(place);
      count();
      subscribe('child_process', note);
      const answers = await Promise.all([ask(place), ask(place), ask(place)]);
      assert.deepEqual(
        answers.map(({ state }) => state),
        ['ok', 'ok', 'ok'],
      );
      assert.equal(starts.length, 3);
      assert.equal(new Set(starts).size, 3);
    } finally {
      unsubscribe('child_process', note);
      isCounting = false;
      repository.remove();
    }
  });
});
