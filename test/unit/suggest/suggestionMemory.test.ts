import assert from 'node:assert/strict';
import {
  acceptanceOf,
  answered,
  isDismissed,
  isSilent,
  muted,
  noMemory,
  readMemory,
  type SuggestionMemory,
  unmuted,
} from '../../../src/core/suggest/suggestionMemory.ts';

const rule = 'flaky';
const after = (answers: string, memory: SuggestionMemory = noMemory) =>
  Array.from(answers).reduce(
    (all, answer, at) => answered(all, { id: `${all.answers.length}-${at}`, rule }, answer === '+'),
    memory,
  );

describe('the memory of suggestions', () => {
  it('knows what was turned down, and takes a change of mind', () => {
    const dismissed = answered(noMemory, { id: 'one', rule }, false);
    assert.equal(isDismissed(dismissed, 'one'), true);
    assert.equal(isDismissed(dismissed, 'two'), false);
    const taken = answered(dismissed, { id: 'one', rule }, true);
    assert.equal(isDismissed(taken, 'one'), false);
    assert.deepEqual(acceptanceOf(taken, rule), { accepted: 1, answered: 1 });
  });

  for (const [answers, silent] of [
    ['-------', false],
    ['--------', true],
    ['+-------', true],
    ['++------', false],
    ['+---------', true],
    ['++--------', false],
    ['++---------', true],
    ['', false],
  ] as const) {
    it(`${silent ? 'silences' : 'listens to'} a rule after ${answers === '' ? 'no answer' : answers}`, () => {
      assert.equal(isSilent(after(answers), rule), silent);
      assert.equal(isSilent(after(answers), 'revert'), false);
    });
  }

  it('looks at the latest sixteen answers only', () => {
    assert.equal(isSilent(after(`${'+'.repeat(50)}${'-'.repeat(12)}`), rule), false);
    assert.equal(isSilent(after(`${'+'.repeat(50)}${'-'.repeat(13)}`), rule), true);
  });

  it('keeps a muted rule muted until it is unmuted, whatever is answered', () => {
    const memory = after('++++++++++', muted(muted(noMemory, rule), rule));
    assert.deepEqual(memory.muted, [rule]);
    assert.equal(isSilent(memory, rule), true);
    assert.equal(isSilent(unmuted(memory, rule), rule), false);
  });

  it('judges an unmuted rule anew, and still knows what was turned down', () => {
    const memory = unmuted(after('--------'), rule);
    assert.equal(isSilent(memory, rule), false);
    assert.deepEqual(acceptanceOf(memory, rule), { accepted: 0, answered: 0 });
    assert.equal(isDismissed(memory, '0-0'), true);
    assert.equal(isSilent(after('--------', memory), rule), true);
  });

  it('does not grow for ever', () => {
    assert.equal(after('-'.repeat(1100)).answers.length, 1000);
  });

  it('reads back what was kept, and leaves out what is none', () => {
    const memory = muted(after('+-'), 'revert');
    assert.deepEqual(readMemory(JSON.parse(JSON.stringify(memory))), memory);
    for (const kept of [
      undefined,
      null,
      3,
      'x',
      [],
      { answers: 3, muted: 'flaky' },
      { answers: [null, {}, { id: 1 }] },
    ]) {
      assert.deepEqual(readMemory(kept), noMemory);
    }
    assert.deepEqual(readMemory({ muted: ['flaky', 'of-tomorrow', 'flaky'] }).muted, ['flaky']);
  });
});
