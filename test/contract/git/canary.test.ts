import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { CodeHistory } from '../../../src/core/ports/codeHistory.ts';
import type { Git, Staging } from '../../../src/core/ports/git.ts';
import type { History } from '../../../src/core/ports/history.ts';
import type { Past } from '../../../src/core/ports/past.ts';
import type { Versions } from '../../../src/core/ports/versions.ts';
import type { GitSettings } from '../../../src/node/git/askGit.ts';
import { NodeCodeHistory } from '../../../src/node/git/nodeCodeHistory.ts';
import { NodeGit } from '../../../src/node/git/nodeGit.ts';
import { NodeHistory } from '../../../src/node/git/nodeHistory.ts';
import { NodePast } from '../../../src/node/git/nodePast.ts';
import { NodeVersions } from '../../../src/node/git/nodeVersions.ts';
import { defaultTeamSettings } from '../../../src/core/team/teamSettings.ts';
import { NodeStaging } from '../../../src/node/git/nodeStaging.ts';
import { temporaryFilesExclude } from '../../../src/node/git/temporaryFilesExclude.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { Canary, type Trap } from './canary.ts';
import { traps } from './hostileTraps.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 30_000;

const readings: Readonly<Record<keyof Git, (git: Git, shas: readonly string[]) => Promise<unknown>>> = {
  head: (git) => git.head(),
  resolve: (git, [sha = '']) =>
    Promise.all(
      ['HEAD', 'HEAD~1', 'main', 'HEAD:file.txt', '@{-1}', '-x', sha].map((name) => git.resolve(name)),
    ),
  recent: (git) => Promise.all([git.recent({ mine: true, limit: 5 }), git.recent({ mine: false, limit: 5 })]),
  reachable: (git, shas) => git.reachable(shas),
  people: (git) => git.people(),
  userName: (git) => git.userName(),
  identities: (git) => git.identities(),
};
const lookingsBack: Readonly<Record<keyof Past, (past: Past, shas: readonly string[]) => Promise<unknown>>> =
  {
    commits: (past) => past.commits(5),
    tags: (past) => past.tags(5),
    touched: async (past, shas) => [await past.touched(shas.slice(0, 2)), await past.touched(shas)],
  };
/** `retro/new.md` was renamed in the last commit, so that its earlier name is looked for. */
const lookingsAtVersions: Readonly<
  Record<keyof Versions, (versions: Versions, shas: readonly string[]) => Promise<unknown>>
> = {
  named: (versions, [sha = '']) =>
    Promise.all(['HEAD', 'main', '@{-1}', '-x', sha].map((name) => versions.named(name))),
  onDay: async (versions) => [
    await versions.onDay('2026-01-05', 'UTC'),
    await versions.onDay('2000-01-01', 'UTC'),
  ],
  tags: (versions) => versions.tags(5),
  filesAt: async (versions, shas) => {
    for (const sha of shas) {
      const files = await versions.filesAt(sha);
      if (files.state === 'ok') {
        await files.value.list('retro', ['.md']);
        await files.value.readMany(['retro/entry.md', 'file.txt', '.gitattributes'], () => undefined);
      }
    }
  },
  history: (versions) =>
    Promise.all(
      ['retro/entry.md', 'retro/new.md', 'file.txt'].map((path) =>
        versions.history({ path, id: 'k3f9q2xa' }),
      ),
    ),
  contents: (versions, shas) => versions.contents(shas),
};
const lookings: Readonly<
  Record<keyof CodeHistory, (history: CodeHistory, shas: readonly string[]) => Promise<unknown>>
> = {
  place: (history) => history.place(),
  blame: (history, shas) =>
    Promise.all(shas.map((sha) => history.blame(sha, sha.startsWith('ff') ? 'none' : 'file.txt'))),
  commits: (history, shas) => history.commits([...shas, ...shas.map((sha) => sha.slice(0, 7))]),
  changes: (history, shas) => Promise.all(shas.map((sha) => history.changes(sha))),
  patch: (history, shas) => Promise.all(shas.map((sha) => history.patch(sha))),
  remotes: (history) => history.remotes(),
};
/** Two of the three are there; the third is broken, so that everything is asked by which it could be found. */
const histories: Readonly<
  Record<keyof History, (history: History, shas: readonly string[]) => Promise<unknown>>
> = {
  describe: (history, shas) => Promise.all(shas.map((sha) => history.describe(sha))),
  describeAll: (history, shas) => history.describeAll(shas),
  grade: (history, shas) =>
    history.grade(
      shas.flatMap((sha) => {
        const found = { authored: '2026-01-01T00:00:00Z', subject: 'Gone', paths: ['file.txt'] };
        const patches = { patch: 'a'.repeat(40), range: 'b'.repeat(40), change: 'I0123456789', pr: 7 };
        return [{}, { ...found, ...patches }].map((more) => ({
          id: 'k3f9q2xa',
          path: 'retro/entry.md',
          link: { sha, ...more },
        }));
      }),
    ),
  unmerged: (history, shas) => history.unmerged(shas),
  walk: async (history) => {
    await history.walk({}, () => true);
    await history.walk({ from: 'main', touching: '*file', limit: 5 }, () => true);
    await history.walk({ from: '--output=x' }, () => true);
  },
  mentions: async (history, shas) => {
    await history.mentions();
    await history.mentions({ among: shas });
    await history.mentions({ since: '2020-01-01' });
  },
  tips: (history) => history.tips(),
  facts: (history) => history.facts(defaultTeamSettings, { since: '', files: new Set() }),
};
const writings: Readonly<Record<keyof Staging, (staging: Staging) => Promise<unknown>>> = {
  stage: (staging) => staging.stage(['retro/entry.md']).catch((error: unknown) => error),
  commit: (staging) => staging.commit(['retro/entry.md'], 'Minutes').catch((error: unknown) => error),
};

