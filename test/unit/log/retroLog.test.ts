import assert from 'node:assert/strict';
import { noAuditTexts } from '../../../src/core/audit/audit.ts';
import type { EntryDraft } from '../../../src/core/entries/draft.ts';
import { printEntry } from '../../../src/core/format/printEntry.ts';
import { RetroLog } from '../../../src/core/log/retroLog.ts';
import type { FilesThen, Versions } from '../../../src/core/ports/versions.ts';
import { builtInSurveys } from '../../../src/core/pulse/builtInSurveys.ts';
import { pulseResult } from '../../../src/core/pulse/pulseResult.ts';
import { RetroError } from '../../../src/core/retroError.ts';
import { auditOf } from '../../support/auditOf.ts';
import { countedIds } from '../../support/countedIds.ts';
import { fixedClock } from '../../support/fixedClock.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';

function text(id: string, draft: Partial<EntryDraft> & { readonly date?: string } = {}): string {
  return printEntry(id, { kind: 'learning', title: `Title of ${id}`, date: '2026-03-04', ...draft });
}

function openLog(files: MemoryFiles, committed?: MemoryFiles): RetroLog {
  const versions = committed && versionsWith(committed);
  return new RetroLog({ files, clock: fixedClock('2026-03-05'), ids: countedIds(), versions }, 'retro');
}

/** A repository whose HEAD has these files. */
function versionsWith(files: MemoryFiles): Pick<Versions, 'named' | 'filesAt'> {
  const head = { sha: 'ab'.repeat(20), committed: 0, subject: 'Log' };
  const then = {
    list: (folder: string, endings: readonly string[]) => files.list(folder, endings),
    hashOf: () => undefined,
  };
  return {
    named: async (revision) => ({ state: 'ok', value: revision === 'HEAD' ? head : undefined }),
    filesAt: async () => ({ state: 'ok', value: then as unknown as FilesThen }),
  };
}

async function loaded(
  seed: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ files: MemoryFiles; log: RetroLog }> {
  const files = new MemoryFiles(seed);
  const log = openLog(files);
  await log.load();
  return { files, log };
}

const a = 'retro/entries/2026/a.md';
const b = 'retro/entries/2026/b.md';

describe('RetroLog, reading', () => {
  it('is absent where there is no folder, and finds one that is made later', async () => {
    const { files, log } = await loaded({ 'readme.md': 'x' });
    assert.equal(log.state.name, 'absent');
    files.put(a, text('k0000001'));
    await log.refresh([a]);
    assert.equal(log.state.name, 'ready');
    assert.equal(log.entries.length, 1);
  });

  it('[D67] is left out where HEAD has the folder that is missing, and is not made anew then', async () => {
    const files = new MemoryFiles({ 'readme.md': 'x' });
    const committed = new MemoryFiles({ [a]: text('k0000001') });
    const log = openLog(files, committed);
    await log.load();
    assert.deepEqual(log.state, { name: 'absent', leftOut: true });
    await assert.rejects(log.apply({ type: 'initialise' }), { code: 'already-there' });
    assert.equal(files.textOf('retro/retro.yml'), undefined);
    committed.remove(a);
    await log.refresh();
    assert.deepEqual(log.state, { name: 'absent', leftOut: false });
    await log.apply({ type: 'initialise' });
    assert.equal(log.state.name, 'ready');
  });

  it('[C57] says why a folder cannot be read, and reads it when it can', async () => {
    const files = new MemoryFiles({ [a]: text('k0000001') });
    files.fail('list', 'retro', 'The share is gone.');
    const log = openLog(files);
    await log.load();
    assert.equal(log.state.name, 'unreadable');
    files.mend();
    await log.refresh();
    assert.equal(log.state.name, 'ready');
  });

  it('puts the newest day first', async () => {
    const { log } = await loaded({
      [a]: text('k0000001', { date: '2026-03-01' }),
      [b]: text('k0000002', { date: '2026-03-02' }),
    });
    assert.deepEqual(
      log.entries.map((entry) => entry.id),
      ['k0000002', 'k0000001'],
    );
  });

  it('loads all other entries when one file is broken, and says which', async () => {
    const { log } = await loaded({ [a]: '---\nid: [\n---\n', [b]: text('k0000002') });
    assert.deepEqual(
      log.entries.map((entry) => entry.id),
      ['k0000002'],
    );
    assert.deepEqual([...new Set(log.problems.map((problem) => problem.path))], [a]);
  });

  it('[A6] reports a file that is not UTF-8 and loads the rest', async () => {
    const { log } = await loaded({ [a]: Uint8Array.of(0x2d, 0xff), [b]: text('k0000002') });
    assert.deepEqual(
      log.problems.map((problem) => problem.code),
      ['not-utf-8'],
    );
    assert.equal(log.entries.length, 1);
  });

  it('reads only entries, meetings, pulses and audits', async () => {
    const { log } = await loaded({
      'retro/vision.md': '# Vision',
      'retro/entries/README.md': '# What is here',
      'retro/notes/x.md': 'x',
      [a]: text('k0000001'),
    });
    assert.equal(log.fileCount, 1);
    assert.deepEqual(log.problems, []);
  });

  it('takes the team’s settings from retro.yml, and takes them anew when they change', async () => {
    const { files, log } = await loaded({ 'retro/retro.yml': 'team: Checkout\n', [a]: text('k0000001') });
    assert.equal(log.team.team, 'Checkout');
    files.put('retro/retro.yml', 'team: Search\n');
    await log.refresh(['retro/retro.yml']);
    assert.equal(log.team.team, 'Search');
  });
});

