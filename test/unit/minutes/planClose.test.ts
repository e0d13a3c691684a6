import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { bodyOf } from '../../../src/core/format/entryBody.ts';
import { meetingPath } from '../../../src/core/format/entryPath.ts';
import { printEntry } from '../../../src/core/format/printEntry.ts';
import { RetroLog } from '../../../src/core/log/retroLog.ts';
import { boardFrom } from '../../../src/core/minutes/boardFrom.ts';
import { minutesOf } from '../../../src/core/minutes/minutesOf.ts';
import { parseMinutes } from '../../../src/core/minutes/parseMinutes.ts';
import { type ClosePlan, minutesText, planClose } from '../../../src/core/minutes/planClose.ts';
import { printMinutes } from '../../../src/core/minutes/printMinutes.ts';
import { countedIds } from '../../support/countedIds.ts';
import { fixedClock } from '../../support/fixedClock.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { AnyRun, anyStart, anySteps } from '../board/anyRun.ts';
import { ada, ben, cleo, Run, threeColumns } from '../board/boards.ts';
import { patience, runs } from '../format/anyDraft.ts';
import { anyMinutes } from './anyMinutes.ts';
import { isBoardView } from '../../../src/protocol/board.ts';
import { viewOf } from '../../../src/core/board/viewOf.ts';

const path = meetingPath('retro', '2026-11-20', 'Sprint 42', 'm33ting0');
const words = { body: '', owner: '', due: '', people: [], hypothesis: '', measure: '', timebox: '' };
const openAction = {
  id: 'act10n01',
  kind: 'action',
  title: 'Add jitter',
  path: 'retro/entries/2026/2026-11-01-add-jitter-act10n01.md',
  date: '2026-11-01',
  people: [],
  owner: '',
  due: '',
};

class Scene {
  readonly files: MemoryFiles;
  readonly log: RetroLog;

  constructor() {
    this.files = new MemoryFiles({
      'retro/retro.yml': '',
      [openAction.path]: printEntry('act10n01', { kind: 'action', title: 'Add jitter', date: '2026-11-01' }),
    });
    this.log = new RetroLog(
      { files: this.files, clock: fixedClock('2026-11-20'), ids: countedIds() },
      'retro',
    );
  }

  plan(run: Run): ClosePlan {
    return planClose(run.board, {
      folder: 'retro',
      path,
      before: this.files.textOf(path),
      today: '2026-11-21',
      entryWith: (id) => this.log.withId(id)[0],
    });
  }

  async carryOut(plan: ClosePlan, count = plan.edits.length): Promise<void> {
    for (const edit of plan.edits.slice(0, count)) {
      await this.log.apply(edit);
    }
  }
}

/** A meeting in which all that can come out of one did. */
function fullMeeting(): Run {
  const run = Run.started({ hidden: false }, { actions: [openAction], parked: ['Who owns staging?'] });
  run.adds(ben, 'card0001', 'Deploys are fast\nTen minutes.').adds(cleo, 'card0002', 'Images are cached');
  run
    .adds(cleo, 'card0003', 'Lunch')
    .adds(cleo, 'card0004', 'Pair more', 'column-3')
    .adds(ben, 'card0005', 'Slow tests', 'column-2');
  run.does(ben, { type: 'groupCard', card: 'card0002', topic: 'card0001', group: 'group001' });
  run.does(ben, { type: 'renameGroup', group: 'group001', title: 'Faster' });
  run.does(ada, { type: 'goTo', phase: 'vote' }).does(ben, { type: 'vote', topic: 'group001' });
  run.does(cleo, { type: 'vote', topic: 'group001' }).does(ada, { type: 'revealVotes' });
  run.does(ben, { type: 'addNote', note: 'note0001', topic: 'group001', text: 'Keep it so.' });
  run.does(ada, { type: 'promote', topic: 'group001', entry: 'fasterxx' });
  run.does(ada, { type: 'promote', topic: 'card0004', entry: 'pairmore', kind: 'experiment' });
  run.does(ben, {
    type: 'make',
    entry: 'dothisxx',
    source: 'card0005',
    words: { ...words, kind: 'action', title: 'Split the tests', owner: 'Ben', due: '2026-12-01' },
  });
  run.does(ben, {
    type: 'make',
    entry: 'thanksxx',
    source: 'group001',
    words: { ...words, kind: 'kudos', title: 'For the cache', people: ['Cleo'] },
  });
  run.does(ben, { type: 'reviewAction', action: 'act10n01', decision: 'drop', reason: 'Not needed' });
  return run.does(ada, { type: 'rate', worth: 4 }).does(ben, { type: 'rate', worth: 5 });
}

