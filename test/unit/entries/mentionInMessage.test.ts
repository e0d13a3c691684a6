import assert from 'node:assert/strict';
import { mentionInMessage } from '../../../src/core/entries/mentionInMessage.ts';

describe('a commit message that names an entry', () => {
  for (const [before, after] of [
    ['Fix the cart', 'Fix the cart\n\nRetro: k3f9q2xa'],
    ['Fix the cart\n\nBecause.\n\n', 'Fix the cart\n\nBecause.\n\nRetro: k3f9q2xa'],
    ['', '\n\nRetro: k3f9q2xa'],
    ['Fix\n\nRetro: m2x7k9qa', 'Fix\n\nRetro: m2x7k9qa\nRetro: k3f9q2xa'],
    ['Fix\r\n\r\nWhy', 'Fix\n\nWhy\n\nRetro: k3f9q2xa'],
    ['Fix\n\nRetro: k3f9q2xab', 'Fix\n\nRetro: k3f9q2xab\nRetro: k3f9q2xa'],
  ] as const) {
    it(`is ${JSON.stringify(after)} after ${JSON.stringify(before)}`, () =>
      assert.equal(mentionInMessage(before, 'k3f9q2xa'), after));
  }

  it('stays as it is where it names the entry already', () => {
    for (const message of [
      'Fix\n\nRetro: k3f9q2xa\n',
      'Fix\nRetro:  k3f9q2xa \n\nMore\r\n',
      'Fix (Retro: m2x7k9qa, k3f9q2xa)',
    ]) {
      assert.equal(mentionInMessage(message, 'k3f9q2xa'), message);
    }
  });
});
