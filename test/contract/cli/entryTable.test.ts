import assert from 'node:assert/strict';
import { entryPage } from '../../../src/cli/entryPage.ts';
import { entryTable } from '../../../src/cli/entryTable.ts';
import { jsonText } from '../../../src/cli/jsonText.ts';
import { fitText, textWidth } from '../../../src/cli/textWidth.ts';
import type { Entry } from '../../../src/core/entries/entry.ts';
import { entryOf } from '../../support/entryOf.ts';

const plain = { columns: undefined, colour: false };

function entry(title: string, more: Partial<Entry> = {}): Entry {
  return entryOf({ id: 'k3f9q2xa', kind: 'win', title, ...more });
}

describe('the table of entries', () => {
  it('puts date, kind, title and id in columns', () => {
    assert.deepEqual(entryTable([entry('Short'), entry('A longer title', { kind: 'experiment' })], plain), [
      '2026-03-04  win         Short           k3f9q2xa',
      '2026-03-04  experiment  A longer title  k3f9q2xa',
    ]);
  });

  it('never writes more cells than the terminal has, unless it is too narrow for anything', () => {
    const titles = [
      'x'.repeat(300),
      '設計の見直し'.repeat(20),
      '👩‍💻🇸🇪'.repeat(40),
      `e${'\u0301'.repeat(5000)} and more words`,
      'short',
    ];
    for (const columns of [60, 80, 81, 200]) {
      const rows = entryTable(
        titles.map((title) => entry(title)),
        { columns, colour: false },
      );
      assert.ok(
        rows.every((row) => textWidth(row) <= columns),
        rows.join('\n'),
      );
      assert.ok(rows.every((row) => row.endsWith('k3f9q2xa')));
    }
  });

  it('shows the whole title where there is no terminal, and keeps the other ids in line', () => {
    const [first, second] = entryTable([entry('x'.repeat(300)), entry('y')], plain);
    assert.ok(first?.includes('x'.repeat(300)));
    assert.equal(second?.indexOf('k3f9q2xa'), 17 + 72 + 2);
  });

  it('shows what would move the cursor or turn the text as code points [A27]', () => {
    const [row] = entryTable(
      [entry('a\u001b[2Jb\u202ec\u200bd\u009be', { kind: 'x\u001b]0;t\u0007' })],
      plain,
    );
    assert.match(row ?? '', /a<U\+001B>\[2Jb<U\+202E>c<U\+200B>d<U\+009B>e/);
    assert.doesNotMatch(row ?? '', /[\p{Cc}\p{Cf}]/u);
  });

  it('uses colours only where there are some', () => {
    const coloured = entryTable([entry('T')], { columns: 80, colour: true })[0] ?? '';
    assert.ok(coloured.includes('\u001b[32mwin'));
    assert.ok(!(entryTable([entry('T')], { columns: 80, colour: false })[0] ?? '').includes('\u001b'));
  });

  it('does not break on a kind that is the name of an object’s property', () => {
    assert.equal(entryTable([entry('T', { kind: 'constructor' })], { columns: 80, colour: true }).length, 1);
  });
});

describe('the page of an entry', () => {
  it('shows nothing that a terminal obeys, in any part of it [A27]', () => {
    const bad = 'a\u001b[2Jb\u202ec\u009bd';
    const place = { path: bad, line: 1, state: 'gone' } as const;
    const commit = { sha: 'ab'.repeat(20), subject: bad, grade: 'lost', now: null } as const;
    const all = { title: bad, kind: bad, tags: [bad], people: [bad], owner: bad, reason: bad, status: bad };
    const written = { ...entry(bad), ...all, path: bad, code: [place], commits: [commit] };
    const lines = entryPage(written, `${bad}\n\tcode\n${bad}`, plain);
    assert.doesNotMatch(lines.join('').replace('\t', ''), /[\p{Cc}\p{Cf}]/u);
    assert.ok(lines.includes('\tcode'));
    assert.equal(lines.filter((line) => line.includes('<U+001B>')).length, 11);
  });
});

describe('text in cells', () => {
  it('counts ideographs and emoji as two, and marks as none', () => {
    assert.deepEqual(
      ['abc', 'é', 'e\u0301', '設計', '👍', '👩‍💻', '🇸🇪', '★', ''].map(textWidth),
      [3, 1, 1, 4, 2, 2, 2, 1, 0],
    );
  });

  it('cuts between characters, never within one', () => {
    assert.equal(fitText('abcdef', 4), 'abc…');
    assert.equal(fitText('設計図面', 4), '設…');
    assert.equal(fitText('ab 👩‍💻👩‍💻', 6), 'ab 👩‍💻…');
    assert.equal(fitText('abcd', 4), 'abcd');
  });
});

describe('JSON on stdout', () => {
  it('is the same value, without a character that a terminal obeys', () => {
    const value = { title: 'a\u001b[2Jb\u202ec\u009bd\u{e0041}e', list: ['設計', '👩‍💻'] };
    const text = jsonText(value);
    assert.deepEqual(JSON.parse(text), value);
    assert.doesNotMatch(text, /[\p{Cc}\p{Cf}]/u);
  });
});
