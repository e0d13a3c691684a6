import assert from 'node:assert/strict';
import { mentionsById, withMentionedCommits } from '../../../src/core/links/mentionedCommits.ts';
import type { Mention } from '../../../src/core/ports/history.ts';
import { entryOf } from '../../support/entryOf.ts';

const sha = (digit: string): string => digit.repeat(40);

function mention(id: string, digit: string): Mention {
  return {
    id,
    sha: sha(digit),
    subject: `Commit ${digit}`,
    authored: '2026-01-05T09:00:00Z',
    paths: ['src/a.ts'],
  };
}

const mentions = mentionsById([mention('K3F9Q2XA', '1'), mention('other000', '2'), mention('k3f9q2xa', '3')]);

function shasOf(...args: Parameters<typeof withMentionedCommits>): readonly string[] {
  return withMentionedCommits(...args).commits.map((link) => link.sha);
}

describe('the commits that name an entry', () => {
  it('come behind those that it links, whatever letters the id is written with', () => {
    const entry = entryOf({ id: 'k3f9q2xa', commits: [{ sha: sha('9') }] });
    assert.deepEqual(shasOf(entry, mentions), [sha('9'), sha('1'), sha('3')]);
    assert.deepEqual(withMentionedCommits(entry, mentions).commits[1], {
      sha: sha('1'),
      subject: 'Commit 1',
      authored: '2026-01-05T09:00:00Z',
      paths: ['src/a.ts'],
    });
  });

  it('are not told twice where the entry links them, by what the link says or by what it means today', () => {
    const entry = entryOf({ id: 'k3f9q2xa', commits: [{ sha: sha('1') }, { sha: sha('9') }] });
    assert.deepEqual(
      shasOf(entry, mentions, (link) => (link.sha === sha('9') ? sha('3') : undefined)),
      [sha('1'), sha('9')],
    );
  });

  it('leave an entry as it is that none names', () => {
    const entry = entryOf({ id: 'n0n0n0n0', commits: [{ sha: sha('9') }] });
    assert.equal(withMentionedCommits(entry, mentions), entry);
    assert.equal(
      withMentionedCommits({ ...entry, id: 'other000', commits: [{ sha: sha('2') }] }, mentions).commits
        .length,
      1,
    );
  });
});
