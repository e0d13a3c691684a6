import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { printEntry } from '../../../src/core/format/printEntry.ts';
import { parseFile } from '../../../src/core/format/parseFile.ts';
import type { RetroErrorCode } from '../../../src/core/retroError.ts';
import type { Step } from '../../../src/core/work/step.ts';
import { takeStep } from '../../../src/core/work/takeStep.ts';
import { anyDate, anyDraft, anyId, anyText, patience, runs } from '../format/anyDraft.ts';

const path = 'retro/entries/2026/a.md';

function file(kind: string, more: readonly string[] = [], body = 'Text.\n'): string {
  const keys = ['id: k3f9q2xa', `kind: ${kind}`, 'date: 2026-03-04', ...more];
  return ['---', ...keys, '---', '', '# Title', '', body].join('\n');
}

/** What a step makes of a file, without what it leaves as it is: `-old` and `+new` lines. */
function changesOf(text: string, step: Step): string[] {
  const before = text.split('\n');
  const after = takeStep(path, text, step).split('\n');
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ];
}

function refuses(text: string, step: Step, code: RetroErrorCode, words: RegExp): void {
  assert.throws(() => takeStep(path, text, step), { name: 'RetroError', code, path, message: words });
}

const start: Step = { type: 'startExperiment', date: '2026-03-06' };
const conclude: Step = { type: 'concludeExperiment', date: '2026-03-20', outcome: 'validated' };
const close: Step = { type: 'closeAction', date: '2026-03-06' };
const drop: Step = { type: 'dropAction', date: '2026-03-06', reason: 'Bought\n instead' };
const clear: Step = { type: 'clearBlocker', date: '2026-03-06' };
const reopen: Step = { type: 'reopen' };

describe('takeStep, an experiment', () => {
  it('starts a planned one, also where the file does not say that it is planned', () => {
    assert.deepEqual(changesOf(file('experiment'), start), ['+status: running', '+started: 2026-03-06']);
    assert.deepEqual(changesOf(file('experiment', ['status: planned # soon']), start), [
      '-status: planned # soon',
      '+status: running # soon',
      '+started: 2026-03-06',
    ]);
  });

  it('starts on a day before it was written down', () => {
    const early: Step = { type: 'startExperiment', date: '2026-02-01' };
    assert.deepEqual(changesOf(file('experiment'), early), ['+status: running', '+started: 2026-02-01']);
  });

  it('does not start one that is running or concluded', () => {
    refuses(file('experiment', ['status: running']), start, 'bad-input', /k3f9q2xa is running already/);
    refuses(
      file('experiment', ['status: concluded', 'concluded: 2026-03-05', 'outcome: stopped']),
      start,
      'bad-input',
      /concluded already, since 2026-03-05/,
    );
  });

  it('concludes a running one with its outcome and its result', () => {
    const text = file('experiment', ['status: running', 'started: 2026-03-05']);
    assert.equal(
      takeStep(path, text, { ...conclude, result: 'p99 fell to 180 ms.' }),
      `${file('experiment', ['status: concluded', 'started: 2026-03-05', 'concluded: 2026-03-20', 'outcome: validated'])}\n## Result\n\np99 fell to 180 ms.\n`,
    );
  });

  it('concludes one that nobody said was started, and makes up no day for that', () => {
    const after = parseFile(path, takeStep(path, file('experiment'), conclude)).entry;
    assert.deepEqual([after?.status, after?.started, after?.outcome], ['concluded', undefined, 'validated']);
  });

  it('does not conclude one twice, before its start, or without an outcome', () => {
    const running = file('experiment', ['status: running', 'started: 2026-03-21']);
    refuses(running, conclude, 'bad-input', /started on 2026-03-21/);
    refuses(file('experiment'), { ...conclude, outcome: '' }, 'bad-input', /needs an outcome/);
    refuses(file('experiment'), { ...conclude, outcome: 'great' }, 'bad-input', /validated, invalidated/);
    refuses(takeStep(path, file('experiment'), conclude), conclude, 'bad-input', /already, since 2026-03-20/);
  });

  it('reopens to running where it had started and to planned where not, and keeps its result', () => {
    const started = file('experiment', ['status: running', 'started: 2026-03-05']);
    const ended = takeStep(path, started, { ...conclude, result: 'Half.' });
    assert.equal(takeStep(path, ended, reopen), `${started}\n## Result\n\nHalf.\n`);
    const after = parseFile(path, takeStep(path, takeStep(path, file('experiment'), conclude), reopen)).entry;
    assert.deepEqual([after?.status, after?.concluded, after?.outcome], ['planned', undefined, undefined]);
  });

  it('adds a second result to the first', () => {
    const first = takeStep(path, file('experiment'), { ...conclude, result: 'Half.' });
    const second = takeStep(path, takeStep(path, first, reopen), { ...conclude, result: 'All.' });
    assert.ok(second.endsWith('\n## Result\n\nHalf.\n\nAll.\n'), second);
  });
});

