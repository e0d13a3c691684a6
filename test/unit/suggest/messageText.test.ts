import assert from 'node:assert/strict';
import { explanationOf, subjectOf } from '../../../src/core/suggest/messageText.ts';

describe('what a commit message explains', () => {
  it('is what stands below the subject', () => {
    assert.equal(explanationOf('Cache pages\n\nThey are slow.\n\nVery.\n'), 'They are slow.\n\nVery.');
    assert.equal(explanationOf('Cache pages\r\n\r\nThey are slow.\r\n'), 'They are slow.');
    assert.equal(explanationOf('Cache pages'), '');
    assert.equal(explanationOf(''), '');
  });

  it('does not have the sentence that git writes into a revert', () => {
    const hash = 'a'.repeat(40);
    assert.equal(explanationOf(`Revert "x"\n\nThis reverts commit ${hash}.\n`), '');
    assert.equal(
      explanationOf(
        `Revert "x"\n\nThis reverts commit ${hash}, reversing\nchanges made to ${hash}.\n\nOrders were lost.`,
      ),
      'Orders were lost.',
    );
  });

  it('names nobody: trailers are left out', () => {
    const trailers = [
      'Signed-off-by: Ada Lovelace <ada@example.com>',
      'Co-authored-by: Grace Hopper <grace@example.com>',
      'Change-Id: I0123',
      'Cc: Alan',
      'Fixes: 0123456',
      '(cherry picked from commit 0123456)',
    ];
    assert.equal(
      explanationOf(`Subject\n\nWhy: it was slow.\n\n${trailers.join('\n')}\n`),
      'Why: it was slow.',
    );
  });

  it('is not longer than a page', () => {
    assert.equal(explanationOf(`Subject\n\n${'x'.repeat(10_000)}`).length, 4000);
  });

  it('begins with the first line that says something', () => {
    assert.equal(subjectOf('\n\r\n Cache pages \r\nmore'), 'Cache pages');
    assert.equal(subjectOf('\n\n'), '');
  });
});
