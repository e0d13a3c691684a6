import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { nudgeKinds } from '../../../src/core/nudges/nudge.ts';
import { type Habits, type LivedDays, liveThrough } from './livedDays.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyHabits: fc.Arbitrary<Habits> = fc.record({
  name: fc.constant('anybody'),
  question: fc.option(fc.integer({ min: 9 * 60, max: 18 * 60 }), { nil: undefined }),
  logs: share,
  busy: share,
  answers: share,
  putsOff: share,
  hasEnough: share,
  weeksWithWins: share,
  moments: share,
  untouched: fc.boolean(),
});

/** A team of people who differ; what they do is made up, by one seed each. */
const usual = {
  question: 16 * 60 + 30,
  logs: 0.1,
  busy: 0.3,
  answers: 0.5,
  putsOff: 0.05,
  hasEnough: 0,
  weeksWithWins: 0.8,
  moments: 0.01,
};
const team: readonly Habits[] = [
  { ...usual, name: 'answers mostly', untouched: false },
  { ...usual, name: 'lets it pass', answers: 0.05, putsOff: 0.2, untouched: false },
  { ...usual, name: 'logs a lot unasked', logs: 0.8, untouched: false },
  { ...usual, name: 'is always busy', busy: 1, untouched: false },
  { ...usual, name: 'has enough of it soon', hasEnough: 0.3, untouched: false },
  { ...usual, name: 'left the settings alone', question: undefined, answers: 0, untouched: true },
  { ...usual, name: 'takes up the offer', question: undefined, answers: 1, untouched: true },
  { ...usual, name: 'chose never', question: undefined, untouched: false },
];

describe('simulated months', function () {
  this.timeout(60_000);

  function anyMonths(holds: (lived: LivedDays, habits: Habits) => void): void {
    fc.assert(
      fc.property(anyHabits, fc.integer(), fc.integer({ min: 1, max: 120 }), (habits, seed, days) => {
        holds(liveThrough('2026-01-01', days, habits, seed), habits);
      }),
      { numRuns: 300 },
    );
  }

  it('show never more than one thing a day', () => {
    anyMonths(({ shown }) => {
      const days = shown.map(({ now }) => now.day);
      assert.equal(new Set(days).size, days.length);
    });
  });

  it('show nothing for the same occasion twice', () => {
    anyMonths(({ shown }) => {
      const occasions = shown.map(({ nudge }) => `${nudge.kind} ${nudge.occasion}`);
      assert.equal(new Set(occasions).size, occasions.length);
    });
  });

  it('ask nothing after “never”', () => {
    anyMonths(({ shown }, { question, untouched }) => {
      assert.equal(shown.filter(({ refused }) => refused).length, 0);
      if (question === undefined && !untouched) {
        assert.ok(shown.every(({ nudge }) => nudge.kind === 'digest' || nudge.kind === 'moment'));
      }
    });
  });

  it('show nothing while somebody debugs, has a board open, writes, is elsewhere or wants quiet', () => {
    anyMonths(({ shown }) => {
      assert.equal(shown.filter(({ doing }) => Object.values(doing).includes(true)).length, 0);
    });
  });

  it('show somebody who is free and never logs anything the question on each day of work', () => {
    const habits = {
      ...usual,
      name: 'free',
      logs: 0,
      busy: 0,
      answers: 0,
      putsOff: 0,
      weeksWithWins: 0,
      moments: 0,
      untouched: false,
    };
    const { shown, muted } = liveThrough('2026-01-05', 28, habits, 1);
    assert.ok(shown.length > 14 && shown.length <= 20, String(shown.length));
    assert.ok(shown.every(({ now }) => now.minute === 16 * 60 + 30));
    assert.equal(muted.size, 0);
  });

  it('of a year are few for each person of a team, and here is how many', () => {
    const rows = team.map((habits) => ({
      name: habits.name,
      ...liveThrough('2025-12-01', 365, habits, habits.name),
    }));
    for (const { name, shown, muted } of rows) {
      const kinds = nudgeKinds.map(
        (kind) => [kind, shown.filter(({ nudge }) => nudge.kind === kind).length] as const,
      );
      console.log(`      ${name}: ${shown.length} shown (${words(kinds)}); days muted: ${words([...muted])}`);
    }
    const kindsOf = (person: string) =>
      new Set(rows.find(({ name }) => name === person)?.shown.map(({ nudge }) => nudge.kind));
    assert.deepEqual(kindsOf('is always busy'), new Set());
    assert.ok(!kindsOf('chose never').has('question') && !kindsOf('chose never').has('invitation'));
    assert.ok(!kindsOf('left the settings alone').has('question'));
    assert.ok(rows.every(({ shown }) => shown.length <= 235));
  });
});

function words(counts: readonly (readonly [string, number])[]): string {
  const said = counts.filter(([, count]) => count !== 0).map(([what, count]) => `${what} ${count}`);
  return said.length === 0 ? 'none' : said.join(', ');
}