describe('planClose', () => {
  it('makes entries, ends actions, and writes minutes that link to all of it', async () => {
    const scene = new Scene();
    await scene.log.load();
    await scene.carryOut(scene.plan(fullMeeting().does(ada, { type: 'close' })));
    assert.equal(
      scene.files.textOf(path),
      `---
id: m33ting0
kind: meeting
date: 2026-11-20
template: three
from: 2026-11-06
to: 2026-11-20
attendees: 3
worth: {mean: 4.5, n: 2}
---

# Sprint 42

## Wins
- **[Faster](../../entries/2026/2026-11-20-faster-fasterxx.md)** (2 votes)
  - Deploys are fast
    Ten minutes.
  - Images are cached
  > Keep it so.
- Lunch

## Failures
- Slow tests

## Ideas
- [Pair more](../../entries/2026/2026-11-20-pair-more-pairmore.md)

## Parking lot
- Who owns staging?

## Actions
- [Split the tests](../../entries/2026/2026-11-20-split-the-tests-dothisxx.md)
- [For the cache](../../entries/2026/2026-11-20-for-the-cache-thanksxx.md)
`,
    );
    const [action] = scene.log.withId('dothisxx');
    assert.deepEqual(
      [action?.kind, action?.owner, action?.due, action?.links],
      ['action', 'Ben', '2026-12-01', ['m33ting0']],
    );
    assert.equal(bodyOf(scene.files.textOf(action?.path ?? '') ?? ''), '> Slow tests\n');
    const [faster] = scene.log.withId('fasterxx');
    assert.equal(
      bodyOf(scene.files.textOf(faster?.path ?? '') ?? ''),
      '- Deploys are fast\n  Ten minutes.\n- Images are cached\n\n> Keep it so.\n',
    );
    const [thanks] = scene.log.withId('thanksxx');
    assert.deepEqual([thanks?.people, thanks?.links], [['Cleo'], ['m33ting0', 'fasterxx']]);
    const [dropped] = scene.log.withId('act10n01');
    assert.deepEqual(
      [dropped?.status, dropped?.closed, dropped?.reason],
      ['dropped', '2026-11-21', 'Not needed'],
    );
    assert.equal(scene.log.pages[0]?.minuted?.length, 4);
    assert.deepEqual(
      scene.log.problems.map(({ code }) => code),
      ['untestable-experiment'],
    );
  });

  it('goes on where it was interrupted, and does nothing a second time', async () => {
    const run = fullMeeting().does(ada, { type: 'close' });
    const whole = new Scene();
    await whole.log.load();
    await whole.carryOut(whole.plan(run));
    for (let count = 0; count < whole.plan(run).edits.length + 6; count += 1) {
      const scene = new Scene();
      await scene.log.load();
      await scene.carryOut(scene.plan(run), count);
      await scene.carryOut(scene.plan(run));
      assert.deepEqual(scene.files.paths, whole.files.paths);
      assert.ok(scene.files.paths.every((each) => scene.files.textOf(each) === whole.files.textOf(each)));
    }
    const again = whole.plan(run);
    assert.deepEqual(
      again.edits.map(({ type }) => type),
      ['writeMinutes'],
    );
    assert.equal(again.minutes, whole.files.textOf(path));
  });

  it('never writes over what somebody else wrote [C60]', async () => {
    const scene = new Scene();
    await scene.log.load();
    const run = fullMeeting();
    const before = minutesText(run.board, path, undefined, () => undefined);
    await scene.log.apply({ type: 'writeMinutes', path, text: before, before: undefined });
    const plan = scene.plan(run);
    scene.files.put(path, `${before}\nBy hand.\n`);
    await assert.rejects(scene.carryOut(plan), { name: 'RetroError', code: 'changed-meanwhile', path });
    assert.ok(scene.files.textOf(path)?.endsWith('By hand.\n'));
    await scene.carryOut(scene.plan(run));
    assert.ok(
      scene.files.textOf(path)?.includes('By hand.\n') && scene.files.textOf(path)?.includes('fasterxx.md'),
    );
    const other = { type: 'writeMinutes', path: openAction.path, text: before, before: undefined } as const;
    await assert.rejects(scene.log.apply(other), { code: 'already-there' });
    scene.files.remove(path);
    await assert.rejects(scene.log.apply({ ...other, path, before }), { code: 'not-found' });
  });

  it('takes minutes back', async () => {
    const scene = new Scene();
    await scene.log.load();
    const text = minutesText(fullMeeting().board, path, undefined, () => undefined);
    const first = await scene.log.apply({ type: 'writeMinutes', path, text, before: undefined });
    const second = await scene.log.apply({
      type: 'writeMinutes',
      path,
      text: `${text}\nMore.\n`,
      before: text,
    });
    assert.ok(first.undo && second.undo);
    await scene.log.apply(second.undo);
    assert.equal(scene.files.textOf(path), text);
    await scene.log.apply(first.undo);
    assert.equal(scene.files.textOf(path), undefined);
  });

  it('does not let a meeting be closed while cards are hidden', () => {
    const run = Run.started()
      .adds(ben, 'card0001', 'Not seen')
      .refuses(ada, { type: 'close' }, 'still-hidden');
    assert.ok(!minutesText(run.board, path, undefined, () => undefined).includes('Not seen'));
    run.does(ada, { type: 'reveal' }).does(ada, { type: 'close' });
  });
});