function methodsOf(one: { readonly prototype: object }): string[] {
  return Object.getOwnPropertyNames(one.prototype)
    .filter((name) => name !== 'constructor')
    .sort();
}

function sprung(trap: Trap, repository: GitRepository, canary: Canary): string[] {
  const environment = trap.environment?.(repository, canary) ?? {};
  const commands = Array.isArray(trap.sprungBy) ? (trap.sprungBy as readonly (readonly string[])[]) : [];
  return commands.map((command) => {
    canary.forget();
    try {
      repository.run({ environment, input: 'protocol=https\nhost=host.invalid\n\n' }, ...command);
    } catch {
      // Most of them fail when the program does; whether it ran is what counts.
    }
    return canary.runs === '' ? `git ${command.join(' ')} ran nothing` : 'ran';
  });
}

describe('a hostile repository', function () {
  this.timeout(patience);
  it('is asked through every method there is', () => {
    assert.deepEqual(methodsOf(NodeGit), Object.keys(readings).sort());
    assert.deepEqual(methodsOf(NodePast), Object.keys(lookingsBack).sort());
    assert.deepEqual(methodsOf(NodeVersions), Object.keys(lookingsAtVersions).sort());
    assert.deepEqual(methodsOf(NodeCodeHistory), Object.keys(lookings).sort());
    assert.deepEqual(methodsOf(NodeHistory), Object.keys(histories).sort());
    assert.deepEqual(methodsOf(NodeStaging), Object.keys(writings).sort());
  });

  for (const trap of traps) {
    describe(trap.name, () => {
      let repository: GitRepository;
      let canary: Canary;
      let settings: GitSettings;
      let shas: readonly string[];

      before(() => {
        repository = new GitRepository();
        const first = repository.commit('One', {
          'file.txt': 'one\n',
          'retro/entry.md': '# One\n',
          'retro/old.md': '---\nid: k3f9q2xa\nkind: win\ndate: 2026-01-05\n---\n\n# Old\n',
        });
        repository.git('mv', 'retro/old.md', 'retro/new.md');
        shas = [first, repository.commit('Two', { 'file.txt': 'two\n' }), 'f'.repeat(40)];
        canary = new Canary(repository.base);
        trap.set(repository, canary);
        canary.forget();
        const environment = { ...repository.environment, ...trap.environment?.(repository, canary) };
        settings = { root: join(repository.folder, trap.folder ?? ''), environment };
      });
      after(() => repository.remove());

      for (const [name, ask] of Object.entries(readings)) {
        it(`runs nothing through ${name}`, async () => {
          await ask(new NodeGit({ ...settings, folder: 'retro' }), shas);
          assert.equal(canary.runs, '');
        });
      }

      for (const [name, ask] of Object.entries(lookings)) {
        it(`runs nothing through ${name} of the code's history`, async () => {
          await ask(new NodeCodeHistory(settings), shas);
          assert.equal(canary.runs, '');
        });
      }

      for (const [name, ask] of Object.entries(histories)) {
        it(`runs nothing through the history’s ${name}`, async () => {
          await ask(new NodeHistory({ ...settings, folder: 'retro' }), shas);
          assert.equal(canary.runs, '');
        });
      }

      for (const [name, ask] of Object.entries(lookingsBack)) {
        it(`runs nothing through the ${name} of the past`, async () => {
          await ask(new NodePast({ ...settings, folder: 'retro' }), shas);
          assert.equal(canary.runs, '');
        });
      }

      for (const [name, ask] of Object.entries(lookingsAtVersions)) {
        it(`runs nothing through ${name} of the log’s versions`, async () => {
          await ask(new NodeVersions({ ...settings, folder: 'retro' }), shas);
          assert.equal(canary.runs, '');
        });
      }

      it('runs nothing when asked where temporary files are left out', async () => {
        await temporaryFilesExclude(settings);
        assert.equal(canary.runs, '');
      });

      it('runs nothing of its own when a file is added', async () => {
        repository.write('retro/entry.md', '# Two\n');
        for (const write of Object.values(writings)) {
          await write(new NodeStaging(settings));
        }
        assert.equal(canary.runs !== '', trap.runsWhenStaging === true, canary.runs);
      });

      if (Array.isArray(trap.sprungBy)) {
        it('is live: plain git springs it', () => {
          assert.deepEqual([...new Set(sprung(trap, repository, canary))], ['ran']);
        });
      }
    });
  }
});
