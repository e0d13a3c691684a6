import assert from 'node:assert/strict';
import { mentionedIds, messageMarks, pullRequestOf } from '../../../src/core/links/messageMarks.ts';
import { fill, growth, largest } from '../format/growthOf.ts';

const [one, two] = ['1'.repeat(40), '2'.repeat(64)];
const change = `I${'a'.repeat(40)}`;

describe('what a message says', () => {
  it('is the ids of entries, wherever they stand', () => {
    for (const [message, ids] of [
      ['Fix\n\nRetro: k3f9q2xa\n', ['k3f9q2xa']],
      ['Fix\n\n    Retro: k3f9q2xa\n\n    More', ['k3f9q2xa']],
      ['* Fix\n\n* retro: k3f9q2xa', ['k3f9q2xa']],
      ['Fix (Retro: k3f9q2xa)', ['k3f9q2xa']],
      ['Retro: k3f9q2xa, m2x7k9qa,p8d2aa0e and so on', ['k3f9q2xa', 'm2x7k9qa', 'p8d2aa0e']],
      ['Retro: k3f9q2xa\nRetro: k3f9q2xa', ['k3f9q2xa']],
      ['Introretro: k3f9q2xa', []],
      ['Retro k3f9q2xa, Retro:', []],
      ['Retro: abc', []],
    ] as const) {
      assert.deepEqual(mentionedIds(message), ids, JSON.stringify(message));
    }
  });

  it('is one Change-Id; a message put together from several has none of its own', () => {
    assert.equal(messageMarks('Fix', `\nWhy.\n\nChange-Id: ${change}\n`)?.change, change);
    assert.equal(
      messageMarks('Fix', `\nChange-Id: ${change}\n\nChange-Id: I${'b'.repeat(40)}\n`)?.change,
      undefined,
    );
    assert.equal(messageMarks(`Change-Id: ${change}`, '')?.change, undefined);
  });

  it('is the number of a pull request, as each host writes it', () => {
    for (const [subject, body, number] of [
      ['Make it fast (#123)', '', 123],
      ['Merged in fast (pull request #12)', '', 12],
      ['Merged PR 9: Make it fast', '', 9],
      ['Make it fast', '\nSee merge request shop/cart!45', 45],
      ['Revert "Make it fast (#123)"', '', undefined],
      ['Make it fast (#123) again', '', undefined],
      ['Make it fast (#0)', '', undefined],
    ] as const) {
      assert.equal(pullRequestOf(subject, body), number, subject);
    }
  });

  it('is what git noted: picked from one commit, or squashed from several', () => {
    const picked = messageMarks('Fix', `\n(cherry picked from commit ${one})\n`);
    assert.deepEqual([picked?.picked, picked?.squashed], [[one], []]);
    const list = `\ncommit ${one}\nAuthor: Ada\n\n    Fix\n\ncommit ${two}\nAuthor: Ada\n`;
    const squashed = messageMarks('Squashed commit of the following:', list);
    assert.deepEqual([squashed?.picked, squashed?.squashed], [[], [one, two]]);
    assert.deepEqual(messageMarks('Fix', list)?.squashed ?? [], []);
  });

  it('is found in time that grows with the message, whatever is in it', () => {
    for (const part of ['Retro: ', 'Retro: abcd , ', 'Change-Id: I', '(#', '    ', 'Retro: abcd\t']) {
      const message = fill(part, largest);
      const take = (size: number) => messageMarks(message.slice(0, size), message.slice(0, size));
      assert.ok(growth(take) < 3, part);
    }
  });
});
