import assert from 'node:assert/strict';
import { FailureIndex, type Told } from '../../../src/core/resemblance/failureIndex.ts';
import { failureEntry, type ToldFailure, toldFailures } from '../../support/toldFailures.ts';

const { earlier, again, strangers } = toldFailures();

describe('failures that were told twice, among strangers', () => {
  const index = indexOf([...earlier, ...strangers]);

  it('are hand-made: 50 pairs and 200 strangers', () => {
    assert.deepEqual([earlier.length, again.length, strangers.length], [50, 50, 200]);
  });

  it('are found with a precision of at least 0.9 and a recall of at least 0.7', () => {
    const found = again.map((told, at) => lookUp(index, told, at));
    const shown = found.reduce((sum, one) => sum + one.shown, 0);
    const right = found.filter((one) => one.right).length;
    console.log(
      `      told again: ${right} of ${again.length} found, among ${shown} shown (precision ${rate(right, shown)}, recall ${rate(right, again.length)})`,
    );
    assert.ok(right / shown >= 0.9, `precision ${rate(right, shown)}`);
    assert.ok(right / again.length >= 0.7, `recall ${rate(right, again.length)}`);
  });

  it('are not seen in what has not happened before: nothing is shown for 95 of 100 strangers', () => {
    const noisy = strangers.filter((told, at) => {
      const others = strangers.filter((_other, other) => other !== at);
      return indexOf([...earlier, ...others]).find(told, 3).length > 0;
    });
    console.log(`      told for the first time: something shown for ${noisy.length} of ${strangers.length}`);
    assert.ok(noisy.length <= 0.05 * strangers.length, noisy.map(({ title }) => title).join('\n'));
  }).timeout(20_000);

  it('are found just so in texts of twice the length', () => {
    const longer = (told: ToldFailure, at: number): ToldFailure => {
      const more = strangers[at]?.text ?? '';
      return { ...told, body: `${told.body} ${more}`, text: `${told.text} ${more}` };
    };
    const others = strangers.slice(100, 150).map((told, at) => longer(told, 150 + at));
    const long = indexOf([...earlier.map((told, at) => longer(told, at)), ...others]);
    const found = again.map((told, at) => lookUp(long, longer(told, 50 + at), at));
    const shown = found.reduce((sum, one) => sum + one.shown, 0);
    const right = found.filter((one) => one.right).length;
    console.log(
      `      in longer texts: precision ${rate(right, shown)}, recall ${rate(right, again.length)}`,
    );
    assert.ok(right / shown >= 0.9 && right / again.length >= 0.7);
  });
});

function indexOf(failures: readonly ToldFailure[]): FailureIndex {
  const index = new FailureIndex();
  failures.forEach((told, at) => index.put(failureEntry(told, `f${at}`), told.body));
  return index;
}

/** How many were shown for a failure that was told again, and whether its earlier one was among them. */
function lookUp(index: FailureIndex, told: Told, at: number): { shown: number; right: boolean } {
  const found = index.find(told, 3);
  return { shown: found.length, right: found.some(({ path }) => path.endsWith(`-f${at}.md`)) };
}

function rate(part: number, whole: number): string {
  return (part / whole).toFixed(2);
}
