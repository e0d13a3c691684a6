import assert from 'node:assert/strict';
import type { PulseFacts } from '../../../../src/protocol/livePulse.ts';
import { pulseNotice } from '../../../../src/webview/board/pulseNotice.ts';
import { emptySheet, leftOpen, ratingOf, sheetOf } from '../../../../src/webview/board/pulseSheet.ts';

const facts: PulseFacts = {
  state: 'none',
  round: '',
  lost: '',
  answered: 0,
  mine: false,
  result: null,
  path: '',
  offered: [],
};
const survey = {
  name: 'Pace',
  purpose: '',
  source: '',
  scale: { from: 1, to: 5, low: '', high: '' },
  questions: [{ id: 'pace', text: 'All is well.' }],
};

describe('what is answered on a page', () => {
  it('belongs to its round: the next one begins empty', () => {
    const sheet = { ...emptySheet('a'), ratings: { 0: 3 } };
    assert.equal(sheetOf(sheet, 'a'), sheet);
    assert.deepEqual(sheetOf(sheet, 'b'), emptySheet('b'));
  });

  it('says which statements are left open, also where the first point of the scale is 0', () => {
    assert.deepEqual(leftOpen({ ...emptySheet('a'), ratings: { 0: 0, 2: 4 } }, 4), [1, 3]);
  });

  it('takes a figure that is on the scale, and no other key', () => {
    const rated = ['1', '5', '0', '6', 'a', 'Enter', ' ', '10', '٣'].map((key) =>
      ratingOf(key, { from: 1, to: 5 }),
    );
    assert.deepEqual(rated.slice(0, 2), [1, 5]);
    assert.ok(rated.slice(2).every((rating) => rating === undefined));
  });
});

describe('what everyone is told of a survey', () => {
  const said = (change: Partial<PulseFacts>) => pulseNotice({ ...facts, ...change });

  it('is nothing while there is none', () => {
    assert.equal(said({}), undefined);
  });

  it('is that it is open, to whoever has answered and to whoever has not', () => {
    assert.deepEqual(said({ state: 'open', survey, answered: 3 }), {
      sentence: 'A survey is open: “Pace”. 3 have answered.',
      opens: 'Answer',
    });
    assert.match(
      said({ state: 'open', survey, answered: 1, mine: true })?.sentence ?? '',
      /^You have answered/,
    );
  });

  it('is that there is no result below five answers, and that the answers were lost', () => {
    assert.deepEqual(said({ state: 'closed', survey }), {
      sentence: '“Pace” is closed. Fewer than five answers: nothing is shown or written.',
      opens: '',
    });
    assert.match(said({ state: 'lost', lost: 'Pace' })?.sentence ?? '', /^The answers to “Pace” are lost/);
  });
});
