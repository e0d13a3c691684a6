import assert from 'node:assert/strict';
import { CommitFinder } from '../../../src/core/links/commitFinder.ts';
import type { History, WalkedCommit } from '../../../src/core/ports/history.ts';

const all: readonly WalkedCommit[] = Array.from({ length: 1000 }, (_, at) => ({
  sha: (at + 1).toString(16).padStart(40, '0'),
  subject: at % 300 === 299 ? `Rare change ${at}` : `Change ${at}`,
  author: at % 2 === 0 ? 'Ada' : 'Grace',
  authored: 10_000 - at,
  committed: 10_000 - at,
}));

/** A history that is handed over in tens, and counts what was read of it. */
class CountedHistory implements Pick<History, 'walk'> {
  passed = 0;
  walks = 0;
  failure: string | undefined;

  async walk(...[query, take, cancellation]: Parameters<History['walk']>): ReturnType<History['walk']> {
    this.walks += 1;
    const from = Math.max(
      0,
      all.findIndex((commit) => commit.sha === query.from),
    );
    const commits = all
      .slice(from)
      .filter((_, at) => query.touching === undefined || (query.touching === 'even' && at % 2 === 0));
    for (let at = 0; at < commits.length; at += 10) {
      await Promise.resolve();
      if (cancellation?.aborted === true) {
        return { state: 'failed', reason: 'cancelled' };
      }
      if (this.failure !== undefined) {
        return { state: 'failed', reason: this.failure };
      }
      this.passed += 10;
      if (take(commits.slice(at, at + 10)) === false) {
        break;
      }
    }
    return { state: 'ok', value: this.passed };
  }
}

function subjects(found: readonly WalkedCommit[]): readonly string[] {
  return found.map(({ subject }) => subject);
}

describe('finding commits', () => {
  let history: CountedHistory;
  let finder: CommitFinder;
  let found: readonly WalkedCommit[];
  const take = (commits: readonly WalkedCommit[]) => {
    found = commits;
  };
  beforeEach(() => {
    history = new CountedHistory();
    finder = new CommitFinder(history);
    found = [];
  });

  it('shows the latest as they come, and reads no more than a page', async () => {
    let first = 0;
    await finder.find('', (commits) => {
      first ||= commits.length;
      found = commits;
    });
    assert.equal(first, 10);
    assert.deepEqual([found.length, history.passed], [100, 100]);
  });

  it('reads the whole history for words that are rare, once for all words', async () => {
    await finder.find('', take);
    await finder.find('rare', take);
    assert.deepEqual(subjects(found), ['Rare change 299', 'Rare change 599', 'Rare change 899']);
    const read = history.walks;
    await finder.find('rare 899', take);
    assert.deepEqual(subjects(found), ['Rare change 899']);
    assert.equal(history.walks, read);
  });

  it('stops when a list is full, and goes on where it stopped for other words', async () => {
    await finder.find('ada', take);
    assert.equal(found.length, 200);
    assert.ok(history.passed <= 410, String(history.passed));
    await finder.find('Rare change 899', take);
    assert.deepEqual(subjects(found), ['Rare change 899']);
  });

  it('finds an author and the beginning of a hash', async () => {
    await finder.find('grace rare', take);
    assert.equal(found.length, 3);
    await finder.find('0000000000000000000000000000000000000010', take);
    assert.deepEqual(subjects(found), ['Change 15']);
  });

  it('hands nothing more to words that were typed over, and reads on for those that follow', async () => {
    let late = 0;
    const before = finder.find('rare', () => {
      late += 1;
    });
    const after = finder.find('899', take);
    const seen = late;
    await Promise.all([before, after]);
    assert.equal(late, seen);
    assert.deepEqual(subjects(found), ['Rare change 899']);
    assert.equal(history.walks, 1);
  });

  it('finds by file, with the other words asked of the commit', async () => {
    await finder.findByFile({ touching: 'even', words: ['ada'] }, take, { aborted: false });
    assert.equal(found.length, 50);
    found = [];
    await finder.findByFile({ touching: 'odd', words: [] }, take, { aborted: false });
    assert.deepEqual(found, []);
  });

  it('says why history could not be read, and is silent when it was closed', async () => {
    history.failure = 'broken';
    assert.deepEqual(await finder.find('', take), { state: 'failed', reason: 'broken' });
    history.failure = undefined;
    const search = finder.find('rare', take);
    finder.close();
    assert.equal((await search).state, 'ok');
    assert.ok(history.passed < 100);
  });
});
