import assert from 'node:assert/strict';
import { Chord, type ChordKey } from '../../../src/webview/chord.ts';

const key = (name: string, timeStamp: number, more: Partial<ChordKey> = {}): ChordKey => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  timeStamp,
  ...more,
});
const first = (timeStamp: number) => key('k', timeStamp, { ctrlKey: true });

describe('a chord of the editor', () => {
  it('ends with the next key, whatever is held meanwhile, and with none after it', () => {
    const chord = new Chord(false);
    assert.deepEqual(
      [first(0), key('Shift', 1), key('L', 2), key('L', 3), key('k', 4), key('l', 5)].map((one) =>
        chord.ends(one),
      ),
      [false, false, true, false, false, false],
    );
  });

  it('ends with its own first key, which begins no other', () => {
    const chord = new Chord(false);
    assert.deepEqual(
      [first(0), first(1), key('l', 2)].map((one) => chord.ends(one)),
      [false, true, false],
    );
  });

  it('is over when nobody goes on with it', () => {
    const chord = new Chord(false);
    chord.ends(first(0));
    assert.equal(chord.ends(key('l', 5000)), false);
    chord.ends(first(6000));
    chord.forget();
    assert.equal(chord.ends(key('l', 6001)), false);
  });

  it('begins with Command on a Mac, where Control and K cut a line', () => {
    const chord = new Chord(true);
    chord.ends(first(0));
    assert.equal(chord.ends(key('l', 1)), false);
    chord.ends(key('k', 2, { metaKey: true }));
    assert.equal(chord.ends(key('l', 3)), true);
  });
});