describe('RetroLog, staying true', () => {
  it('[A24] reports both copies of an id, and neither when one is gone', async () => {
    const { files, log } = await loaded({ [a]: text('k0000001'), [b]: text('k0000001') });
    assert.deepEqual(
      log.problems.map((problem) => [problem.code, problem.path]),
      [
        ['duplicate-id', a],
        ['duplicate-id', b],
      ],
    );
    assert.equal(log.withId('k0000001').length, 2);
    files.remove(b);
    await log.refresh([b]);
    assert.deepEqual(log.problems, []);
    assert.equal(log.withId('k0000001').length, 1);
  });

  it('keeps the order when the date of one entry changes', async () => {
    const { files, log } = await loaded({
      [a]: text('k0000001', { date: '2026-03-01' }),
      [b]: text('k0000002', { date: '2026-03-02' }),
    });
    files.put(a, text('k0000001', { date: '2026-03-03' }));
    await log.refresh([a]);
    assert.deepEqual(
      log.entries.map((entry) => entry.id),
      ['k0000001', 'k0000002'],
    );
  });

  it('is the same after single changes as after reading everything anew', async () => {
    const { files, log } = await loaded({ [a]: text('k0000001') });
    for (let step = 0; step < 60; step += 1) {
      const path = `retro/entries/2026/${step % 7}.md`;
      if (step % 5 === 4) {
        files.remove(path);
      } else {
        files.put(path, text(`k000000${step % 3}`, { date: `2026-03-0${1 + (step % 9)}` }));
      }
      await log.refresh([path]);
      const fresh = openLog(files);
      await fresh.load();
      assert.deepEqual(log.entries, fresh.entries);
      assert.deepEqual(log.problems, fresh.problems);
    }
  });

  it('reads again only what has changed when everything is looked at', async () => {
    const { files, log } = await loaded({ [a]: text('k0000001'), [b]: text('k0000002') });
    files.fail('read', a, 'not to be read again');
    files.put(b, text('k0000003'));
    await log.refresh();
    assert.deepEqual(
      log.entries.map((entry) => entry.id),
      ['k0000001', 'k0000003'],
    );
    assert.deepEqual(log.problems, []);
  });

  it('reads the files of a folder when it hears of the folder alone', async () => {
    const { files, log } = await loaded({ [a]: text('k0000001') });
    files.put('retro/entries/2027/c.md', text('k0000003'));
    await log.refresh(['retro/entries/2027']);
    assert.equal(log.entries.length, 2);
  });

  it('tells its listeners which files changed, until they stop listening', async () => {
    const { files, log } = await loaded({ [a]: text('k0000001') });
    const told: unknown[] = [];
    const stop = log.onDidChange((paths) => told.push(paths));
    files.put(a, text('k0000002'));
    await log.refresh([a, 'src/cart.ts']);
    await log.refresh(['src/cart.ts']);
    stop();
    await log.refresh([a]);
    assert.deepEqual(told, [[a]]);
  });
});

