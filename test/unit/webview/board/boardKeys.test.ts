import assert from 'node:assert/strict';
import { boardKey, composerKey } from '../../../../src/webview/board/boardKeys.ts';
import type { Key } from '../../../../src/webview/capture/captureKeys.ts';

const press = (key: string, more: Partial<Key> = {}): Key => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});

describe('a key on the board', () => {
  it('does one thing for each letter, whether it is a capital or not', () => {
    assert.equal(boardKey(press('g')), 'group');
    assert.equal(boardKey(press('G', { shiftKey: true })), 'group');
    assert.equal(boardKey(press('?', { shiftKey: true })), 'help');
    assert.equal(boardKey(press('+', { shiftKey: true })), 'vote');
    assert.equal(boardKey(press('−')), 'unvote');
  });

  it('leaves keys of the editor alone', () => {
    assert.equal(boardKey(press('a', { ctrlKey: true })), undefined);
    assert.equal(boardKey(press('e', { metaKey: true })), undefined);
    assert.equal(boardKey(press('m', { altKey: true })), undefined);
    assert.equal(boardKey(press('z', { ctrlKey: true, shiftKey: true })), undefined);
    assert.equal(boardKey(press('Tab')), undefined);
  });

  it('undoes with Ctrl or Command', () => {
    assert.equal(boardKey(press('z', { ctrlKey: true })), 'undo');
    assert.equal(boardKey(press('Z', { metaKey: true })), 'undo');
  });

  it('moves a card with Alt and an arrow', () => {
    assert.equal(boardKey(press('ArrowUp', { altKey: true })), 'moveUp');
    assert.equal(boardKey(press('ArrowDown', { altKey: true })), 'moveDown');
    assert.equal(boardKey(press('ArrowDown')), 'down');
  });

  it('takes brackets from keyboards that type them with Alt', () => {
    assert.equal(boardKey(press(']', { altKey: true })), 'nextPhase');
    assert.equal(boardKey(press('[', { altKey: true, ctrlKey: true })), 'phaseBefore');
  });

  it('belongs to an input method while a word is put together', () => {
    assert.equal(boardKey(press('g', { isComposing: true })), undefined);
    assert.equal(composerKey(press('Enter', { isComposing: true }), 'に'), undefined);
  });
});

describe('a key in the field for a new card', () => {
  it('adds the card with Enter, and begins a line with Shift', () => {
    assert.equal(composerKey(press('Enter'), 'Deploys'), 'add');
    assert.equal(composerKey(press('Enter', { shiftKey: true }), 'Deploys'), undefined);
  });

  it('leads elsewhere by arrows only where nothing is written', () => {
    assert.equal(composerKey(press('ArrowUp'), ''), 'cards');
    assert.equal(composerKey(press('ArrowRight'), ''), 'after');
    assert.equal(composerKey(press('ArrowLeft'), ''), 'before');
    assert.equal(composerKey(press('ArrowUp'), 'x'), undefined);
    assert.equal(composerKey(press('ArrowRight'), 'x'), undefined);
  });

  it('leaves the field with Escape, and the text in it', () => {
    assert.equal(composerKey(press('Escape'), 'half a thought'), 'leave');
  });

  it('types every letter', () => {
    for (const letter of 'aegmxz?+-[]') {
      assert.equal(composerKey(press(letter), ''), undefined);
    }
  });
});
