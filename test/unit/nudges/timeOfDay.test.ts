import assert from 'node:assert/strict';
import { minuteOfDay } from '../../../src/core/nudges/timeOfDay.ts';

describe('a time of day', () => {
  for (const [text, minute] of [
    ['16:30', 990],
    ['9:05', 545],
    ['00:00', 0],
    [' 23:59 ', 1439],
    ['24:00', undefined],
    ['16:60', undefined],
    ['4 pm', undefined],
    ['never', undefined],
    ['', undefined],
  ] as const) {
    it(`“${text}” is ${minute ?? 'none'}`, () => {
      assert.equal(minuteOfDay(text), minute);
    });
  }
});