describe('boardFrom', () => {
  it('opens a meeting again from its minutes, where it can go on', async () => {
    const scene = new Scene();
    await scene.log.load();
    await scene.carryOut(scene.plan(fullMeeting().does(ada, { type: 'close' })));
    const text = scene.files.textOf(path) ?? '';
    const minutes = parseMinutes(path, text)?.minutes;
    assert.ok(minutes);
    const board = boardFrom(minutes, {
      templates: [threeColumns],
      entryAt: (at) => scene.log.at(at),
      ids: countedIds(),
    });
    const run = new Run(board).does(cleo, { type: 'join', name: 'Cleo' }).does(cleo, { type: 'reopen' });
    assert.deepEqual(run.sees(cleo), ['Faster: Deploys are fast\nTen minutes., Images are cached', 'Lunch']);
    const topic = run.view(cleo).columns[0]?.topics[0];
    assert.deepEqual([topic?.votes, topic?.promotion], [2, { entry: 'fasterxx', kind: 'win' }]);
    assert.deepEqual(
      run.view(cleo).made.map(({ id, kind, owner }) => [id, kind, owner]),
      [
        ['dothisxx', 'action', 'Ben'],
        ['thanksxx', 'kudos', ''],
      ],
    );
    const same = minutesText(board, path, text, (id) => scene.log.withId(id)[0]);
    assert.equal(same, text);
    run.adds(cleo, 'card0009', 'One more').does(cleo, { type: 'close' });
    await scene.carryOut(scene.plan(run));
    assert.equal(scene.files.textOf(path), text.replace('- Lunch\n', '- Lunch\n- One more\n'));
  });

  it('says what the minutes said, whatever the meeting was', () => {
    fc.assert(
      fc.property(anyStart, anySteps(undefined, 80), (start, steps) => {
        const { board } = AnyRun.of({ ...start, hidden: false }, steps);
        const said = minutesOf(board, (id) => `retro/entries/2026/${id}.md`);
        const text = printMinutes(path, said);
        const titles = said.columns.map(({ title }) => title);
        const read = parseMinutes(path, text, titles)?.minutes;
        assert.deepEqual(read, said);
        const entryAt = (at: string): ReturnType<RetroLog['at']> => {
          const made = board.made.find(({ id }) => at.endsWith(`/${id}.md`));
          const [, id = ''] = /([^/]+)\.md$/.exec(at) ?? [];
          const entry = { id, kind: made?.kind ?? 'learning', date: '2026-11-20', title: '', path: at };
          return { ...entry, tags: [], people: [], commits: [], code: [], links: [] };
        };
        const again = boardFrom(read ?? said, { templates: [threeColumns], entryAt, ids: countedIds() });
        const told = minutesOf(again, (id) => `retro/entries/2026/${id}.md`);
        assert.deepEqual(told, said);
      }),
      { numRuns: runs(300, 20_000) },
    );
  }).timeout(patience);

  it('can be shown, and says it again, whatever the minutes are', () => {
    fc.assert(
      fc.property(anyMinutes, (minutes) => {
        const board = boardFrom(minutes, {
          templates: [threeColumns],
          entryAt: () => undefined,
          ids: countedIds(),
        });
        const view = viewOf(board, { participant: '', keys: [] });
        assert.ok(isBoardView(JSON.parse(JSON.stringify(view))));
        const text = printMinutes(path, minutes);
        assert.equal(
          minutesText(board, path, text, () => undefined),
          text,
        );
      }),
      { numRuns: runs(200, 20_000) },
    );
  }).timeout(patience);
});
