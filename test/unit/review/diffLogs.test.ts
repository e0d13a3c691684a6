import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Page } from '../../../src/core/format/parseFile.ts';
import { compareTexts, type LogFile } from '../../../src/core/review/compareFiles.ts';
import { changesByKind, diffLogs, fileOfChange, type LogChange } from '../../../src/core/review/diffLogs.ts';
import { entryOf } from '../../support/entryOf.ts';

const planned = entryOf({ id: 'expe', kind: 'experiment', status: 'planned', title: 'Jitter' });
const concluded = {
  ...planned,
  path: 'retro/entries/renamed.md',
  status: 'concluded',
  outcome: 'invalidated',
  tags: ['caching'],
};
const meeting: Page = {
  id: 'meet',
  kind: 'meeting',
  date: '2026-03-04',
  title: 'Sprint',
  path: 'retro/m.md',
};
const win = entryOf({ id: 'wins', kind: 'win' });

const same = () => true;

function told(changes: readonly LogChange[]): string[] {
  return changes.map((change) => `${change.change} ${fileOfChange(change).id}`);
}

describe('diffLogs', () => {
  it('tells what is new and what is gone, by kind, meetings last', () => {
    assert.deepEqual(told(diffLogs([planned], [meeting, win], same)), [
      'added wins',
      'removed expe',
      'added meet',
    ]);
  });

  it('tells which values are others, and knows a renamed file again by its id', () => {
    assert.deepEqual(diffLogs([planned, win], [win, concluded], same), [
      {
        change: 'changed',
        before: planned,
        after: concluded,
        keys: [
          { key: 'status', before: 'planned', after: 'concluded' },
          { key: 'outcome', after: 'invalidated' },
          { key: 'tags', after: ['caching'] },
        ],
        text: false,
      },
    ]);
  });

  it('tells of a text that is another one, and of nothing where all is the same', () => {
    const [change] = diffLogs([win], [win], () => false);
    assert.deepEqual(change, { change: 'changed', before: win, after: win, keys: [], text: true });
    assert.deepEqual(diffLogs([win, planned], [planned, win], same), []);
  });

  it('tells copies apart by their paths: one of them is new', () => {
    const copy = { ...win, path: 'retro/entries/copy.md' };
    const changes = diffLogs([win], [copy, win], same);
    assert.deepEqual(changes, [{ change: 'added', after: copy }]);
  });

  it('tells of lists whose items are others or stand in another order', () => {
    const before = entryOf({ id: 'tags', tags: ['a', 'b'] });
    for (const tags of [['b', 'a'], ['a,b'], []]) {
      const [change] = diffLogs([before], [{ ...before, tags }], same);
      assert.equal(change?.change, 'changed', tags.join());
    }
  });

  it('groups what changed by kind', () => {
    const groups = changesByKind(diffLogs([planned], [concluded, win, meeting], same));
    assert.deepEqual(
      groups.map(({ kind, changes }) => [kind, changes.length]),
      [
        ['win', 1],
        ['experiment', 1],
        ['meeting', 1],
      ],
    );
  });

  it('turned round says the opposite, and does not depend on the order of the files', () => {
    const files = fc.uniqueArray(
      fc
        .record({
          id: fc.constantFrom('aaaa', 'bbbb', 'cccc', 'dddd', 'eeee'),
          kind: fc.constantFrom('win', 'action', 'experiment'),
          title: fc.constantFrom('One', 'Two'),
        })
        .map((some): LogFile => entryOf(some)),
      { selector: ({ id }) => id },
    );
    const opposite = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    fc.assert(
      fc.property(files, files, (before, after) => {
        const there = diffLogs(before, after, same);
        const back = diffLogs(after, before, same);
        const name = (change: LogChange, word: string) => `${word} ${fileOfChange(change).id}`;
        assert.deepEqual(
          there.map((change) => name(change, change.change)).toSorted(),
          back.map((change) => name(change, opposite[change.change])).toSorted(),
        );
        assert.deepEqual(diffLogs(before.toReversed(), after.toReversed(), same), there);
      }),
    );
  });
});

describe('compareTexts', () => {
  const text = (status: string, body: string) =>
    `---\nid: k3f9q2xa\nkind: action\ndate: 2026-03-04\nstatus: ${status}\n---\n\n# Add jitter\n\n${body}\n`;

  it('tells values and the text below the title apart', () => {
    assert.deepEqual(compareTexts('retro/a.md', text('open', 'Soon.'), text('done', 'Soon.')), {
      keys: [{ key: 'status', before: 'open', after: 'done' }],
      text: false,
    });
    assert.deepEqual(compareTexts('retro/a.md', text('open', 'Soon.'), text('open', 'Later.')), {
      keys: [],
      text: true,
    });
  });

  it('says only that the text is another one where a side cannot be read', () => {
    assert.deepEqual(compareTexts('retro/a.md', 'no front matter', text('open', 'Soon.')), {
      keys: [],
      text: true,
    });
  });
});
