import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { commitLog, parseCommitLog } from '../../../src/core/git/commitLog.ts';

interface Record {
  readonly sha: string;
  readonly seconds: number;
  readonly author: string;
  readonly message: string;
  readonly paths: readonly string[];
}

/** As git prints it: see the format in commitLog. */
function printed(records: readonly Record[]): string {
  const one = ({ sha, seconds, author, message, paths }: Record): string => {
    const head = `\0${sha}\0${seconds}\0${author}\0a@b\0${message}\0`;
    return paths.length === 0 ? head : `${head}\n${paths.join('\0')}\0`;
  };
  return records.map(one).join('');
}

const sha = 'a1'.repeat(20);
const record = { sha, seconds: 1767603600, author: 'Ada', message: 'One\n\nWhy\n', paths: ['a', 'b'] };

describe('the log of commits', function () {
  this.timeout(20_000);

  it('reads records with and without paths', () => {
    const commits = parseCommitLog(printed([record, { ...record, message: '', paths: [] }, record]), '');
    const whole = {
      sha,
      subject: 'One',
      authored: '2026-01-05T09:00:00Z',
      author: 'Ada',
      email: 'a@b',
      paths: ['a', 'b'],
    };
    assert.deepEqual(commits, [whole, { ...whole, subject: '', paths: [] }, whole]);
  });

  it('reads nothing out of nothing', () => {
    assert.deepEqual(parseCommitLog('', 'retro'), []);
  });

  it('leaves out what is in the folder, and not what only begins like it', () => {
    const paths = ['retro', 'retro/a.md', 'retrospect.md', 'src/retro/a.md', 'Retro/a.md'];
    const [commit] = parseCommitLog(printed([{ ...record, paths }]), 'retro');
    assert.deepEqual(commit?.paths, ['retrospect.md', 'src/retro/a.md', 'Retro/a.md']);
  });

  it('counts the first 20 paths without those of the folder', () => {
    const paths = Array.from({ length: 60 }, (_, index) => (index % 2 ? `retro/${index}` : `${index}`));
    const [commit, next] = parseCommitLog(printed([{ ...record, paths }, record]), 'retro');
    assert.deepEqual(commit?.paths, paths.filter((path) => !path.startsWith('retro/')).slice(0, 20));
    assert.deepEqual(next?.paths, ['a', 'b']);
  });

  it('reads back whatever is printed', () => {
    const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', ''));
    const path = text.filter((value) => value !== '' && !value.startsWith('\n'));
    const records = fc.record({
      sha: fc.constantFrom(sha, 'b2'.repeat(32)),
      seconds: fc.integer({ min: 0, max: 4_000_000_000 }),
      author: fc.constant('Ada'),
      message: text,
      paths: fc.array(path, { maxLength: 20 }),
    });
    fc.assert(
      fc.property(fc.array(records, { maxLength: 5 }), (all) => {
        const read = parseCommitLog(printed(all), '');
        assert.deepEqual(
          read.map((commit) => commit.paths),
          all.map((one) => one.paths),
        );
        assert.deepEqual(
          read.map((commit) => commit.sha),
          all.map((one) => one.sha),
        );
        assert.ok(read.every((commit) => !/[\r\n]/.test(commit.subject)));
      }),
      { numRuns: 150 },
    );
  });

  it('never throws on what git never prints, and makes no commit of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\0', '\n', 'a', '1') }), (text) => {
        assert.deepEqual(parseCommitLog(text, 'retro'), []);
      }),
      { numRuns: 500 },
    );
  });

  it('takes time that grows as its length does', () => {
    const text = (count: number): string => printed(Array.from({ length: count }, () => record));
    // Three doublings in one: what grows with the square takes 64 times as long.
    const [one, eight] = [text(2000), text(16_000)];
    const best = [Infinity, Infinity];
    for (let run = 0; run < 10; run += 1) {
      for (const [index, input] of [one, eight].entries()) {
        const started = process.cpuUsage().user;
        parseCommitLog(input, 'retro');
        best[index] = Math.min(best[index] ?? Infinity, process.cpuUsage().user - started);
      }
    }
    assert.ok((best[1] ?? 0) / (best[0] ?? 0) < 27, best.join(' '));
  });

  it('puts what comes from outside behind the end of the options', () => {
    const { args } = commitLog({ from: sha, limit: 3, merges: false, leftOut: '' });
    assert.deepEqual(args.slice(-3), ['--end-of-options', sha, '--']);
  });
});
