import assert from 'node:assert/strict';
import type { Trends } from '../../../src/core/trends/trends.ts';
import { answerJson, retrolog, retrologJson } from './commandLine.ts';
import { Scene } from './scene.ts';

describe('retrolog trends', function () {
  this.timeout(60_000);
  let scene: Scene;
  afterEach(() => scene.remove());

  const until = ['--until', '2026-03-15'];
  const trends = async (...args: string[]): Promise<Trends> =>
    (await answerJson(scene.root, ['trends', ...until, ...args])).json as unknown as Trends;

  it('prints the window, the buckets and every indicator', async () => {
    scene = Scene.inRepository();
    scene.writeEntry({ id: 'k3f9q2xa', kind: 'failure', date: '2026-02-20' });
    scene.writeEntry({ id: 'm2x7k9qa', date: '2026-02-25', more: ['links: [k3f9q2xa]'] });
    scene.commit('src/a.ts', 'a\n', 'One');
    const { from, to, every, buckets, indicators, notes } = await trends('--since', '2026-03-02');
    assert.deepEqual(
      { from, to, every, notes },
      { from: '2026-03-02', to: '2026-03-15', every: 'week', notes: [] },
    );
    assert.deepEqual(
      buckets.map(({ start }) => start),
      ['2026-03-02', '2026-03-09'],
    );
    assert.equal(Object.keys(indicators).length, 17);
    assert.deepEqual(indicators.learningYield, { k: 1, n: 1, interval: null, previous: { k: 0, n: 0 } });
    assert.deepEqual(indicators.timeToLearning, { median: 5, within14: { k: 1, n: 1 }, open: 0, n: 1 });
    // Its one author was active: in the commit's week and by the date of the entries.
    assert.deepEqual(indicators.participation, { k: 1, n: 1, interval: null, previous: { k: 0, n: 0 } });
  });

  it('says “not collected” outside of git, and goes on', async () => {
    scene = Scene.outsideGit();
    scene.writeEntry({ id: 'm2x7k9qa', date: '2026-03-10' });
    const { indicators, notes, from } = await trends();
    assert.equal(from, '2025-09-15');
    assert.deepEqual(indicators.spread, { missing: 'not collected' });
    assert.equal(indicators.learningRate.value, 1);
    assert.deepEqual(
      notes.map(({ code }) => code),
      ['history-not-collected'],
    );
  });

  it('narrows every figure to an area of the code or to a tag', async () => {
    scene = Scene.inRepository();
    scene.writeEntry({ id: 'k3f9q2xa', date: '2026-03-10', more: ['tags: [cache]'] });
    scene.writeEntry({ id: 'm2x7k9qa', date: '2026-03-10', more: ['code:', '  - path: src/pay/a.ts'] });
    const all = await trends();
    const [tagged, placed] = [await trends('--tag', 'Cache'), await trends('--area', 'src/pay')];
    const learned = ({ indicators }: Trends): number => indicators.learningRate.value;
    assert.deepEqual([all, tagged, placed].map(learned), [2, 1, 1]);
    assert.deepEqual([tagged.tag, placed.area, all.tag], ['Cache', 'src/pay', undefined]);
    assert.deepEqual(tagged.indicators.participation, { missing: 'not collected for a tag' });
  });

  it('shows people a table of the same, and refuses what cannot be meant', async () => {
    scene = Scene.inRepository();
    scene.writeEntry({ id: 'm2x7k9qa', date: '2026-03-10' });
    const { stdout, code } = await retrolog(scene.root, ['trends', ...until]);
    assert.equal(code, 0);
    assert.match(stdout, /^Learnings +1 \(0–5\.6\) +0 +4 weeks$/m);
    assert.equal((await retrolog(scene.root, ['trends', '--every', 'day'])).code, 2);
    for (const [since, sentence] of [
      ['2026-03-16', /There are no days to count from 2026-03-16 to 2026-03-15\./],
      ['1900-01-01', /There are too many days from 1900-01-01 to 2026-03-15: at most 20000 are counted\./],
    ] as const) {
      const ended = await retrolog(scene.root, ['trends', ...until, '--since', since]);
      assert.equal(ended.code, 2);
      assert.match(ended.stderr, sentence);
    }
  });

  it('says on stderr that a tag or an area has no entries, and prints its zeros all the same', async () => {
    scene = Scene.inRepository();
    scene.writeEntry({
      id: 'm2x7k9qa',
      date: '2026-03-10',
      more: ['tags: [caching]', 'code: [{path: src/a.ts}]'],
    });
    const said: [string[], string][] = [
      [['--tag', 'cashing'], 'No entry has the tag “cashing”.'],
      [['--area', 'scr'], 'No entry is about the area “scr”.'],
      [['--area', 'src', '--tag', 'x'], 'No entry is about the area “src” and has the tag “x”.'],
    ];
    for (const [part, sentence] of said) {
      const { code, json, stderr } = await retrologJson(scene.root, ['trends', ...until, ...part]);
      assert.equal(code, 0);
      assert.ok('indicators' in json);
      assert.ok(stderr.includes(sentence), stderr);
    }
    for (const part of [[], ['--tag', 'Caching'], ['--area', 'src', '--tag', 'caching']]) {
      assert.doesNotMatch((await retrolog(scene.root, ['trends', ...until, ...part])).stderr, /No entry/);
    }
  });
});
