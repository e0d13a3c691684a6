import assert from 'node:assert/strict';
import { NodeGit } from '../../../src/node/git/nodeGit.ts';
import { GitRepository, type GitRepositoryOptions } from '../../support/gitRepository.ts';
import { valueOf } from './gitContract.ts';

/** Milliseconds: real processes on a busy machine. */
const patience = 30_000;

describe('who is who in a repository', function () {
  this.timeout(patience);
  let repository: GitRepository;
  const open = (options: GitRepositoryOptions): NodeGit => {
    repository = new GitRepository(options);
    return new NodeGit({ root: repository.folder, folder: 'retro', environment: repository.environment });
  };
  const mine = async (git: NodeGit): Promise<string[]> =>
    valueOf(await git.recent({ mine: true, limit: 9 })).map(({ subject }) => subject);
  afterEach(() => repository.remove());

  it('knows commits by the same person under older names and addresses', async () => {
    const git = open({ user: { name: 'Ada', email: 'ada@new.example' } });
    repository.commit('Old', {}, { author: { name: 'ada l.', email: 'ADA@old.example' } });
    repository.commit('Other', {}, { author: { name: 'Ada', email: 'ada@elsewhere.example' } });
    repository.commit('New');
    assert.deepEqual(await mine(git), ['New']);
    repository.commit('Map', {
      '.mailmap': 'Ada Lovelace <ada@old.example> <ada@new.example>\nAda Lovelace <ada@old.example>\n',
    });
    assert.deepEqual(await mine(git), ['Map', 'New', 'Old']);
    assert.deepEqual(valueOf(await git.people()), ['Ada Lovelace', 'Ada']);
    assert.deepEqual(valueOf(await git.identities()), [
      { name: 'Ada', email: 'ada@new.example' },
      { name: 'Ada Lovelace', email: 'ada@old.example' },
    ]);
  });

  it('takes names and addresses as text, not as patterns', async () => {
    const git = open({ user: { name: '.*', email: 'a.*@[x].example' } });
    repository.commit('Mine');
    repository.commit('Not mine', {}, { author: { name: 'b', email: 'abc@[x].example' } });
    assert.deepEqual(await mine(git), ['Mine']);
  });

  it('goes by the name where no address is configured', async () => {
    const git = open({ user: { name: 'Ada' } });
    const by = (name: string) => ({ author: { name, email: 'someone@example.com' } });
    repository.git('config', 'user.email', 'x@example.com');
    for (const name of ['Ada', 'Ada Lovelace', 'Not Ada']) {
      repository.commit(name, {}, by(name));
    }
    repository.git('config', '--unset', 'user.email');
    assert.deepEqual(await mine(git), ['Ada']);
    assert.equal(valueOf(await git.userName()), 'Ada');
  });

  it('says that nobody is configured, and lists nobody’s commits as mine [D78]', async () => {
    const git = open({ user: undefined });
    assert.equal(valueOf(await git.userName()), undefined);
    assert.deepEqual(valueOf(await git.identities()), []);
    const answer = await git.recent({ mine: true, limit: 9 });
    assert.match(answer.state === 'failed' ? answer.reason : '', /git config --global user\.name/);
    assert.deepEqual(valueOf(await git.recent({ mine: false, limit: 9 })), []);
  });

  it('takes the author’s name before the user’s, as git does', async () => {
    const git = open({});
    repository.git('config', 'author.name', 'Augusta');
    assert.equal(valueOf(await git.userName()), 'Augusta');
    repository.commit('By Augusta');
    assert.deepEqual(valueOf(await git.people()), ['Augusta']);
  });
});