describe('takeStep, an action or a blocker', () => {
  it('closes, drops and clears with the day', () => {
    assert.deepEqual(changesOf(file('action', ['due: 2026-03-05']), close), [
      '+status: done',
      '+closed: 2026-03-06',
    ]);
    assert.deepEqual(changesOf(file('action', ['status: open']), drop), [
      '-status: open',
      '+status: dropped',
      '+closed: 2026-03-06',
      '+reason: Bought instead',
    ]);
    assert.deepEqual(changesOf(file('blocker'), clear), ['+status: cleared', '+closed: 2026-03-06']);
  });

  it('drops nothing without a reason', () => {
    refuses(file('action'), { ...drop, reason: ' \n' }, 'bad-input', /with a reason/);
  });

  it('closes nothing twice, and nothing on a day before it was opened', () => {
    refuses(takeStep(path, file('action'), close), close, 'bad-input', /done already, since 2026-03-06/);
    refuses(takeStep(path, file('action'), drop), close, 'bad-input', /dropped already/);
    refuses(takeStep(path, file('blocker'), clear), clear, 'bad-input', /cleared already/);
    refuses(file('action'), { ...close, date: '2026-03-03' }, 'bad-input', /is of 2026-03-04/);
  });

  it('reopens what has ended, and nothing else', () => {
    const action = file('action', ['status: open']);
    assert.equal(takeStep(path, takeStep(path, action, drop), reopen), action);
    const blocker = file('blocker', ['status: open']);
    assert.equal(takeStep(path, takeStep(path, blocker, clear), reopen), blocker);
    refuses(action, reopen, 'bad-input', /has not ended/);
    refuses(file('win'), reopen, 'bad-input', /has not ended/);
  });
});

describe('takeStep, what it leaves alone', () => {
  it('refuses a step that is of another kind', () => {
    refuses(file('win'), close, 'bad-input', /not of the kind “action” but of “win”/);
    refuses(file('action'), clear, 'bad-input', /“blocker”/);
    refuses(file('blocker'), drop, 'bad-input', /“action”/);
    refuses(file('action'), start, 'bad-input', /“experiment”/);
    refuses(file('learning'), conclude, 'bad-input', /“experiment”/);
  });

  it('[A26] never rewrites a state of a newer version', () => {
    for (const step of [close, drop, reopen]) {
      assert.throws(() => takeStep(path, file('action', ['status: waiting']), step), { name: 'RetroError' });
    }
    refuses(file('experiment', ['status: paused']), conclude, 'bad-file', /none that is known/);
  });

  it('[A29] refuses a file in conflict, and one that is no entry', () => {
    const conflict = file('action', [], '<<<<<<< a\none\n=======\ntwo\n>>>>>>> b\n');
    refuses(conflict, close, 'bad-file', /cannot be read as an entry/);
    refuses('---\nid: [\n---\n', close, 'bad-file', /cannot be read/);
    refuses('', close, 'bad-file', /cannot be read/);
  });

  it('[A4] [A7] [A25] keeps a byte order mark, every line ending, comments and unknown keys', () => {
    const text =
      '\ufeff---\r\n# ours\r\nid: k3f9q2xa\r\nkind: experiment # big\r\ndate: 2026-03-04\r\nx-team: {a: 1}\r\nstatus: running\n---\r\n\r\n# T\r\n\r\n## Result\r\n\r\n## Notes\r\nlast';
    assert.equal(
      takeStep(path, text, { ...conclude, result: 'one\n\ntwo' }),
      '\ufeff---\r\n# ours\r\nid: k3f9q2xa\r\nkind: experiment # big\r\ndate: 2026-03-04\r\nx-team: {a: 1}\r\nstatus: concluded\nconcluded: 2026-03-20\r\noutcome: validated\r\n---\r\n\r\n# T\r\n\r\n## Result\r\n\r\none\r\n\r\ntwo\r\n\r\n## Notes\r\nlast',
    );
  });

  it('reads back as what it meant, whatever the experiment and its result say', () => {
    fc.assert(
      fc.property(anyId, anyDraft, anyDate, anyText, (id, draft, date, result) => {
        const text = printEntry(id, { ...draft, kind: 'experiment', owner: 'ada', date });
        const ended = takeStep(path, text, { ...conclude, result });
        const { entry } = parseFile(path, ended);
        assert.deepEqual(
          [entry?.status, entry?.outcome, entry?.title],
          ['concluded', 'validated', parseFile(path, text).entry?.title],
        );
        const body = text.slice(text.indexOf('\n---\n'));
        assert.ok(ended.includes(body.trimEnd()), 'the body is there, byte for byte');
      }),
      { numRuns: runs(200, 5000) },
    );
  }).timeout(patience);
});
