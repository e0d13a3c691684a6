import * as assert from 'node:assert/strict';
import { entryKinds } from '../../../src/core/entries/kinds.ts';
import {
  afterLogging,
  type Draft,
  emptyDraft,
  fits,
  isBlank,
  isCodePlace,
  isDraft,
  isDraftRecord,
  longestText,
  newerRecord,
} from '../../../src/protocol/draft.ts';

const sha = '3f2a91c0d4e5b6a7980f1e2d3c4b5a6978877665';
const full: Draft = {
  kind: 'action',
  text: 'Add jitter',
  hypothesis: 'h',
  measure: 'm',
  timebox: '2026-12-10',
  owner: 'Ada',
  due: '2026-12-01',
  tags: ['caching'],
  people: ['Ada'],
  code: [{ path: 'src/cart.ts', line: 42, text: 'const a = 1;' }],
  commits: [{ sha, subject: 'Cache pages' }],
  links: [{ id: 'k3f9q2xa', kind: 'win', title: 'Deploys' }],
};

describe('a draft', () => {
  it('passes when it is empty, of every kind, and when it is full', () => {
    assert.ok(entryKinds.every((kind) => isDraft(emptyDraft(kind))));
    assert.ok(isDraft(full));
    assert.ok(isDraft(JSON.parse(JSON.stringify(full))));
  });

  it('[B42] does not pass with anything that it may not hold', () => {
    const wrong: readonly Readonly<Record<string, unknown>>[] = [
      { kind: 'secret' },
      { text: 'x'.repeat(longestText + 1) },
      { timebox: '2 weeks' },
      { due: 'tomorrow' },
      { due: '2026-12-01\n' },
      { tags: 'caching' },
      { tags: Array.from({ length: 51 }, String) },
      { commits: [{ sha: 'HEAD', subject: '' }] },
      { commits: [{ sha: '--output=x', subject: '' }] },
      { links: [{ id: '../../x', kind: 'win', title: '' }] },
      { path: '/etc/passwd' },
    ];
    assert.deepEqual(
      wrong.filter((change) => isDraft({ ...full, ...change })),
      [],
    );
  });

  it('[B42] does not pass without something that it always holds', () => {
    for (const key of Object.keys(full)) {
      const { [key]: _gone, ...rest } = full as unknown as Readonly<Record<string, unknown>>;
      assert.equal(isDraft(rest), false, key);
    }
  });

  it('is blank while there is nothing in it that could be lost', () => {
    assert.ok(isBlank({ ...emptyDraft('win'), text: ' \n ' }));
    for (const [key, value] of Object.entries(full)) {
      assert.equal(isBlank({ ...emptyDraft('win'), [key]: value }), key === 'kind', key);
    }
  });

  it('fits unless one of its texts is too long to be kept', () => {
    assert.equal(fits({ ...full, text: 'x'.repeat(longestText) }), true);
    assert.equal(fits({ ...full, text: 'x'.repeat(longestText + 1) }), false);
    assert.equal(fits({ ...full, measure: 'x'.repeat(longestText) }), false);
  });
});

describe('a place in the code', () => {
  it('[B42] is relative and stays below the root', () => {
    for (const path of ['src/cart.ts', '.github/x.yml', 'a..b/c', '...', 'ünï cödé.ts', 'a\nb']) {
      assert.ok(isCodePlace({ path }), path);
    }
    for (const path of [
      '',
      '/etc/passwd',
      '..',
      '../x',
      'a/../b',
      'a/..',
      './a',
      'a/./b',
      'a\0b',
      'a\n/../b',
    ]) {
      assert.equal(isCodePlace({ path }), false, JSON.stringify(path));
    }
  });
});

describe('a record', () => {
  it('is replaced by a newer one only', () => {
    const old = { revision: 3, draft: full };
    const young = { revision: 4, draft: emptyDraft('win') };
    assert.equal(newerRecord(old, young), young);
    assert.equal(newerRecord(young, old), young);
  });

  it('is an empty page of the same kind after it was logged, and newer', () => {
    const record = afterLogging({ revision: 3, draft: full, setAside: full });
    assert.deepEqual(record, { revision: 4, draft: emptyDraft('action') });
    assert.ok(isDraftRecord(record));
  });
});