describe('RetroLog, reading again', () => {
  it('says nothing where files say what they said', async () => {
    const { files, log } = await loaded({ [a]: text('k0000001'), 'retro/retro.yml': 'team: Shop\n' });
    const told: unknown[] = [];
    log.onDidChange((paths) => told.push(paths));
    files.put(a, text('k0000001'));
    await log.refresh([a]);
    assert.deepEqual(told, []);
    files.put('retro/retro.yml', 'team: Bank\n');
    await log.refresh(['retro/retro.yml']);
    files.put(a, text('k0000001', { tags: ['new'] }));
    await log.refresh([a]);
    await log.refresh([a]);
    assert.deepEqual(told, [undefined, [a]]);
  });

  it('tells whoever keeps the text of minutes, also where the index says what it said', async () => {
    const minutes = 'retro/meetings/2026/m.md';
    const before = '---\nid: p8d2aa0e\nkind: meeting\ndate: 2026-03-20\n---\n\n# Sprint 42\n';
    const { files, log } = await loaded({ [minutes]: before });
    const changed: unknown[] = [];
    const read: unknown[] = [];
    log.onDidChange((paths) => changed.push(paths));
    const stop = log.onDidRead((paths) => read.push(paths));
    files.put(minutes, `${before}\nGrace was here, too.\n`);
    await log.refresh([minutes, 'src/cart.ts']);
    await log.refresh(['src/cart.ts']);
    assert.deepEqual([read, changed], [[[minutes]], []]);
    await log.refresh();
    stop();
    await log.refresh([minutes]);
    assert.deepEqual(read, [[minutes], undefined]);
  });
});

describe('RetroLog, searching', () => {
  it('finds words in titles, bodies, tags and people, and their beginnings', async () => {
    const { log } = await loaded({
      [a]: text('k0000001', {
        title: 'Cache stampede',
        body: 'Everything expired at once.',
        tags: ['checkout'],
      }),
      [b]: text('k0000002', { title: 'Thanks', people: ['ada'] }),
    });
    for (const words of ['stampede', 'EXPIRED once', 'check', 'stampde']) {
      assert.deepEqual(
        (await log.search(words)).map((entry) => entry.path),
        [a],
        words,
      );
    }
    assert.deepEqual(
      (await log.search('ada')).map((entry) => entry.path),
      [b],
    );
    assert.deepEqual(await log.search('cache thanks'), []);
  });

  it('finds a word whatever signs stand around it', async () => {
    const { log } = await loaded({ [a]: text('k0000001', { title: 'Use `max_age=60` in <Header>' }) });
    for (const words of ['max', 'age', '60', 'header', '<Header>']) {
      assert.equal((await log.search(words)).length, 1, words);
    }
  });

  it('searches what files say now, not what they said', async () => {
    const { files, log } = await loaded({ [a]: text('k0000001', { title: 'Before' }) });
    assert.equal((await log.search('before')).length, 1);
    files.put(a, text('k0000001', { title: 'After' }));
    await log.refresh([a]);
    assert.equal((await log.search('before')).length, 0);
    assert.equal((await log.search('after')).length, 1);
    files.remove(a);
    await log.refresh([a]);
    assert.equal((await log.search('after')).length, 0);
  });
});

describe('RetroLog, looking back', () => {
  it('finds failures that resemble what is told, as files say it now', async () => {
    const failure = (title: string) => text('k0000001', { kind: 'failure', title });
    const { files, log } = await loaded({
      [a]: failure('Cache stampede took the shop down'),
      'retro/entries/2026/2026-03-05-x-k0000002.md': text('k0000002', {
        kind: 'win',
        title: 'No cache stampede in the shop',
      }),
    });
    const told = { text: 'The shop had a cache stampede', tags: [], places: [] };
    const found = async () => (await log.resembling(told)).map(({ entry }) => entry.id);
    assert.deepEqual(await found(), ['k0000001']);
    files.put(a, failure('Mails stood still'));
    await log.refresh([a]);
    assert.deepEqual(await found(), []);
    files.put(a, failure('Shop gone: cache stampede'));
    await log.refresh([a]);
    assert.deepEqual(await found(), ['k0000001']);
  });
});

