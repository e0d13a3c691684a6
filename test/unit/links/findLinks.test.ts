import assert from 'node:assert/strict';
import type { CommitLink } from '../../../src/core/entries/entry.ts';
import { type Candidate, Candidates } from '../../../src/core/links/candidates.ts';
import { type FactSource, findLinks } from '../../../src/core/links/findLinks.ts';
import { isCertain } from '../../../src/core/links/grade.ts';
import { messageMarks } from '../../../src/core/links/messageMarks.ts';
import { quotedLines } from '../../../src/core/links/quotedLines.ts';
import { plainSubject } from '../../../src/core/links/rules.ts';
import type { GitAnswer } from '../../../src/core/ports/git.ts';

/** A commit as a test tells it. */
interface Told {
  readonly sha: string;
  readonly subject?: string;
  readonly body?: string;
  /** Seconds. */
  readonly authored?: number;
  readonly committed?: number;
  readonly merge?: boolean;
  readonly paths?: readonly string[];
  readonly patch?: string;
}

const done: GitAnswer<void> = { state: 'ok', value: undefined };
const noon = 1_767_614_400;

/** Facts that are told one by one, as git would; it counts what it was asked. */
class ToldFacts implements FactSource {
  readonly candidates = new Candidates();
  readonly amended = new Map<string, string>();
  readonly touching = new Map<string, Set<Candidate>>();
  quoting: FactSource['quoting'] = new Map();
  readonly patches = new Map<string, string | null>();
  readonly paths = new Map<string, readonly string[]>();
  readonly lines = new Map<string, readonly string[]>();
  readonly asked: string[] = [];
  /** Patch-ids that are wrong until they are looked at again. */
  readonly lies = new Map<string, string>();
  readonly #told: readonly Told[];

  constructor(told: readonly Told[]) {
    this.#told = told;
    for (const {
      sha,
      subject = sha,
      body = '',
      authored = noon,
      committed = noon + 60,
      merge = false,
    } of told) {
      const marks = messageMarks(subject, body);
      this.candidates.add({ sha, subject, authored, committed, merge, ...(marks && { marks }) }, body);
    }
  }

  async fetch(need: 'patches' | 'paths' | 'lines', shas: readonly string[]): Promise<GitAnswer<void>> {
    this.asked.push(need);
    for (const { sha, patch, paths = [], body = '' } of this.#told.filter((one) => shas.includes(one.sha))) {
      this.patches.set(sha, this.lies.get(sha) ?? patch ?? null);
      this.paths.set(sha, paths);
      this.lines.set(sha, quotedLines(body));
    }
    return done;
  }

  async lookAtPaths(): Promise<GitAnswer<void>> {
    this.asked.push('all paths');
    this.touching.clear();
    for (const { sha, paths = [] } of this.#told) {
      const commit = this.candidates.withSha(sha);
      for (const path of commit === undefined ? [] : paths) {
        this.touching.set(path, (this.touching.get(path) ?? new Set()).add(commit as Candidate));
      }
    }
    return done;
  }

  lookAtLines(links: Parameters<FactSource['lookAtLines']>[0]): void {
    this.quoting = this.candidates.quoting(links.map(({ link }) => plainSubject(link.subject)));
  }

  async recheck(shas: readonly string[]): Promise<GitAnswer<boolean>> {
    const lied = shas.filter((sha) => this.lies.delete(sha));
    await this.fetch('patches', shas);
    return { state: 'ok', value: lied.length === 0 };
  }
}

async function found(
  link: Partial<CommitLink>,
  told: readonly Told[] | ToldFacts,
): Promise<readonly unknown[]> {
  const source = told instanceof ToldFacts ? told : new ToldFacts(told);
  const whole = { sha: 'old', subject: 'Cache', authored: '2026-01-05T12:00:00Z', paths: ['a.ts'], ...link };
  const asked = { id: 'k3f9q2xa', path: 'retro/e.md', link: whole };
  const answer = await findLinks([asked], source, () => undefined);
  assert.equal(answer.state, 'ok');
  const find = answer.state === 'ok' ? answer.value.get(asked) : undefined;
  return find === undefined ? [] : [find.rule.grade, find.rule.by, find.now];
}

