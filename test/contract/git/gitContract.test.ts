import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Commit } from '../../../src/core/ports/git.ts';
import { NodeGit } from '../../../src/node/git/nodeGit.ts';
import { GitRepository, type GitRepositoryOptions } from '../../support/gitRepository.ts';
import { MemoryGit } from '../../support/memoryGit.ts';
import { type GitStories, type GitStory, type StoryName, keepsTheGitContract, story } from './gitContract.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 30_000;

type Shas = Record<StoryName, string>;
type ObjectFormat = NonNullable<GitRepositoryOptions['objectFormat']>;

function realStories(objectFormat: ObjectFormat): GitStories {
  const open = (repository: GitRepository): { readonly git: NodeGit; readonly close: () => void } => ({
    git: new NodeGit({ root: repository.folder, folder: 'retro', environment: repository.environment }),
    close: () => repository.remove(),
  });
  return {
    told: () => {
      const repository = new GitRepository({ objectFormat });
      const shas: Partial<Shas> = {};
      for (const { name, author, subject, paths } of story) {
        const files = Object.fromEntries(paths.map((path) => [path, name]));
        const email = `${author.split(' ')[0]?.toLowerCase()}@example.com`;
        shas[name] = repository.commit(`${subject}\n\nWhy.\n`, files, { author: { name: author, email } });
      }
      repository.git('reset', '--quiet', '--hard', 'HEAD~1');
      repository.git('tag', '--annotate', '--message=One', 'v1', shas.first ?? '');
      return { ...open(repository), shas: shas as Shas };
    },
    unborn: () => open(new GitRepository({ objectFormat })),
    none: () => {
      const base = realpathSync(mkdtempSync(join(tmpdir(), 'retrolog-none-')));
      const git = new NodeGit({ root: base, folder: 'retro' });
      return { git, close: () => rmSync(base, { recursive: true }) };
    },
  };
}

const memoryStories: GitStories = {
  told: (): GitStory => {
    const told = story.map(({ name, author, subject, paths }, index) => {
      const authored = `2026-01-05T09:0${index}:00Z`;
      const shown = paths.filter((path) => !path.startsWith('retro/')).slice(0, 20);
      const commit: Commit = { sha: `${index + 1}a`.repeat(20), subject, authored, author, paths: shown };
      return { name, commit };
    });
    const shas = Object.fromEntries(told.map(({ name, commit }) => [name, commit.sha])) as Shas;
    const [lost, ...commits] = told.map(({ commit }) => commit).toReversed();
    const names = { v1: shas.first };
    const git = new MemoryGit({ commits, lost: lost ? [lost] : [], names, userName: 'Ada Lovelace' });
    return { git, shas, close: () => undefined };
  },
  unborn: () => ({ git: new MemoryGit({ userName: 'Ada Lovelace' }), close: () => undefined }),
  none: () => {
    const git = new MemoryGit();
    git.refusal = { state: 'noRepository' };
    return { git, close: () => undefined };
  },
};

describe('the git of this machine', function () {
  this.timeout(patience);
  keepsTheGitContract(realStories('sha1'));
});
describe('the git of this machine, SHA-256 [D68]', function () {
  this.timeout(patience);
  keepsTheGitContract(realStories('sha256'));
});
describe('the git of a test', function () {
  this.timeout(patience);
  keepsTheGitContract(memoryStories);
});
