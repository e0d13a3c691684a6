import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { similarCards } from '../../../src/core/board/similarCards.ts';
import { anyCardText } from '../minutes/anyMinutes.ts';
import { patience, runs } from '../format/anyDraft.ts';

/** Pairs of texts that are said to be alike. */
function pairsOf(...texts: readonly string[]): string[] {
  const cards = texts.map((text, index) => ({ id: String(index), text }));
  return similarCards(cards).map(({ first, second }) => `${texts[Number(first)]} | ${texts[Number(second)]}`);
}

describe('similarCards', () => {
  const others = [
    'Lunch together',
    'On call was quiet',
    'Nobody answers the phone',
    'Trop de réunions',
    '会议太多',
  ];

  it('finds cards that say the same in other words of the same roots', () => {
    assert.deepEqual(pairsOf('Tests are flaky', ...others, 'Flaky tests, again!'), [
      'Tests are flaky | Flaky tests, again!',
    ]);
    assert.deepEqual(pairsOf('The deploy takes too long', ...others, 'Deploying takes too long'), [
      'The deploy takes too long | Deploying takes too long',
    ]);
  });

  it('does so in any language, with accents or without', () => {
    assert.deepEqual(pairsOf(...others, 'Les REUNIONS, trop!'), ['Trop de réunions | Les REUNIONS, trop!']);
    assert.deepEqual(pairsOf(...others, '会议实在太多'), ['会议太多 | 会议实在太多']);
  });

  it('does not take words that all cards have for a likeness', () => {
    const cards = ['tests', 'lunch', 'quiet', 'glass', 'docs', 'people', 'trust', 'owls', 'money', 'chairs'];
    assert.deepEqual(pairsOf(...cards.map((word) => `We need more ${word}`)), []);
  });

  it('knows long texts by their rarest words', () => {
    const common = 'the team that was there at the time and had a look at what there was to see ';
    const long = (word: string): string => `${common.repeat(2)}${word} ${word}s ${word}ing everywhere`;
    const [one, other] = [`${long('deploy')} since Monday`, `Since Tuesday ${long('deploy')}`];
    const filler = ['lunch', 'review', 'meeting', 'alert', 'budget', 'office'].map(long);
    const cards = [one, ...filler, other].map((text, index) => ({ id: String(index), text }));
    const [best] = similarCards(cards);
    assert.deepEqual([best?.first, best?.second], ['0', '7']);
  });

  it('names the most alike first, and each card at most once as the later one', () => {
    const pairs = pairsOf('Slow tests', ...others, 'Slow tests', 'The tests are slow today');
    assert.equal(pairs[0], 'Slow tests | Slow tests');
    assert.equal(pairs.length, 2);
  });

  it('takes any cards', () => {
    fc.assert(
      fc.property(fc.array(anyCardText, { maxLength: 20 }), (texts) => {
        const found = similarCards(texts.map((text, index) => ({ id: String(index), text })));
        assert.ok(
          found.every(
            ({ first, second, likeness }) => Number(first) < Number(second) && likeness > 0 && likeness <= 1,
          ),
        );
      }),
      { numRuns: runs(200, 50_000) },
    );
  }).timeout(patience);
});