describe('finding the commit that a link means', () => {
  it('goes from the surest rule to the least sure, and stops at the first that fits', async () => {
    const change = `I${'0'.repeat(40)}`;
    const commits: Told[] = [
      { sha: 'change', body: `\nChange-Id: ${change}\n`, authored: 1 },
      { sha: 'named', body: '\nRetro: k3f9q2xa\n', authored: 1, paths: ['a.ts'] },
      { sha: 'same', subject: 'Cache', paths: ['x.ts'] },
    ];
    assert.deepEqual(await found({ change }, commits), ['same-change', 'change-id', 'change']);
    assert.deepEqual(await found({}, commits.slice(1, 2)), ['same-change', 'id-in-message', 'named']);
    assert.deepEqual(await found({}, commits.slice(2)), ['rewritten', 'identity', 'same']);
    assert.deepEqual(await found({}, []), []);
  });

  it('takes a commit that only names the entry for another one, where the link’s own is there', async () => {
    const fix = { sha: 'fix', body: '\nRetro: k3f9q2xa\n', authored: noon + 99, paths: ['a.ts'] };
    assert.deepEqual(await found({}, [fix, { sha: 'same', subject: 'Cache' }]), [
      'rewritten',
      'identity',
      'same',
    ]);
    assert.deepEqual(await found({}, [{ ...fix, paths: ['b.ts'] }]), []);
  });

  it('asks git for nothing that it does not need', async () => {
    const facts = new ToldFacts([{ sha: 'same', subject: 'Cache' }]);
    await found({ patch: 'p', range: 'r', pr: 7 }, facts);
    assert.deepEqual(facts.asked, []);
  });

  it('tells two commits of one time and subject apart by their patches', async () => {
    const twins = [
      { sha: 'one', subject: 'Cache', patch: 'p1', paths: ['a.ts'] },
      { sha: 'two', subject: 'Cache', patch: 'p2', paths: ['a.ts'] },
    ];
    assert.deepEqual(await found({ patch: 'p2' }, twins), ['rewritten', 'patch', 'two']);
    assert.deepEqual(await found({}, twins), []);
    assert.deepEqual(
      await found({ patch: 'p1' }, [
        ...twins,
        { sha: 'three', subject: 'Cache', patch: 'p1', paths: ['a.ts'] },
      ]),
      [],
    );
  });

  it('looks for a patch only in what touches all of the paths, and never in merges', async () => {
    const squash = { sha: 'squash', subject: 'x', authored: 1, patch: 'r', paths: ['a.ts', 'b.ts'] };
    assert.deepEqual(await found({ patch: 'p', range: 'r' }, [squash]), ['squashed-into', 'range', 'squash']);
    assert.deepEqual(await found({ range: 'r', paths: ['a.ts', 'c.ts'] }, [squash]), []);
    assert.deepEqual(await found({ range: 'r' }, [{ ...squash, merge: true }]), []);
  });

  it('takes a patch-id that was kept for a rumour', async () => {
    const facts = new ToldFacts([{ sha: 'wrong', subject: 'x', authored: 1, patch: 'p2', paths: ['a.ts'] }]);
    facts.lies.set('wrong', 'p');
    assert.deepEqual(await found({ patch: 'p' }, facts), []);
  });

  it('takes the number of a pull request only where it is not that of an issue', async () => {
    const merged = { sha: 'merged', subject: 'Fast (#7)', authored: 1, paths: ['a.ts'] };
    assert.deepEqual(await found({ pr: 7 }, [merged]), ['squashed-into', 'pull-request', 'merged']);
    assert.deepEqual(await found({ pr: 7, subject: 'Cache (#7)' }, [merged]), []);
    assert.deepEqual(await found({ pr: 7 }, [{ ...merged, paths: ['b.ts'] }]), []);
    assert.deepEqual(await found({ pr: 7 }, [merged, { ...merged, sha: 'again' }]), []);
  });

  it('takes a quoted subject, and the target of a fix-up, only where the paths agree', async () => {
    const list = { sha: 'list', subject: 'All', body: '\n* Cache\n', authored: 1, paths: ['a.ts'] };
    assert.deepEqual(await found({}, [list]), ['squashed-into', 'squash-list', 'list']);
    assert.deepEqual(await found({}, [{ ...list, paths: ['b.ts'] }]), []);
    assert.deepEqual(await found({ paths: [] }, [list]), []);
    const target = { sha: 'target', subject: 'Cache', authored: 1, paths: ['a.ts'] };
    assert.deepEqual(await found({ subject: 'fixup! fixup! Cache' }, [target]), [
      'squashed-into',
      'squash-list',
      'target',
    ]);
    assert.deepEqual(await found({}, [target]), []);
  });

  it('takes the commit that added the entry last, and the first one that has its file', async () => {
    const commits = [
      { sha: 'later', subject: 'x', authored: 1, committed: noon + 90, paths: ['retro/e.md', 'a.ts'] },
      { sha: 'added', subject: 'y', authored: 1, committed: noon + 30, paths: ['retro/e.md', 'a.ts'] },
    ];
    assert.deepEqual(await found({}, commits), ['squashed-into', 'entry-commit', 'added']);
    assert.deepEqual(await found({ paths: ['b.ts'] }, commits), []);
  });

  it('never takes a commit that is older than the link’s own', async () => {
    assert.deepEqual(await found({}, [{ sha: 'same', subject: 'Cache', committed: noon - 1 }]), []);
  });

  it('is certain where one commit is told by what is not shared by chance', () => {
    assert.deepEqual(
      (['range', 'pull-request', 'squash-list', 'entry-commit'] as const).map((by) =>
        isCertain('squashed-into', by),
      ),
      [true, true, false, false],
    );
    assert.deepEqual(
      (['exact', 'same-change', 'rewritten', 'lost'] as const).map((grade) => isCertain(grade, undefined)),
      [false, true, true, false],
    );
  });
});
