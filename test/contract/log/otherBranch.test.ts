import assert from 'node:assert/strict';
import type { RetroLog } from '../../../src/core/log/retroLog.ts';
import { type Member, Team } from './teamRepository.ts';

describe('a log that is open while its files become those of another branch', function () {
  this.timeout(120_000);
  let team: Team;
  let ada: Member;
  let log: RetroLog;
  let changed: string;
  let removed: string;

  beforeEach(async () => {
    team = new Team(['ada']);
    [ada] = team.members as [Member];
    const draft = { kind: 'win', title: 'Kept', date: '2026-03-04' } as const;
    await ada.commit({ type: 'addEntry', draft });
    changed = await ada.commit({ type: 'addEntry', draft: { ...draft, title: 'Changed', tags: ['one'] } });
    removed = await ada.commit({ type: 'addEntry', draft: { ...draft, title: 'Removed' } });
    ada.git('switch', '--quiet', '--create', 'other');
    await ada.commit({ type: 'setKeys', path: changed, values: { tags: ['two'] } });
    await ada.commit({ type: 'addEntry', draft: { ...draft, title: 'Added' } });
    ada.git('rm', '--quiet', removed);
    ada.write('retro/retro.yml', 'timezone: Europe/London\n');
    ada.write('retro/entries/2026/broken.md', 'no front matter\n');
    ada.commitAll('Other');
    ada.git('switch', '--quiet', 'ada');
    log = await ada.log();
    assert.deepEqual(titles(), ['Changed', 'Kept', 'Removed']);
  });
  afterEach(() => team.remove());

  const titles = (): readonly string[] => log.entries.map(({ title }) => title).toSorted();
  /** What a log says, as far as a switch can change it. */
  const told = ({ entries, problems, pages, team: settings }: RetroLog) => ({
    entries,
    problems,
    pages,
    settings,
  });
  const isTrue = async (): Promise<void> => assert.deepEqual(told(log), told(await ada.log()));
  const between = (one: string, other: string): readonly string[] =>
    ada.git('diff', '--name-only', '--no-renames', one, other).split('\n');

  it('is the other branch’s, and its own again, as soon as it is told of the files [F94]', async () => {
    const paths = between('ada', 'other');
    assert.equal(paths.length, 5);
    for (const [branch, expected] of [
      ['other', ['Added', 'Changed', 'Kept']],
      ['ada', ['Changed', 'Kept', 'Removed']],
    ] as const) {
      ada.git('switch', '--quiet', branch);
      await log.refresh(paths);
      assert.deepEqual(titles(), expected);
      await isTrue();
    }
  });

  it('is so, too, where it is told only that something may have changed [F94]', async () => {
    ada.git('switch', '--quiet', 'other');
    await log.refresh();
    assert.deepEqual(titles(), ['Added', 'Changed', 'Kept']);
    assert.deepEqual(log.at(changed)?.tags, ['two']);
    await isTrue();
  });

  it('has what is popped from the stash, over what somebody logged meanwhile [F94]', async () => {
    await log.apply({ type: 'setKeys', path: changed, values: { tags: ['stashed'] } });
    ada.git('stash', '--quiet');
    await log.refresh();
    assert.deepEqual(log.at(changed)?.tags, ['one']);
    const draft = { kind: 'learning', title: 'Meanwhile', date: '2026-03-05' } as const;
    await log.apply({ type: 'addEntry', draft });
    ada.git('stash', 'pop', '--quiet');
    await log.refresh();
    assert.deepEqual(log.at(changed)?.tags, ['stashed']);
    assert.deepEqual(titles(), ['Changed', 'Kept', 'Meanwhile', 'Removed']);
    await isTrue();
  });

  it('writes nothing into an entry that the other branch does not have [F94]', async () => {
    ada.git('switch', '--quiet', 'other');
    await assert.rejects(log.apply({ type: 'setKeys', path: removed, values: { tags: ['late'] } }), {
      code: 'not-found',
    });
    await log.refresh();
    assert.equal(log.at(removed), undefined);
    assert.equal(ada.git('status', '--porcelain'), '');
  });
});
