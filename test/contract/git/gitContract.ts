import assert from 'node:assert/strict';
import type { Commit, Git, GitAnswer } from '../../../src/core/ports/git.ts';

/** One repository with the story below, and what has to be known of it. */
export interface GitStory {
  readonly git: Git;
  /** Full hashes, by what the commits are called in {@link story}. */
  readonly shas: Readonly<Record<StoryName, string>>;
  readonly close: () => void;
}

/** Where the stories of one implementation come from. */
export interface GitStories {
  /** The whole story. The log's folder is `retro`. */
  told(): GitStory;
  /** A repository without a commit, on `main`. */
  unborn(): { readonly git: Git; readonly close: () => void };
  /** No repository at all. */
  none(): { readonly git: Git; readonly close: () => void };
}

/** The commits of the story, oldest first; `lost` is there, and nothing reaches it. */
export const story = [
  { name: 'first', author: 'Ada Lovelace', subject: 'Add the cart', paths: ['src/cart.ts'] },
  { name: 'log', author: 'Grace Hopper', subject: 'Only the log', paths: ['retro/entries/a.md'] },
  {
    name: 'both',
    author: 'Grace Hopper',
    subject: 'Cache product pages',
    paths: ['retro/entries/b.md', 'src/cache.ts'],
  },
  { name: 'last', author: 'Ada Lovelace', subject: 'Many files', paths: manyPaths() },
  { name: 'lost', author: 'Ada Lovelace', subject: 'Rewritten since', paths: ['src/lost.ts'] },
] as const;

/** What the commits of the story are called. `v1` is a tag on `first`. */
export type StoryName = (typeof story)[number]['name'];

function manyPaths(): readonly string[] {
  return Array.from({ length: 25 }, (_, index) => `src/many/${String(index).padStart(2, '0')}.ts`);
}

/** The value of an answer that has one. */
export function valueOf<T>(answer: GitAnswer<T>): T {
  assert.equal(answer.state, 'ok', answer.state === 'failed' ? answer.reason : answer.state);
  return (answer as { readonly value: T }).value;
}

/** What each implementation of {@link Git} has to keep. */
export function keepsTheGitContract(stories: GitStories): void {
  describe('with a history', () => {
    let told: GitStory;
    before(() => {
      told = stories.told();
    });
    after(() => told.close());

    it('says where HEAD is', async () => {
      const head = valueOf(await told.git.head());
      assert.deepEqual(head, { sha: told.shas.last, branch: 'main', incomplete: false });
    });

    it('finds one commit by its hash, a beginning of it, a tag, a branch and HEAD', async () => {
      for (const revision of [told.shas.first, told.shas.first.slice(0, 12), 'v1']) {
        assert.equal(valueOf(await told.git.resolve(revision))?.sha, told.shas.first, revision);
      }
      for (const revision of ['HEAD', '@', 'main']) {
        assert.equal(valueOf(await told.git.resolve(revision))?.sha, told.shas.last, revision);
      }
    });

    it('tells a commit as it is stored, its time in UTC', async () => {
      const commit = valueOf(await told.git.resolve(told.shas.first));
      const authored = '2026-01-05T09:00:00Z';
      const expected = { sha: told.shas.first, subject: 'Add the cart', author: 'Ada Lovelace', authored };
      assert.deepEqual(commit, { ...expected, paths: ['src/cart.ts'] });
    });

    it('leaves the paths of the log out, and the commit in', async () => {
      assert.deepEqual(valueOf(await told.git.resolve(told.shas.log))?.paths, []);
      assert.deepEqual(valueOf(await told.git.resolve(told.shas.both))?.paths, ['src/cache.ts']);
    });

    it('tells the first 20 paths', async () => {
      assert.deepEqual(valueOf(await told.git.resolve('HEAD'))?.paths, manyPaths().slice(0, 20));
    });

    it('resolves a commit that nothing reaches any more', async () => {
      assert.equal(valueOf(await told.git.resolve(told.shas.lost))?.subject, 'Rewritten since');
    });

    it('answers undefined to what names nothing', async () => {
      const unknown = told.shas.first.replace(/./g, '0');
      for (const revision of [
        '',
        'nope',
        unknown,
        '-x',
        '--all',
        '--output=canary',
        'a\nb',
        'x'.repeat(5000),
      ]) {
        assert.equal(valueOf(await told.git.resolve(revision)), undefined, JSON.stringify(revision));
      }
    });

    it('lists recent commits, newest first, and no more than asked', async () => {
      const subjects = async (query: Parameters<Git['recent']>[0]): Promise<string[]> =>
        valueOf(await told.git.recent(query)).map((commit: Commit) => commit.subject);
      const all = ['Many files', 'Cache product pages', 'Only the log', 'Add the cart'];
      assert.deepEqual(await subjects({ mine: false, limit: 10 }), all);
      assert.deepEqual(await subjects({ mine: false, limit: 2 }), all.slice(0, 2));
      assert.deepEqual(await subjects({ mine: true, limit: 10 }), ['Many files', 'Add the cart']);
      assert.deepEqual(await subjects({ mine: false, limit: 0 }), []);
    });

    it('tells which commits are reachable and leaves out all else', async () => {
      const { first, both, lost } = told.shas;
      const odd = [
        'f'.repeat(first.length),
        // As long as a hash of the other kind.
        first.padEnd(64, '0').slice(0, 104 - first.length),
        first.slice(0, 12),
        'HEAD',
        '--all',
        '',
      ];
      assert.deepEqual(
        valueOf(await told.git.reachable([both, lost, first, first, ...odd])),
        new Set([both, first]),
      );
      assert.deepEqual(valueOf(await told.git.reachable([])), new Set());
    });

    it('names people once, most recent first, and the one who is configured', async () => {
      assert.deepEqual(valueOf(await told.git.people()), ['Ada Lovelace', 'Grace Hopper']);
      assert.equal(valueOf(await told.git.userName()), 'Ada Lovelace');
      const [{ name } = {}, ...others] = valueOf(await told.git.identities());
      assert.deepEqual([name, others], ['Ada Lovelace', []]);
    });
  });

  it('answers with nothing, not with a failure, where there is no commit yet [D66]', async () => {
    const { git, close } = stories.unborn();
    try {
      assert.deepEqual(valueOf(await git.head()), { branch: 'main', incomplete: false });
      assert.equal(valueOf(await git.resolve('HEAD')), undefined);
      assert.deepEqual(valueOf(await git.recent({ mine: true, limit: 5 })), []);
      assert.deepEqual(valueOf(await git.reachable(['0'.repeat(40)])), new Set());
      assert.deepEqual(valueOf(await git.people()), []);
      assert.equal(valueOf(await git.userName()), 'Ada Lovelace');
    } finally {
      close();
    }
  });

  it('says that there is no repository, whatever it is asked [D66]', async () => {
    const { git, close } = stories.none();
    try {
      const answers = [git.head(), git.resolve('HEAD'), git.recent({ mine: true, limit: 5 })];
      const others = [git.reachable([]), git.people(), git.userName(), git.identities()];
      for (const answer of await Promise.all<GitAnswer<unknown>>([...answers, ...others])) {
        assert.deepEqual(answer, { state: 'noRepository' });
      }
    } finally {
      close();
    }
  });
}
