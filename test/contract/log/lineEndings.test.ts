import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setKeys } from '../../../src/core/format/editFrontMatter.ts';
import { GitRepository } from '../../support/gitRepository.ts';
import { Member } from './teamRepository.ts';
import { cryptoIds } from '../../../src/node/cryptoIds.ts';

const draft = {
  kind: 'failure',
  title: 'Cache stampede',
  date: '2026-03-04',
  tags: ['cache'],
  people: ['ada'],
  body: 'Everything expired at once.\nEvery page was made anew.\n\nWe read too late what the graph said.',
} as const;

describe('an entry between people with other line endings', function () {
  this.timeout(60_000);
  let repository: GitRepository;
  let unix: Member;
  let windows: Member;
  let path: string;
  /** Added and removed lines of the newest commit. */
  const changed = (member: Member): string =>
    member.git('show', '--format=', '--numstat').split(path)[0] ?? '';

  beforeEach(async () => {
    repository = new GitRepository();
    repository.commit('Begin', { 'retro/retro.yml': 'team: Checkout\n' });
    unix = new Member(repository, repository.folder, 'main', cryptoIds);
    path = await unix.commit({ type: 'addEntry', draft });
    const folder = join(repository.base, 'windows');
    repository.git('clone', '--quiet', '--config=core.autocrlf=true', repository.folder, folder);
    windows = new Member(repository, folder, 'main', cryptoIds);
  });
  afterEach(() => repository.remove());

  it('changes one line for all where one key is changed, on either side [F93]', async () => {
    assert.match(windows.read(path), /\r\n/);
    await windows.commit({ type: 'setKeys', path, values: { tags: ['cache', 'windows'] } });
    assert.doesNotMatch(windows.read(path), /[^\r]\n/);
    assert.equal(changed(windows), '1\t1\t');
    await unix.commit({ type: 'setKeys', path, values: { people: ['ada', 'ben'] } });
    assert.equal(changed(unix), '1\t1\t');
  });

  it('is added by either side and looks the same to the other [F93]', async () => {
    const added = await windows.commit({
      type: 'addEntry',
      draft: { ...draft, title: 'From the other side' },
    });
    unix.git('pull', '--quiet', windows.folder, 'HEAD');
    assert.doesNotMatch(unix.read(added), /\r/);
    assert.equal((await unix.entries()).length, 2);
    assert.deepEqual(await unix.problems(), []);
    assert.equal(windows.git('status', '--porcelain'), '');
  });

  it('keeps CRLF where the repository has it, and changes one line [F93]', async () => {
    const crlf = unix.read(path).replaceAll('\n', '\r\n');
    unix.write(path, crlf);
    unix.commitAll('Save with another editor');
    await unix.commit({ type: 'setKeys', path, values: { tags: ['cache', 'kept'] } });
    assert.equal(changed(unix), '1\t1\t');
    assert.doesNotMatch(unix.read(path), /[^\r]\n/);
  });

  it('would be changed as a whole by a save that does not keep them (control)', () => {
    const file = join(unix.folder, path);
    unix.write(path, unix.read(path).replaceAll('\n', '\r\n'));
    unix.commitAll('Save with another editor');
    const plain = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    writeFileSync(file, setKeys(plain, { tags: ['cache', 'lost'] }));
    unix.commitAll('Save carelessly');
    assert.notEqual(changed(unix), '1\t1\t');
  });
});
