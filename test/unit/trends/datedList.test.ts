import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { addDays } from '../../../src/core/dates.ts';
import { DatedList } from '../../../src/core/trends/datedList.ts';

interface Thing {
  readonly name: number;
  readonly day: string | undefined;
}

const day = fc.integer({ min: 0, max: 30 }).map((days) => addDays('2026-01-01', days));
const things = fc
  .array(fc.option(day, { nil: undefined }), { maxLength: 40 })
  .map((days) => days.map((one, name): Thing => ({ name, day: one })));

/** Those of a window, the earliest first, without any index. */
function plainly(all: readonly Thing[], from: string, to: string): readonly Thing[] {
  return all
    .filter((thing) => thing.day !== undefined && from <= thing.day && thing.day <= to)
    .toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : a.day === b.day ? a.name - b.name : 1));
}

describe('things by their day', () => {
  it('are found of one window after another, however far back each reaches', () => {
    fc.assert(
      fc.property(things, fc.array(fc.tuple(day, day), { maxLength: 8 }), (all, windows) => {
        const list = new DatedList(all, (thing) => thing.day);
        for (const [from, to] of windows) {
          assert.deepEqual(list.within({ from, to }), plainly(all, from, to));
        }
        assert.deepEqual(list.all, plainly(all, '', '9'));
        assert.equal(list.firstDay, plainly(all, '', '9')[0]?.day);
      }),
    );
  });

  it('come the latest day first where that is asked for, whatever their order was', () => {
    fc.assert(
      fc.property(things, (all) => {
        const days = new DatedList(all, (thing) => thing.day).latestFirst.map((thing) => thing.day);
        assert.deepEqual(
          days,
          plainly(all, '', '9')
            .map((thing) => thing.day)
            .toReversed(),
        );
      }),
    );
  });
});
