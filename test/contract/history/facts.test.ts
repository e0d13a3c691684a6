import assert from 'node:assert/strict';
import { NodeHistory } from '../../../src/node/git/nodeHistory.ts';
import { defaultTeamSettings } from '../../../src/core/team/teamSettings.ts';
import type { HistoryFacts } from '../../../src/core/trends/historyFacts.ts';
import type { HistoryNeed } from '../../../src/core/trends/historyNeed.ts';
import { GitRepository } from '../../support/gitRepository.ts';

const entry = (id: string): string => `retro/entries/2026/2026-01-05-a-${id}.md`;
const everything: HistoryNeed = { since: '', files: new Set() };
const bo = { name: 'bo', email: 'bo@laptop.example.com' };

async function factsOf(repository: GitRepository, timezone = 'UTC'): Promise<HistoryFacts> {
  const { folder: root, environment } = repository;
  const history = new NodeHistory({ root, environment, folder: 'retro' });
  const answer = await history.facts({ ...defaultTeamSettings, timezone }, everything);
  assert.ok(answer.state === 'ok' && answer.value !== 'incomplete', JSON.stringify(answer));
  return answer.value;
}

describe('who did what when', function () {
  this.timeout(30_000);
  let repository: GitRepository;

  beforeEach(() => {
    repository = new GitRepository();
    repository.write('.mailmap', 'Bo Diddley <bo@example.com> bo <bo@laptop.example.com>\n');
  });
  afterEach(() => repository.remove());

  it('is told after .mailmap, for authors and for co-authors, without bots and agents', async () => {
    repository.commit('One', { 'src/shop/a.ts': 'a\n' }, { author: bo });
    const message =
      'Two\n\nCo-authored-by: bo <bo@laptop.example.com>\nCo-authored-by: Claude <noreply@anthropic.com>\n';
    repository.commit(message, { 'src/pay/b.ts': 'b\n', 'README.md': '# R\n' });
    repository.commit(
      'Bump',
      { 'package.json': '{}\n' },
      { author: { name: 'deps[bot]', email: 'd@example.com' } },
    );
    const { commits, me } = await factsOf(repository);
    assert.deepEqual(
      commits.all.map(({ people, areas }) => [people, areas.toSorted()]),
      [
        [
          ['ada@example.com', 'bo@example.com'],
          ['.', 'src/pay'],
        ],
        [['bo@example.com'], ['.', 'src/shop']],
      ],
    );
    assert.equal(me, 'ada@example.com');
  });

  it('says who added a file of the log, also after it was edited, moved, or moved and edited', async () => {
    const text = (id: string): string => `---\nid: ${id}\n---\n\n# Long enough\n\n${'A line.\n'.repeat(20)}`;
    repository.commit(
      'Add',
      { [entry('aaaaaaaa')]: text('a'), [entry('bbbbbbbb')]: text('b') },
      { author: bo, at: '2026-01-05T10:00:00Z' },
    );
    repository.git('mv', entry('aaaaaaaa'), 'retro/entries/2026/2026-01-05-moved-aaaaaaaa.md');
    repository.git('rm', '--quiet', entry('bbbbbbbb'));
    const both = 'retro/entries/2026/2026-01-05-both-bbbbbbbb.md';
    repository.commit('Move', { [both]: `${text('b')}More.\n` }, { at: '2026-01-09T10:00:00Z' });
    const { files } = await factsOf(repository);
    const told = { people: ['bo@example.com'], days: ['2026-01-09', '2026-01-05'] };
    assert.deepEqual([...files.keys()].sort(), [both, 'retro/entries/2026/2026-01-05-moved-aaaaaaaa.md']);
    assert.deepEqual([...files.values()], [told, told]);
  });

  it('lets a file that was moved count where it is today, and a new one of its old name where that is', async () => {
    repository.commit('Old', { 'old/place/a.ts': 'the first\n' });
    repository.git('mv', 'old/place/a.ts', 'a.ts');
    repository.write('new/place/x', '');
    repository.git('mv', 'a.ts', 'new/place/a.ts');
    repository.commit('Move');
    repository.commit('Again', { 'old/place/a.ts': 'the second\n' });
    const { commits } = await factsOf(repository);
    assert.deepEqual(
      commits.all.map(({ areas }) => areas.filter((area) => area !== '.')),
      [['old/place'], ['new/place'], ['new/place']],
    );
  });

  it('has the days of the team’s clock, the entries that messages name, and no areas for over 100 files', async () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`big/f${at}`, `${at}\n`]));
    repository.commit('Many\n\nRetro: K3F9Q2XA\n', many, { at: '2026-01-05T23:30:00Z' });
    const { commits, mentions } = await factsOf(repository, 'Europe/Berlin');
    assert.deepEqual(commits.all, [{ day: '2026-01-06', people: ['ada@example.com'], areas: [] }]);
    assert.deepEqual(mentions, [{ id: 'k3f9q2xa', day: '2026-01-06', people: ['ada@example.com'] }]);
  });

  it('is nothing before the first commit, and incomplete in a shallow clone: never an empty history', async () => {
    assert.deepEqual((await factsOf(repository)).commits.all, []);
    repository.commit('One');
    repository.commit('Two');
    const folder = `${repository.base}/shallow`;
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, folder);
    const history = new NodeHistory({ root: folder, environment: repository.environment, folder: 'retro' });
    assert.deepEqual(await history.facts(defaultTeamSettings, everything), {
      state: 'ok',
      value: 'incomplete',
    });
  });

  it('ends when it is cancelled', async () => {
    repository.commit('One');
    const { folder: root, environment } = repository;
    const answer = await new NodeHistory({ root, environment, folder: 'retro' }).facts(
      defaultTeamSettings,
      everything,
      {
        aborted: true,
      },
    );
    assert.equal(answer.state, 'failed');
  });
});
