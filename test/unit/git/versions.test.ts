import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseBlobSizes } from '../../../src/core/git/blobSizes.ts';
import { fileVersions, type ToldVersion } from '../../../src/core/git/fileVersions.ts';
import { parseMoment } from '../../../src/core/git/momentLog.ts';
import { parseTreeFiles } from '../../../src/core/git/treeFiles.ts';

const one = 'a1'.repeat(20);
const two = 'b2'.repeat(20);
const long = 'c3'.repeat(32);
const none = '0'.repeat(40);

function versionsIn(printed: string): ToldVersion[] {
  const told: ToldVersion[] = [];
  const read = fileVersions(one, 'retro/x.md').reader((version) => told.push(version));
  const fields = printed.split('\0');
  fields.slice(0, -1).forEach((field) => read(field));
  read(undefined);
  return told;
}

function record(subject: string, raw: string, path = 'retro/x.md'): string {
  return `\0${one}\0${two}\0${Date.UTC(2026, 2, 4) / 1000}\0Ada\0${subject}\0${raw}\0${path}\0`;
}

describe('the versions of a file', () => {
  const changed = `\n:100644 100644 ${one} ${two} M`;
  const version = {
    sha: one,
    parents: [two],
    authored: '2026-03-04T00:00:00Z',
    author: 'Ada',
    subject: 'Say more',
    path: 'retro/x.md',
    change: 'changed',
    before: one,
    after: two,
  };

  it('are read with what was there before and since', () => {
    assert.deepEqual(versionsIn(record('Say more', changed) + record('', changed)), [
      version,
      { ...version, subject: '' },
    ]);
    const [added] = versionsIn(record('Say more', `\n:000000 100644 ${none} ${two} A`));
    assert.deepEqual([added?.change, added?.before, added?.after], ['added', undefined, two]);
    const [removed] = versionsIn(record('Say more', `\n:100644 000000 ${one} ${none} D`));
    assert.deepEqual([removed?.change, removed?.before, removed?.after], ['removed', one, undefined]);
  });

  it('name a merge that changed the file, against its first parent', () => {
    const merge = `\0::100644 100644 100644 ${one} ${none} ${two} MA`;
    const [merged, next] = versionsIn(record('Merge', merge) + record('Say more', changed));
    assert.deepEqual([merged?.change, merged?.before, merged?.after], ['merged', one, two]);
    assert.equal(next?.change, 'changed');
  });

  it('[D73] [D74] are not confused by paths and subjects that look like something else', () => {
    const odd = record(`:100644 ${one}`, changed, ':(glob)\n*') + record('', changed);
    assert.deepEqual(
      versionsIn(odd).map(({ subject, path }) => [subject, path]),
      [
        [`:100644 ${one}`, ':(glob)\n*'],
        ['', 'retro/x.md'],
      ],
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\0', '\n', ':', 'a', '1', ' ') }), (printed) => {
        assert.deepEqual(versionsIn(printed), []);
      }),
    );
  });
});

describe('what a commit has', () => {
  it('is read with odd names, and links and submodules are told apart', () => {
    const printed = [
      `100644 blob ${one}\tretro/a\tb\n.md`,
      `120000 blob ${two}\tlink`,
      `160000 commit ${long}\tsub`,
      'no',
      '',
    ].join('\0');
    assert.deepEqual(parseTreeFiles(printed), [
      { path: 'retro/a\tb\n.md', sha: one, kind: 'file' },
      { path: 'link', sha: two, kind: 'link' },
      { path: 'sub', sha: long, kind: 'submodule' },
    ]);
  });

  it('has a size where it is a file, and none where it is missing or something else', () => {
    assert.deepEqual(parseBlobSizes(`blob ${one} 12\n${two} missing\ntree ${two} 7\nx:y missing\n`), [
      { sha: one, size: 12 },
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a moment', () => {
  it('is a commit with its time, or nothing', () => {
    assert.deepEqual(parseMoment(`${one}\0${Date.UTC(2026, 2, 4) / 1000}\0Say more\0`), {
      sha: one,
      committed: 1772582400,
      subject: 'Say more',
    });
    assert.equal(parseMoment(''), undefined);
    assert.equal(parseMoment(`${one}\0soon\0`)?.committed, 0);
  });
});
