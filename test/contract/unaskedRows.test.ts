import assert from 'node:assert/strict';
import { UnaskedRows } from '../../src/extension/unaskedRows.ts';

describe('a tree that is drawn anew', () => {
  let told: (readonly string[] | undefined)[];
  let rows: UnaskedRows<string>;
  let due: (() => void) | undefined;
  beforeEach(() => {
    told = [];
    due = undefined;
    rows = new UnaskedRows<string>(
      (which) => told.push(which),
      (_milliseconds, deed) => {
        due = deed;
        return () => {
          due = undefined;
        };
      },
    );
  });

  /** The editor asks for the first rows, of which some are open, and for what is in some of those. */
  function asks(open: readonly string[], within: readonly string[]): void {
    rows.asked(undefined);
    open.forEach((row) => rows.gave(row));
    within.forEach((row) => rows.asked(row));
  }

  it('is left alone where the editor has asked for all of it', () => {
    rows.begin();
    asks(['this week', 'kudos'], ['this week', 'kudos']);
    due?.();
    assert.deepEqual(told, []);
  });

  it('has the rows drawn again that the editor forgot to ask for', () => {
    rows.begin();
    asks(['this week', 'kudos'], ['kudos']);
    due?.();
    assert.deepEqual(told, [['this week']]);
  });

  it('is drawn again where the editor has asked for nothing, and twice at most', () => {
    rows.begin();
    for (let times = 0; times < 5; times += 1) {
      due?.();
    }
    assert.deepEqual(told, [undefined, undefined]);
    rows.begin();
    due?.();
    asks(['this week'], []);
    due?.();
    assert.deepEqual(told.slice(2), [undefined, ['this week']]);
  });

  it('is looked at once after it was told to be drawn twice in a row', () => {
    rows.begin();
    asks(['last week'], []);
    rows.begin();
    asks(['this week'], ['this week']);
    due?.();
    assert.deepEqual(told, []);
  });
});
