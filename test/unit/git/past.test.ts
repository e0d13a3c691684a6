import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { pastMessages, parsePastMessages } from '../../../src/core/git/pastMessages.ts';
import { pastTags, parsePastTags } from '../../../src/core/git/pastTags.ts';
import { parsePastPaths, pastPaths } from '../../../src/core/git/pastPaths.ts';

const sha = 'a1'.repeat(20);
const parent = 'b2'.repeat(20);
const long = 'c3'.repeat(32);

describe('what git says about messages', () => {
  const record = (message: string, date = '2026-01-05T23:30:00-05:00'): string =>
    [sha, `${parent} ${long}`, '1767673800', date, message, ''].join('\0');

  it('is a commit each, on the day of its author', () => {
    const commit = {
      sha,
      parents: [parent, long],
      authored: '2026-01-06T04:30:00Z',
      day: '2026-01-05',
      message: 'One\n\nWhy\n',
    };
    assert.deepEqual(parsePastMessages(record('One\n\nWhy\n') + record('')), [
      commit,
      { ...commit, message: '' },
    ]);
    assert.deepEqual(parsePastMessages(''), []);
  });

  it('has a day also where its date is none', () => {
    assert.equal(parsePastMessages(record('x', ''))[0]?.day, '2026-01-06');
    assert.equal(parsePastMessages(record('x', '99999-01-01T'))[0]?.day, '2026-01-06');
  });

  it('is cut where a message is very long', () => {
    assert.equal(parsePastMessages(record('x'.repeat(100_000)))[0]?.message.length, 32_768);
  });

  it('reads back whatever is said, and never throws', () => {
    const text = fc.string({ unit: 'binary', maxLength: 50 }).map((value) => value.replaceAll('\0', ''));
    fc.assert(
      fc.property(fc.array(text), (messages) => {
        assert.deepEqual(
          parsePastMessages(messages.map((message) => record(message)).join('')).map(
            ({ message }) => message,
          ),
          messages,
        );
      }),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\0', '\n', 'a', '1') }), (output) => {
        assert.deepEqual([parsePastMessages(output), parsePastTags(output)], [[], []]);
        parsePastPaths(output, { prefix: '', folder: 'retro' });
      }),
      { numRuns: 300 },
    );
  });

  it('is asked with what comes from outside behind the options', () => {
    assert.deepEqual(pastMessages(sha, 3).args.slice(-3), ['--end-of-options', sha, '--']);
    assert.equal(pastTags(3).args.at(-1), 'refs/tags/');
    assert.equal(pastPaths([sha], { prefix: '', folder: '' }).input, `${sha}\n`);
  });
});

describe('what git says about tags', () => {
  const line = (...fields: readonly string[]): string => `${fields.join('\0')}\n`;

  it('is the commit and the time of each', () => {
    const printed = [
      line('tag', parent, 'commit', sha, '1767603600', 'refs/tags/v1.0.0'),
      line('commit', sha, '', '', '1767603601', 'refs/tags/app/v1'),
    ];
    assert.deepEqual(parsePastTags(printed.join('')), [
      { name: 'v1.0.0', sha, seconds: 1_767_603_600 },
      { name: 'app/v1', sha, seconds: 1_767_603_601 },
    ]);
  });

  it('leaves out what is no commit or has no time', () => {
    const printed = [
      line('tag', parent, 'tree', sha, '1767603600', 'refs/tags/tree'),
      line('blob', sha, '', '', '', 'refs/tags/blob'),
      line('commit', sha, '', '', '', 'refs/tags/timeless'),
      line('commit', 'x', '', '', '1', 'refs/tags/odd'),
    ];
    assert.deepEqual(parsePastTags(printed.join('')), []);
  });
});

describe('what git says about paths', () => {
  it('is told for each commit, the log apart and from its own root', () => {
    const printed = `\0${sha}\0\nsrc/a.ts\0app/retro/x.md\0app/retrospect.md\0\0${parent}\0\0${long}\0\n\nodd\0`;
    assert.deepEqual(
      parsePastPaths(printed, { prefix: 'app', folder: 'retro' }),
      new Map([
        [sha, { paths: ['src/a.ts', 'app/retrospect.md'], log: ['retro/x.md'] }],
        [parent, { paths: [], log: [] }],
        [long, { paths: ['\nodd'], log: [] }],
      ]),
    );
  });

  it('is the first twenty of each', () => {
    const names = Array.from({ length: 60 }, (_, index) => (index % 2 ? `retro/${index}` : `${index}`));
    const [touched] = parsePastPaths(`\0${sha}\0\n${names.join('\0')}\0`, {
      prefix: '',
      folder: 'retro',
    }).values();
    assert.deepEqual([touched?.paths.length, touched?.log.length], [20, 20]);
  });
});
