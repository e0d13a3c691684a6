import assert from 'node:assert/strict';
import { parseFile } from '../../../src/core/format/parseFile.ts';

function meeting(lines: string): ReturnType<typeof parseFile> {
  return parseFile(
    'retro/meetings/2026/a.md',
    `---\nid: p8d2aa0e\nkind: meeting\ndate: 2026-11-20\n${lines}---\n\n# Sprint 42\n`,
  );
}

function pulse(
  questions: string,
  answers = '8-11',
  scale = '{from: 1, to: 5}',
): ReturnType<typeof parseFile> {
  const keys = `survey: safety\nwording: "2026-1"\nscale: ${scale}\nanswers: ${answers}\nquestions:\n${questions}`;
  return parseFile(
    'retro/pulses/2026/a.md',
    `---\nid: w7c1m4t9\nkind: pulse\ndate: 2026-11-20\n${keys}---\n\n# Safety\n`,
  );
}

function codes({ problems }: ReturnType<typeof parseFile>): string[] {
  return problems.map(({ code, line }) => `${code}:${line}`);
}

describe('parseFile reads a meeting', () => {
  it('as a page, not as an entry', () => {
    const parsed = meeting(
      'template: sailboat\nfrom: 2026-11-06\nto: 2026-11-20\nattendees: 6\nworth: {mean: 4.2, n: 6}\n',
    );
    assert.deepEqual(parsed, {
      page: {
        id: 'p8d2aa0e',
        kind: 'meeting',
        date: '2026-11-20',
        title: 'Sprint 42',
        path: 'retro/meetings/2026/a.md',
        minuted: [],
      },
      problems: [],
    });
  });

  it('and says which of its figures cannot be', () => {
    assert.deepEqual(codes(meeting('attendees: 2.5\nworth: {mean: 6, n: 0}\nto: 2026-11-31\n')), [
      'bad-number:5',
      'bad-mean:6',
      'bad-number:6',
      'bad-date:7',
    ]);
  });

  it('without an id only as a problem', () => {
    const parsed = parseFile('a.md', '---\nkind: meeting\ndate: 2026-11-20\n---\n# T\n');
    assert.deepEqual([parsed.page, codes(parsed)], [undefined, ['missing-id:1']]);
  });
});

describe('parseFile reads a pulse', () => {
  it('as a page', () => {
    const parsed = pulse(
      '  - {id: mistakes, reversed: true, mean: 3.8}\n  - {id: help, mean: 4, distribution: [0, 1, 2, 3, 4]}\n',
    );
    assert.deepEqual(codes(parsed), []);
    assert.equal(parsed.page?.kind, 'pulse');
  });

  for (const mean of ['.nan', '.inf', '-1', '6', '"3"', '9007199254740993', '~', 'three']) {
    it(`and refuses the mean ${mean} [A22]`, () => {
      assert.deepEqual(codes(pulse(`  - {id: a, mean: 3}\n  - {id: b, mean: ${mean}}\n`)), [
        mean === '~' ? 'missing-value:11' : 'bad-mean:11',
      ]);
    });
  }

  it('and refuses fewer than five answers [I118]', () => {
    for (const answers of ['4', '1-4', '3-7', '12']) {
      assert.deepEqual(codes(pulse('  - {id: a, mean: 3}\n', answers)), ['too-few-answers:8']);
    }
  });

  it('and refuses a distribution of fewer than ten answers, of too many, or of other points', () => {
    const question = (counts: string) => `  - {id: a, mean: 3, distribution: ${counts}}\n`;
    assert.deepEqual(codes(pulse(question('[1, 2, 3, 2, 1]'))), ['bad-distribution:10']);
    assert.deepEqual(codes(pulse(question('[5, 2, 3, 2, 1]'))), ['bad-distribution:10']);
    assert.deepEqual(codes(pulse(question('[5, 5]'))), ['bad-distribution:10']);
    assert.deepEqual(codes(pulse(question('[2, 2, 2, 2, 2]'), '5-7')), ['bad-distribution:10']);
    assert.deepEqual(codes(pulse(question('[5, 2, 3, 2, 1]'), '12+')), []);
  });

  it('and refuses a scale that is none', () => {
    assert.deepEqual(codes(pulse('  - {id: a, mean: 3}\n', '12+', '{from: 5, to: 1}')).slice(0, 1), [
      'bad-scale:7',
    ]);
    assert.deepEqual(codes(pulse('  - {id: a, mean: 3}\n', '12+', '5')).slice(0, 1), ['bad-scale:7']);
  });
});
