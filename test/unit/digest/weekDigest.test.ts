import assert from 'node:assert/strict';
import { plainMarkdown } from '../../../src/core/digest/plainMarkdown.ts';
import { weekDigest } from '../../../src/core/digest/weekDigest.ts';
import { entryOf } from '../../support/entryOf.ts';

const span = { since: '2026-03-02', until: '2026-03-08' };

describe('weekDigest', () => {
  it('has wins, learnings and thanks of the days, the oldest first, and nothing else', () => {
    const entries = [
      entryOf({ id: 'a', kind: 'win', date: '2026-03-09', title: 'Next week' }),
      entryOf({ id: 'b', kind: 'win', date: '2026-03-08', title: 'Fast search', people: ['ada'] }),
      entryOf({
        id: 'c',
        kind: 'kudos',
        date: '2026-03-05',
        title: 'The calm hand-over',
        people: ['Grace', 'Alan'],
      }),
      entryOf({ id: 'd', kind: 'kudos', date: '2026-03-05', title: 'Everyone on call' }),
      entryOf({ id: 'e', kind: 'failure', date: '2026-03-04', title: 'Double charge' }),
      entryOf({ id: 'f', kind: 'learning', date: '2026-03-03', title: 'Prices are cents' }),
      entryOf({ id: 'g', kind: 'win', date: '2026-03-02', title: 'Deploys take nine minutes' }),
      entryOf({ id: 'h', kind: 'win', date: '2026-03-01', title: 'Last week' }),
    ];
    assert.equal(
      weekDigest(entries, span, 'Checkout'),
      [
        '**What Checkout takes with it, since 2026-03-02**',
        '',
        '**Wins**',
        '- Deploys take nine minutes',
        '- Fast search',
        '',
        '**Learnings**',
        '- Prices are cents',
        '',
        '**Thanks**',
        '- Everyone on call',
        '- Grace, Alan: The calm hand-over',
        '',
      ].join('\n'),
    );
  });

  it('says kindly that a week was empty', () => {
    assert.match(
      weekDigest([], span),
      /^\*\*What we take with us, since 2026-03-02\*\*\n\nNo wins.*fine\.\n$/,
    );
  });

  it('[A27] [B33] [B35] shows titles and names as text, whatever they hold', () => {
    const text = weekDigest(
      [entryOf({ id: 'a', kind: 'kudos', title: '[x](command:y) <img> \u202e', people: ['@channel'] })],
      span,
    );
    assert.ok(text.includes(' \\[x\\](command:y) \\<img\\> \\<U+202E\\>\n'), text);
    assert.ok(!text.includes('@channel'), text);
  });
});

describe('plainMarkdown', () => {
  it('takes every mark its power, and leaves words with underscores and addresses alone', () => {
    assert.equal(plainMarkdown('*a* _b_ snake_case `c`'), '\\*a\\* \\_b\\_ snake_case \\`c\\`');
    assert.equal(plainMarkdown('# a'), '\\# a');
    assert.equal(plainMarkdown('1. a'), '1\\. a');
    assert.equal(plainMarkdown('ada@example.com'), 'ada@example.com');
    assert.equal(plainMarkdown('&amp; R&D'), '\\&amp; R&D');
  });
});
