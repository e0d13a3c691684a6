import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answerJson, retrolog, retrologJson } from './commandLine.ts';
import { Scene } from './scene.ts';

const today = () => new Date().toISOString().slice(0, 10);

describe('retrolog start, conclude and close', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = Scene.outsideGit();
  });

  afterEach(() => scene.remove());

  const text = (path: string) => readFileSync(scene.path(path), 'utf8');

  it('take an experiment from its plan to its end, with today as the day', async () => {
    const path = scene.writeEntry({ id: 'k3f9q2xa', kind: 'experiment', title: 'Jitter' });
    const started = await retrologJson(scene.root, ['start', 'k3f9q2xa']);
    assert.deepEqual([started.code, started.json], [0, { id: 'k3f9q2xa', path }]);
    assert.ok(text(path).includes(`\nstatus: running\nstarted: ${today()}\n`), text(path));
    const ended = await retrolog(scene.root, [
      'conclude',
      'k3f9q2xa',
      '--outcome',
      'inconclusive',
      '--result',
      'Too few visitors.',
    ]);
    assert.deepEqual([ended.code, ended.stdout], [0, `Concluded k3f9q2xa “Jitter”\n${path}\n`]);
    assert.ok(
      text(path).endsWith(
        `status: concluded\nstarted: ${today()}\nconcluded: ${today()}\noutcome: inconclusive\n---\n\n# Jitter\n\n## Result\n\nToo few visitors.\n`,
      ),
      text(path),
    );
    assert.deepEqual(
      (await retrologJson(scene.root, ['check'])).json.problems.map((one) => one.severity),
      ['warning'],
    );
  });

  it('close an action, drop one with a reason, and clear a blocker', async () => {
    const done = scene.writeEntry({ id: 'k0000001', kind: 'action' });
    const dropped = scene.writeEntry({ id: 'k0000002', kind: 'action' });
    const cleared = scene.writeEntry({ id: 'k0000003', kind: 'blocker' });
    const date = ['--date', '2026-03-06'];
    assert.equal((await answerJson(scene.root, ['close', 'k0000001', ...date])).code, 0);
    assert.ok(text(done).includes('\nstatus: done\nclosed: 2026-03-06\n---'));
    const drop = ['close', 'k0000002', '--dropped', '--reason', 'Bought one', ...date];
    assert.equal((await answerJson(scene.root, drop)).code, 0);
    assert.ok(text(dropped).includes('\nstatus: dropped\nclosed: 2026-03-06\nreason: Bought one\n---'));
    assert.equal((await answerJson(scene.root, ['close', 'k0000003', ...date])).code, 0);
    assert.ok(text(cleared).includes('\nstatus: cleared\nclosed: 2026-03-06\n---'));
  });

  it('refuse what cannot be, and change nothing then', async () => {
    const path = scene.writeEntry({ id: 'k0000001', kind: 'win' });
    const before = text(path);
    const refused: readonly (readonly [readonly string[], number, string])[] = [
      [['close', 'k0000001'], 1, 'bad-input'],
      [['start', 'k0000001'], 1, 'bad-input'],
      [['conclude', 'k0000001', '--outcome', 'stopped'], 1, 'bad-input'],
      [['close', 'k0000009'], 1, 'not-found'],
      [['conclude', 'k0000001'], 2, 'usage'],
      [['conclude', 'k0000001', '--outcome', 'great'], 2, 'usage'],
      [['close', 'k0000001', '--dropped'], 2, 'usage'],
      [['close', 'k0000001', '--reason', 'x'], 2, 'usage'],
      [['start', 'k0000001', '--date', '2026-02-30'], 2, 'usage'],
      [['start'], 2, 'usage'],
    ];
    for (const [args, code, name] of refused) {
      const answer = await answerJson(scene.root, args);
      assert.deepEqual([answer.code, answer.json.error.code], [code, name], args.join(' '));
    }
    assert.equal(text(path), before);
  });

  it('start one experiment more than the team means to run, and say so on stderr', async () => {
    scene.write('retro/retro.yml', 'experiments: {limit: 1}\n');
    scene.writeEntry({ id: 'k0000001', kind: 'experiment' });
    const second = scene.writeEntry({ id: 'k0000002', kind: 'experiment' });
    assert.equal((await answerJson(scene.root, ['start', 'k0000001'])).stderr, '');
    const over = await answerJson(scene.root, ['start', 'k0000002']);
    assert.deepEqual(
      [over.code, over.stderr],
      [0, '2 experiments are running now; the team means to run at most 1 at once.'],
    );
    assert.ok(text(second).includes('status: running'));
  });

  it('say how many files were left out, and go on', async () => {
    scene.write('retro/entries/2026/bad.md', 'nothing');
    scene.writeEntry({ id: 'k0000001', kind: 'action' });
    const closed = await answerJson(scene.root, ['close', 'k0000001']);
    assert.deepEqual([closed.code, closed.stderr], [0, '1 file was left out. “retrolog check” says why.']);
  });
});
