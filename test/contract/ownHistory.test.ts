import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { answerJson, cleanEnvironment } from './cli/commandLine.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 120_000;
const mostCommits = 6;

interface LinksJson {
  readonly grades: Readonly<Record<string, number>>;
  readonly repaired: number;
  readonly items: readonly { readonly id: string; readonly grade: string; readonly now: string | null }[];
}

describe('this project’s own history', function () {
  this.timeout(patience);
  let base: string;
  let clone: string;
  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'retrolog-own-')));
    clone = join(base, 'clone');
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  function git(...args: readonly string[]): string {
    const who = ['-c', 'user.name=Ada Lovelace', '-c', 'user.email=ada@example.com'];
    const how = { cwd: clone, env: cleanEnvironment, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', [...who, ...args], how).trim();
  }

  async function links(...args: readonly string[]): Promise<LinksJson> {
    const { code, json, stderr } = await answerJson(clone, ['links', ...args]);
    assert.equal(code, 0, stderr);
    return json as unknown as LinksJson;
  }

  it('can be linked, squashed and repaired', async function () {
    const from = [`file://${resolve('.')}`, clone];
    try {
      execFileSync('git', ['clone', '--quiet', '--no-tags', ...from], {
        env: cleanEnvironment,
        stdio: 'pipe',
      });
      git('rev-parse', '--verify', '--quiet', 'HEAD~3');
    } catch {
      // Where the project lies without its history there is nothing to be squashed.
      this.skip();
    }
    git('checkout', '--quiet', '-B', 'topic');
    git('branch', '--quiet', '--force', 'main', 'HEAD~3');
    git('remote', 'remove', 'origin');
    const commits = git('log', '--no-merges', '--format=%H', 'main..topic', '--', '.', ':(exclude)retro')
      .split('\n')
      .slice(0, mostCommits);
    const added: string[] = [];
    for (const sha of commits) {
      const title = `Of ${sha.slice(0, 8)}`;
      const { json } = await answerJson(clone, ['add', 'learning', title, '--commit', sha]);
      added.push(json.id);
    }
    git('checkout', '--quiet', 'main');
    git('merge', '--quiet', '--squash', 'topic');
    git('commit', '--quiet', '--message', 'All of it at once');
    const squashed = git('rev-parse', 'HEAD');
    for (const branch of git('branch', '--format=%(refname:short)').split('\n')) {
      if (branch !== 'main') {
        git('branch', '--quiet', '-D', branch);
      }
    }
    git('reflog', 'expire', '--expire=now', '--all');
    git('gc', '--quiet', '--prune=now');
    assert.throws(() => git('cat-file', '-e', commits[0] ?? ''), 'the old commits are gone');

    const isOurs = ({ id }: { readonly id: string }): boolean => added.includes(id);
    const found = (await links()).items.filter(isOurs);
    assert.deepEqual(
      found.map(({ grade, now }) => [grade, now]),
      commits.map(() => ['squashed-into', squashed]),
    );
    assert.ok((await links('--repair')).repaired >= commits.length);
    const { items, grades } = await links();
    assert.ok(items.filter(isOurs).every(({ grade }) => grade === 'exact'));
    assert.equal(grades['lost'], 0);
  });
});
