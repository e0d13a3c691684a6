import assert from 'node:assert/strict';
import { finish } from '../../../src/core/steps.ts';
import { Timeline, timelineInSteps } from '../../../src/core/trends/timeline.ts';
import { entryOf } from '../../support/entryOf.ts';

const rest = { pages: [], problems: [], history: { state: 'notCollected' } } as const;

describe('a log that is laid out in steps', () => {
  it('is the one that there was at the first step, whatever comes and goes meanwhile', () => {
    const ids = Array.from({ length: 5000 }, (_, at) => `e${String(at).padStart(7, '0')}`);
    const entries = [...ids, ids[0] ?? ''].map((id, at) => entryOf({ id, path: `retro/entries/${at}.md` }));
    const wanted = new Timeline({ ...rest, entries: [...entries] });
    const steps = timelineInSteps({ ...rest, entries });
    assert.equal(steps.next().done, false);
    entries.splice(0, 4000);
    const log = finish(steps);
    assert.deepEqual(log.whole, wanted.whole);
    assert.deepEqual(log.notes, wanted.notes);
    assert.equal(log.whole.length, 5000);
  });
});
