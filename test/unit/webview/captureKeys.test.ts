import * as assert from 'node:assert/strict';
import { entryKinds } from '../../../src/core/entries/kinds.ts';
import {
  type FieldStand,
  fieldDeed,
  isLogKey,
  isPlainLetter,
  type Key,
  logKeyName,
} from '../../../src/webview/capture/captureKeys.ts';
import { kindOfLetter, kindWords } from '../../../src/webview/capture/kindWords.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false };
const key = (name: string, more: Partial<Key> = {}): Key => ({ ...plain, key: name, ...more });
const field: FieldStand = { typed: '', open: false, takesWords: true };

describe('the keys of the capture view', () => {
  it('log with Control or Command and Enter', () => {
    assert.ok(isLogKey(key('Enter', { ctrlKey: true })));
    assert.ok(isLogKey(key('Enter', { metaKey: true })));
  });

  it('log with nothing else', () => {
    const others = [
      key('Enter'),
      key('s', { ctrlKey: true }),
      ...(['altKey', 'shiftKey', 'isComposing'] as const).map((more) =>
        key('Enter', { ctrlKey: true, [more]: true }),
      ),
    ];
    assert.deepEqual(others.filter(isLogKey), []);
  });

  it('are called by the name that they have on the keyboard', () => {
    assert.deepEqual([logKeyName(true), logKeyName(false)], ['⌘Enter', 'Ctrl+Enter']);
  });

  it('have one letter for each kind', () => {
    assert.equal(entryKinds.map((kind) => kindWords(kind).letter).join(' '), 'w f l e a k b');
    assert.deepEqual(
      entryKinds.map((kind) => kindOfLetter(kindWords(kind).letter.toUpperCase())),
      [...entryKinds],
    );
    assert.equal(kindOfLetter('x'), undefined);
  });

  it('take a letter only by itself', () => {
    assert.ok(isPlainLetter(key('w')));
    assert.deepEqual(
      [key('w', { ctrlKey: true }), key('w', { metaKey: true }), key('Tab')].filter(isPlainLetter),
      [],
    );
  });
});

describe('the keys of a field with completion', () => {
  it('choose with Enter, and with a comma where words are typed', () => {
    assert.equal(fieldDeed(key('Enter'), field), 'choose');
    assert.equal(fieldDeed(key(','), field), 'choose');
    assert.equal(fieldDeed(key(','), { ...field, takesWords: false }), undefined);
  });

  it('remove the last chip with Backspace, but never a chip while there are letters to remove', () => {
    assert.equal(fieldDeed(key('Backspace'), field), 'removeLast');
    assert.equal(fieldDeed(key('Backspace'), { ...field, typed: 'a' }), undefined);
  });

  it('go one step back with Escape', () => {
    assert.equal(fieldDeed(key('Escape'), { ...field, open: true }), 'close');
    assert.equal(fieldDeed(key('Escape'), field), 'leave');
  });

  it('belong to the input method while it puts a word together', () => {
    for (const name of ['Enter', ',', 'Backspace', 'Escape', 'ArrowDown']) {
      assert.equal(fieldDeed(key(name, { isComposing: true }), field), undefined);
    }
  });

  it('leave Control and Enter to the view', () => {
    assert.equal(fieldDeed(key('Enter', { ctrlKey: true }), field), undefined);
  });
});