describe('RetroLog.apply', () => {
  it('adds an entry, dated by the writer’s day, and takes it back', async () => {
    const { files, log } = await loaded({});
    const { id, paths, undo } = await log.apply({
      type: 'addEntry',
      draft: { kind: 'win', title: 'It works' },
    });
    assert.equal(log.state.name, 'ready');
    assert.deepEqual(
      log.entries.map((entry) => [entry.id, entry.kind, entry.date, entry.title]),
      [[id, 'win', '2026-03-05', 'It works']],
    );
    assert.ok(undo);
    await log.apply(undo);
    assert.equal(files.textOf(paths[0] ?? ''), undefined);
    assert.deepEqual(log.entries, []);
  });

  it('keeps an audit among its pages, and takes it back', async () => {
    const { log } = await loaded({});
    const answers = auditOf({ 'failing-deep': 2 });
    const draft = { title: 'Culture audit', date: '2026-03-05', answers, texts: noAuditTexts };
    const { id, paths, undo } = await log.apply({ type: 'addAudit', draft });
    assert.deepEqual(paths, [`retro/audits/2026/2026-03-05-culture-audit-${id}.md`]);
    assert.deepEqual(
      log.pages.map((page) => [page.id, page.kind, page.date, page.audit?.answers.length]),
      [[id, 'audit', '2026-03-05', 1]],
    );
    assert.deepEqual([log.entries, log.problems], [[], []]);
    assert.ok(undo);
    await log.apply(undo);
    assert.deepEqual(log.pages, []);
  });

  it('adds a round of a survey as a file of its own, which is read again without a problem', async () => {
    const { log } = await loaded({});
    const [survey] = builtInSurveys();
    assert.ok(survey);
    const result = pulseResult(
      survey,
      Array.from({ length: 5 }, () => survey.questions.map(() => 4)),
    );
    assert.ok(result);
    const draft = { title: 'Psychological safety, March 5', date: '2026-03-05', survey, result };
    const { id, paths } = await log.apply({ type: 'addPulse', draft });
    assert.deepEqual(paths, [`retro/pulses/2026/2026-03-05-psychological-safety-march-5-${id}.md`]);
    const page = log.pages.find((each) => each.id === id);
    assert.deepEqual([page?.kind, page?.figures?.answers, log.problems], ['pulse', '5-7', []]);
    assert.deepEqual(
      page?.figures?.questions.map(({ mean }) => mean),
      [2, 4, 2, 4, 2, 4, 4],
    );
  });

  it('removes a file and puts it back byte for byte', async () => {
    const before = `\ufeff${text('k0000001').replaceAll('\n', '\r\n')}`;
    const { files, log } = await loaded({ [a]: before });
    const { undo } = await log.apply({ type: 'removeFile', path: a });
    assert.equal(files.textOf(a), undefined);
    assert.ok(undo);
    await log.apply(undo);
    assert.equal(files.textOf(a), before);
  });

  it('does not put a file back over another that has taken its place', async () => {
    const { files, log } = await loaded({ [a]: text('k0000001') });
    const { undo } = await log.apply({ type: 'removeFile', path: a });
    files.put(a, text('k0000002'));
    assert.ok(undo);
    await assert.rejects(
      log.apply(undo),
      (error) => error instanceof RetroError && error.code === 'already-there',
    );
    assert.equal(files.textOf(a), text('k0000002'));
  });

  it('changes the lines of one key and no other byte', async () => {
    const before = text('k0000001', { tags: ['one'] }).replace('kind:', 'mine: 1 # kept\nkind:');
    const { files, log } = await loaded({ [a]: before });
    await log.apply({ type: 'setKeys', path: a, values: { tags: ['one', 'two'] } });
    const lines = (whole: string | undefined) =>
      (whole ?? '').split('\n').filter((line) => !line.startsWith('tags:'));
    assert.deepEqual(lines(files.textOf(a)), lines(before));
    assert.deepEqual(log.entries[0]?.tags, ['one', 'two']);
  });

  it('links commits and takes that back byte for byte, unless the file was changed since', async () => {
    const before = text('k0000001', { tags: ['a'] });
    const { files, log } = await loaded({ [a]: before });
    const link = { sha: 'a1'.repeat(20), subject: 'Cache' };
    const linked = await log.apply({ type: 'linkCommit', path: a, link });
    assert.deepEqual(log.at(a)?.commits, [link]);
    assert.ok(linked.undo);
    assert.deepEqual((await log.apply({ type: 'linkCommit', path: a, link })).undo, undefined);
    await log.apply(linked.undo);
    assert.equal(files.textOf(a), before);
    await assert.rejects(log.apply(linked.undo), { code: 'changed-meanwhile' });
    assert.equal(files.textOf(a), before);
  });

  it('never rewrites a file that does not parse', async () => {
    const broken = '---\nid: [\n---\n';
    const { files, log } = await loaded({ [a]: broken });
    await assert.rejects(
      log.apply({ type: 'setKeys', path: a, values: { tags: ['x'] } }),
      (error) => error instanceof RetroError && error.code === 'bad-file',
    );
    assert.equal(files.textOf(a), broken);
  });

  it('makes the settings once and never overwrites them', async () => {
    const { files, log } = await loaded({});
    assert.deepEqual((await log.apply({ type: 'initialise' })).paths, ['retro/retro.yml']);
    assert.deepEqual(log.problems, []);
    files.put('retro/retro.yml', 'team: Ours\n');
    assert.deepEqual((await log.apply({ type: 'initialise' })).paths, []);
    assert.equal(files.textOf('retro/retro.yml'), 'team: Ours\n');
  });

  it('refuses an entry without a title, in a sentence', async () => {
    const { log } = await loaded({});
    await assert.rejects(
      log.apply({ type: 'addEntry', draft: { kind: 'win', title: ' ' } }),
      (error) => error instanceof RetroError && error.code === 'bad-input',
    );
  });
});
