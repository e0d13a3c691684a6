import assert from 'node:assert/strict';
import { isMeant, type Someone } from '../../../src/core/kudos/isMeant.ts';

const ada: Someone = {
  identities: [
    { name: 'Ada Lovelace', email: 'ada.l@example.com' },
    { name: 'Ada King', email: 'ada@king.example' },
  ],
  authors: ['Ada Lovelace', 'Grace Hopper'],
  named: [],
};

function means(written: string, someone: Partial<Someone> = {}): boolean {
  return isMeant(written, { ...ada, ...someone });
}

describe('whether a name means somebody', () => {
  it('holds for each of their names and addresses, whatever its capitals and gaps', () => {
    const written = ['Ada Lovelace', ' ada  lovelace ', 'ADA KING', 'ada.l@example.com', '@Ada Lovelace'];
    assert.deepEqual(
      written.filter((name) => !means(name)),
      [],
    );
  });

  it('holds for a name with an accent, however its letters are put together', () => {
    const identities = [{ name: 'Ren\u00e9e Dupont' }];
    assert.ok(means('Rene\u0301e Dupont', { identities }));
    assert.ok(!means('Renee Dupont', { identities }));
  });

  it('holds for their first name and for what stands before the @ of an address', () => {
    assert.deepEqual(
      ['Ada', '@ada', 'ada.l'].filter((name) => !means(name, { named: ['Ada', '@ada', 'ada.l'] })),
      [],
    );
  });

  it('never holds for a part of another name, nor for another name with a part of theirs', () => {
    const written = [
      'Adam',
      'Ad',
      'Ada Yonath',
      'Lovelace',
      'Grace',
      'Ada Lovelace-Byron',
      'Canada',
      'the Ada team',
      'Ada, Grace',
      'example.com',
      '@',
      '',
      ' ',
    ];
    assert.deepEqual(
      written.filter((name) => means(name)),
      [],
    );
  });

  it('does not hold for a first name that somebody else in the history goes by', () => {
    for (const other of ['Ada Yonath', 'ada', 'Ada']) {
      const authors = [...ada.authors, other];
      assert.deepEqual([means('Ada', { authors }), means('Ada Lovelace', { authors })], [false, true]);
    }
  });

  it('does not hold for a first name that somebody else in the log goes by', () => {
    assert.ok(!means('Ada', { named: ['Ada', 'Ada Yonath'] }));
    assert.ok(means('Ada', { named: ['Ada', 'Ada King', 'Adam Smith'] }));
  });

  it('holds for nobody where nobody is configured', () => {
    assert.ok(!means('Ada', { identities: [{}] }));
    assert.ok(!means('', { identities: [{}] }));
    assert.ok(!means('Ada', { identities: [] }));
  });
});
