import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeGit } from '../../../src/node/git/nodeGit.ts';
import { recipeEnvironment } from '../../../src/node/git/gitRecipe.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { Canary } from './canary.ts';
import { valueOf } from './gitContract.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 30_000;

describe('what is inherited from whoever started us', function () {
  this.timeout(patience);
  let repository: GitRepository;
  let other: GitRepository;
  let canary: Canary;
  let sha: string;

  beforeEach(() => {
    repository = new GitRepository();
    sha = repository.commit('One', { 'a.txt': 'a\n' });
    other = new GitRepository({ branch: 'elsewhere' });
    other.commit('Two');
    canary = new Canary(repository.base);
  });
  afterEach(() => {
    repository.remove();
    other.remove();
  });

  const open = (more: NodeJS.ProcessEnv): NodeGit =>
    new NodeGit({
      root: repository.folder,
      folder: 'retro',
      environment: { ...repository.environment, ...more },
    });

  it('does not lead to another repository, as it would lead git [D75]', async () => {
    const gitFolder = join(other.folder, '.git');
    const environments: NodeJS.ProcessEnv[] = [
      { GIT_DIR: gitFolder },
      {
        GIT_DIR: gitFolder,
        GIT_WORK_TREE: other.folder,
        GIT_INDEX_FILE: join(gitFolder, 'index'),
        GIT_PREFIX: 'x/',
      },
      { GIT_DIR: '/nowhere' },
      { GIT_OBJECT_DIRECTORY: join(gitFolder, 'objects') },
      { GIT_COMMON_DIR: gitFolder },
      { GIT_NAMESPACE: 'x', GIT_CEILING_DIRECTORIES: repository.base, GIT_REPLACE_REF_BASE: 'refs/x' },
      { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.worktree', GIT_CONFIG_VALUE_0: '/nowhere' },
      { GIT_CONFIG_PARAMETERS: "'core.bare'='true'", GIT_DEFAULT_HASH: 'sha256' },
    ];
    for (const environment of environments) {
      const git = open(environment);
      assert.deepEqual(valueOf(await git.head()), { sha, branch: 'main', incomplete: false });
      assert.deepEqual(valueOf(await git.resolve('HEAD'))?.paths, ['a.txt']);
    }
    const misled = repository.run({ environment: environments[0] ?? {} }, 'symbolic-ref', 'HEAD');
    assert.equal(misled, 'refs/heads/elsewhere');
  });

  it('starts no program and writes no trace [D75]', async () => {
    const trace = join(repository.base, 'trace');
    const programs = ['EDITOR', 'VISUAL', 'PAGER', 'GIT_PAGER', 'GIT_EDITOR', 'GIT_ASKPASS', 'SSH_ASKPASS'];
    const more = [
      'GIT_SSH',
      'GIT_SSH_COMMAND',
      'GIT_PROXY_COMMAND',
      'GIT_EXTERNAL_DIFF',
      'GIT_SEQUENCE_EDITOR',
    ];
    const set = Object.fromEntries([...programs, ...more].map((name) => [name, canary.program]));
    const config = {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: canary.program,
    };
    const environment = {
      ...set,
      ...config,
      GIT_TRACE: trace,
      GIT_TRACE2_EVENT: trace,
      GIT_EXEC_PATH: repository.base,
    };
    const git = open({ ...environment, GIT_PAGER_IN_USE: '1', git_dir: other.folder });
    assert.equal(valueOf(await git.resolve('HEAD'))?.sha, sha);
    assert.equal(valueOf(await git.recent({ mine: true, limit: 5 })).length, 1);
    assert.equal(canary.runs, '');
    assert.equal(existsSync(trace), false);
    repository.run({ environment: { ...config, GIT_TRACE: trace } }, 'status');
    assert.notEqual(canary.runs, '');
    assert.equal(existsSync(trace), true);
  });

  it('does not change the language that git’s answers are read in [D75]', async () => {
    for (const language of ['de_DE.UTF-8', 'ja_JP.UTF-8', 'C.UTF-8']) {
      const git = open({ LANG: language, LC_ALL: language, LC_MESSAGES: language, LANGUAGE: 'de:ja' });
      assert.equal(valueOf(await git.head()).sha, sha);
      const { environment } = repository;
      const elsewhere = new NodeGit({
        root: repository.base,
        folder: '',
        environment: { ...environment, LANG: language },
      });
      assert.deepEqual(await elsewhere.head(), { state: 'noRepository' });
    }
  });

  it('keeps what a person says for all repositories, and nothing else of git’s', () => {
    const kept = { GIT_CONFIG_GLOBAL: 'g', GIT_CEILING_DIRECTORIES: 'c', HOME: 'h', PATH: 'p' };
    const left = {
      GIT_DIR: 'd',
      Git_Work_Tree: 'w',
      GIT_NO_LAZY_FETCH: '0',
      lc_all: 'de',
      PAGER: 'p',
      EDITOR: 'e',
    };
    const expected = {
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_ALLOW_PROTOCOL: '',
      GIT_TERMINAL_PROMPT: '0',
      GIT_FLUSH: '0',
    };
    assert.deepEqual(recipeEnvironment({ ...kept, ...left }), { ...kept, ...expected, LC_ALL: 'C' });
  });

  it('reads while another program holds the index and the refs, and takes no lock [D76]', async () => {
    const locks = ['index.lock', 'HEAD.lock', 'config.lock', 'packed-refs.lock', 'refs/heads/main.lock'];
    for (const lock of locks) {
      writeFileSync(join(repository.folder, '.git', lock), '');
    }
    const index = readFileSync(join(repository.folder, '.git', 'index'), 'hex');
    const git = open({});
    assert.equal(valueOf(await git.head()).sha, sha);
    assert.equal(valueOf(await git.recent({ mine: true, limit: 5 })).length, 1);
    assert.deepEqual(valueOf(await git.reachable([sha])), new Set([sha]));
    assert.equal(readFileSync(join(repository.folder, '.git', 'index'), 'hex'), index);
  });

  it('loads simple-git when git is first needed, not before', () => {
    const module = new URL('../../../src/node/git/nodeGit.js', import.meta.url).href;
    const hook =
      'export const resolve = (name, context, next) => name === "simple-git" ? Promise.reject(new Error("loaded")) : next(name, context);';
    const code = `
      import { register } from 'node:module';
      register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hook)}));
      const { NodeGit } = await import(${JSON.stringify(module)});
      const git = new NodeGit({ root: '.', folder: '' });
      console.log('ready');
      await git.head().catch((error) => console.log(error.message));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
      encoding: 'utf8',
    });
    assert.deepEqual(output.trim().split('\n'), ['ready', 'loaded']);
  });
});
