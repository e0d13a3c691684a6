import assert from 'node:assert/strict';
import { entryPath } from '../../../src/core/format/entryPath.ts';
import { printEntry } from '../../../src/core/format/printEntry.ts';
import { cryptoIds } from '../../../src/node/cryptoIds.ts';
import { type Member, Team } from './teamRepository.ts';

const failure = { kind: 'failure', title: 'Cache stampede', date: '2026-03-04' } as const;

describe('entries that branches bring together', function () {
  this.timeout(120_000);
  let team: Team;
  let ada: Member;
  let ben: Member;
  const ids = async (member: Member): Promise<string[]> => (await member.entries()).map(({ id }) => id);

  beforeEach(() => {
    team = new Team(['ada', 'ben']);
    [ada, ben] = team.members as [Member, Member];
  });
  afterEach(() => team.remove());

  /** An entry that both have. */
  async function shared(body = 'Everything expired at once, and every page was made anew.'): Promise<string> {
    const path = await ada.commit({ type: 'addEntry', draft: { ...failure, tags: ['cache'], body } });
    ben.git('merge', '--quiet', 'ada');
    return path;
  }

  it('are two files where both have one title and one day [F89]', async () => {
    const one = await ada.commit({ type: 'addEntry', draft: failure });
    const other = await ben.commit({ type: 'addEntry', draft: failure });
    assert.notEqual(one, other);
    ada.git('merge', '--quiet', 'ben');
    assert.deepEqual((await ada.entries()).map(({ path }) => path).toSorted(), [one, other].toSorted());
    assert.deepEqual(await ada.problems(), []);
  });

  it('are in conflict where both changed one key: it is told, both sides are there, nothing is written [F90]', async () => {
    const path = await shared();
    const beside = await ada.commit({ type: 'addEntry', draft: { ...failure, title: 'Beside it' } });
    await ada.commit({ type: 'setKeys', path, values: { tags: ['cache', 'ada'] } });
    await ben.commit({ type: 'setKeys', path, values: { tags: ['cache', 'ben'] } });
    assert.equal(ada.tries('merge', '--quiet', 'ben'), false);
    assert.deepEqual(await ada.problems(), [['merge-conflict', path]]);
    assert.deepEqual(
      (await ada.entries()).map((entry) => entry.path),
      [beside],
    );
    assert.match(ada.side(2, path), /tags: \[cache, ada\]/);
    assert.match(ada.side(3, path), /tags: \[cache, ben\]/);
    const text = ada.read(path);
    assert.match(text, /ada/);
    assert.match(text, /ben/);
    await assert.rejects((await ada.log()).apply({ type: 'setKeys', path, values: { tags: [] } }), {
      code: 'bad-file',
    });
    assert.equal(ada.read(path), text);
  });

  it('join without a conflict where they changed different parts', async () => {
    const path = await shared();
    await ada.commit({ type: 'setKeys', path, values: { tags: ['ada'] } });
    ben.write(path, `${ben.read(path)}\nMore below.\n`);
    ben.commitAll('More');
    ada.git('merge', '--quiet', 'ben');
    assert.deepEqual(
      (await ada.entries()).map(({ tags }) => tags),
      [['ada']],
    );
    assert.match(ada.read(path), /More below/);
  });

  for (const [first, second] of [
    ['ada', 'ben'],
    ['ben', 'ada'],
  ] as const) {
    it(`stay where one removed it and one changed it, and git asks (${first} merges) [F90]`, async () => {
      const path = await shared();
      await ada.commit({ type: 'removeFile', path });
      await ben.commit({ type: 'setKeys', path, values: { tags: ['ben'] } });
      const merging = first === 'ada' ? ada : ben;
      assert.equal(merging.tries('merge', '--quiet', second), false);
      assert.match(merging.git('status', '--porcelain', path), /^(?:UD|DU) /);
      assert.deepEqual(
        (await merging.entries()).map(({ tags }) => tags),
        [['ben']],
      );
    });

    it(`follow where one renamed or moved it and one changed it (${first} merges) [F90]`, async () => {
      const path = await shared();
      const moved = 'retro/entries/2025/another-name.md';
      ada.move(path, moved);
      ada.commitAll('Move it');
      await ben.commit({ type: 'setKeys', path, values: { tags: ['ben'] } });
      const merging = first === 'ada' ? ada : ben;
      merging.git('merge', '--quiet', second);
      assert.deepEqual(
        (await merging.entries()).map((entry) => [entry.path, entry.tags]),
        [[moved, ['ben']]],
      );
      assert.deepEqual(await merging.problems(), []);
    });
  }

  it('are told to be two of one id where both renamed it, each in a way of their own [F90]', async () => {
    const path = await shared();
    for (const member of [ada, ben]) {
      member.move(path, `retro/entries/2026/${member.branch}.md`);
      member.commitAll('Rename');
    }
    assert.equal(ada.tries('merge', '--quiet', 'ben'), false);
    assert.deepEqual(await ada.problems(), [
      ['duplicate-id', 'retro/entries/2026/ada.md'],
      ['duplicate-id', 'retro/entries/2026/ben.md'],
    ]);
  });

  it('are there once after a merge that was reverted and brought back [F91]', async () => {
    const path = await ada.commit({ type: 'addEntry', draft: failure });
    ben.git('merge', '--quiet', '--no-ff', 'ada');
    ben.git('revert', '--no-edit', '--mainline=1', 'HEAD');
    assert.deepEqual(await ids(ben), []);
    ben.git('merge', '--quiet', 'ada');
    assert.deepEqual(await ids(ben), []);
    ben.git('revert', '--no-edit', 'HEAD');
    assert.deepEqual(
      (await ben.entries()).map((entry) => entry.path),
      [path],
    );
    assert.deepEqual(await ben.problems(), []);
  });

  it('are there once after a cherry-pick, made twice, and a merge of the same [F91]', async () => {
    await ada.commit({ type: 'addEntry', draft: failure });
    const picked = ada.git('rev-parse', 'HEAD');
    ben.git('cherry-pick', picked);
    ben.git('cherry-pick', '--keep-redundant-commits', picked);
    ben.git('merge', '--quiet', '--no-edit', 'ada');
    assert.equal((await ids(ben)).length, 1);
    assert.deepEqual(await ben.problems(), []);
  });

  it('are there once after a squash, and a merge of the same branch later [F91]', async () => {
    const path = await ada.commit({ type: 'addEntry', draft: failure });
    await ada.commit({ type: 'addEntry', draft: failure });
    ben.git('merge', '--quiet', '--squash', 'ada');
    ben.commitAll('Squash');
    await ada.commit({ type: 'addEntry', draft: failure });
    ben.git('merge', '--quiet', '--no-edit', 'ada');
    assert.equal((await ids(ben)).length, 3);
    assert.deepEqual(await ben.problems(), []);
    await ada.commit({ type: 'setKeys', path, values: { tags: ['later'] } });
    ben.git('merge', '--quiet', '--no-edit', 'ada');
    assert.equal((await ids(ben)).length, 3);
  });

  it('are there once after a rebase of 500 commits [F91]', async () => {
    const input: string[] = [];
    const before: string[] = [];
    for (let number = 0; number < 500; number += 1) {
      const id = cryptoIds.newId();
      const draft = { ...failure, title: `Entry ${number}` };
      const path = entryPath('retro', draft.date, draft.title, id);
      const text = printEntry(id, draft);
      before.push(path);
      input.push(
        `commit refs/heads/many\ncommitter Ada <ada@example.com> ${1772600000 + number} +0000\ndata 4\nAdd\n`,
        number === 0 ? 'from refs/heads/main\n' : '',
        `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n\n`,
      );
    }
    team.repository.run({ input: input.join('') }, 'fast-import', '--quiet');
    await ben.commit({ type: 'addEntry', draft: failure });
    ben.git('rebase', '--quiet', 'ben', 'many');
    assert.equal(ben.git('rev-list', '--count', 'ben..many'), '500');
    const entries = await ben.entries();
    assert.equal(new Set(entries.map(({ id }) => id)).size, 501);
    assert.equal(entries.length, 501);
    assert.ok(before.every((path) => entries.some((entry) => entry.path === path)));
    assert.deepEqual(await ben.problems(), []);
  });
});
