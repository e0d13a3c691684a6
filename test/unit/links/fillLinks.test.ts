import assert from 'node:assert/strict';
import type { CommitLink } from '../../../src/core/entries/entry.ts';
import { fillLinks } from '../../../src/core/links/fillLinks.ts';

const known: CommitLink = {
  sha: 'a'.repeat(40),
  subject: 'Cache',
  authored: '2026-01-05T12:00:00Z',
  patch: 'b'.repeat(40),
  range: 'c'.repeat(40),
};

function historyOf(unmerged: readonly string[], asked: string[] = []): Parameters<typeof fillLinks>[1] {
  return {
    unmerged: async () => ({ state: 'ok', value: new Set(unmerged) }),
    describe: async (sha) => {
      asked.push(sha);
      return { state: 'ok', value: sha === known.sha ? known : undefined };
    },
  };
}

describe('filling links', () => {
  it('adds what is not there and leaves what somebody wrote', async () => {
    const [filled] = await fillLinks([{ sha: known.sha, subject: 'My words' }], historyOf([]));
    assert.deepEqual(filled?.link, { ...known, subject: 'My words' });
  });

  it('renews the whole change of a branch that is still there, and asks for nothing else', async () => {
    const old = { ...known, range: 'd'.repeat(40) };
    assert.deepEqual((await fillLinks([old], historyOf([known.sha])))[0]?.link, known);
    const asked: string[] = [];
    assert.deepEqual(await fillLinks([old], historyOf([], asked)), []);
    assert.deepEqual(asked, []);
  });

  it('leaves alone what git does not know', async () => {
    assert.deepEqual(await fillLinks([{ sha: 'f'.repeat(40) }], historyOf([])), []);
    const silent = {
      unmerged: async () => ({ state: 'noRepository' }) as const,
      describe: async () => ({ state: 'noRepository' }) as const,
    };
    assert.deepEqual(await fillLinks([{ sha: known.sha }], silent), []);
  });
});
