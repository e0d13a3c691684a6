import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { FailureIndex, type Told } from '../../../src/core/resemblance/failureIndex.ts';
import { tellingWords } from '../../../src/core/resemblance/tellingWords.ts';
import { entryOf } from '../../support/entryOf.ts';

const stampede = entryOf({
  id: 'stampede',
  kind: 'failure',
  title: 'Cache stampede took the shop down',
  tags: ['Caching'],
  code: [{ path: 'src/cache.ts', line: 3 }],
});
const mail = entryOf({ id: 'mailspam', kind: 'failure', title: 'Reset mails went to spam' });
const label = entryOf({
  id: 'labelzip',
  kind: 'failure',
  title: 'Labels lost the postal code',
  tags: ['printing'],
});

function told(text: string, more: Partial<Told> = {}): Told {
  return { text, tags: [], places: [], ...more };
}

describe('FailureIndex', () => {
  let index: FailureIndex;
  beforeEach(() => {
    index = new FailureIndex();
    for (const entry of [stampede, mail, label]) {
      index.put(entry, '');
    }
  });
  const found = (what: Told) => index.find(what, 3).map(({ path }) => path);

  it('finds what shares words of the same roots, a tag and a place, and says which', () => {
    const what = told('Another stampede of the caches', { tags: ['caching'], places: ['src/cache.ts'] });
    assert.deepEqual(index.find(what, 3), [
      {
        path: stampede.path,
        likeness: { tags: ['Caching'], places: ['src/cache.ts'], words: ['stampede', 'caches'] },
      },
    ]);
  });

  it('says nothing of everyday words, of a tag alone or of a place alone', () => {
    assert.deepEqual(found(told('It went down because of the other one that took very long')), []);
    assert.deepEqual(found(told('Slow', { tags: ['caching'] })), []);
    assert.deepEqual(found(told('Slow', { places: ['src/cache.ts'] })), []);
  });

  it('says nothing while next to nothing is written, nor in a log without failures', () => {
    assert.deepEqual(found(told('')), []);
    assert.deepEqual(found(told('Cache')), []);
    assert.deepEqual(new FailureIndex().find(told('Cache stampede took the shop down'), 3), []);
  });

  it('finds what has come back twice in a log of a few failures', () => {
    const again = { ...mail, title: 'Cache stampede overloaded the shop database' };
    index.put(stampede, 'The database was overloaded.');
    index.put(again, '');
    assert.equal(found(told('Shop database overloaded by a cache stampede')).length, 2);
  });

  it('takes in failures alone', () => {
    index.put(entryOf({ id: 'learned1', kind: 'learning', title: 'Spread lifetimes of cached pages' }), '');
    assert.deepEqual(found(told('Spread lifetimes of cached pages')), []);
  });

  it('follows what is put at a path anew, and what is dropped', () => {
    index.put({ ...mail, title: 'Newsletter stuck in the outbound queue' }, '');
    assert.deepEqual(found(told('Reset mails went to spam')), []);
    assert.deepEqual(found(told('Newsletter stuck in outbound queue')), [mail.path]);
    index.put({ ...stampede, kind: 'win' }, '');
    index.drop(mail.path);
    index.drop('nothing there');
    assert.deepEqual(
      found(told('Newsletter stuck in outbound queue, cache stampede took the shop down')),
      [],
    );
  });

  it('counts a failure’s words below its title', () => {
    index.put(label, 'The spreadsheet importer turns leading zeros into numbers.');
    assert.deepEqual(found(told('Leading zeros lost in the spreadsheet')), [label.path]);
  });

  it('is the same after any puts and drops as one that was made anew', () => {
    const words = ['cache', 'queue', 'mails', 'label', 'shop', 'printer', 'zeros', 'stuck'];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((some) => some.join(' '));
    const step = fc.record({ at: fc.nat(4), title: fc.option(text) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), text, (steps, asked) => {
        const lived = new FailureIndex();
        const last = new Map<number, string>();
        for (const { at, title } of steps) {
          const entry = entryOf({ id: `entry${at}`, kind: 'failure', title: title ?? '' });
          if (title === null) {
            lived.drop(entry.path);
            last.delete(at);
          } else {
            lived.put(entry, '');
            last.set(at, title);
          }
        }
        const fresh = new FailureIndex();
        last.forEach((title, at) => fresh.put(entryOf({ id: `entry${at}`, kind: 'failure', title }), ''));
        assert.deepEqual(lived.find(told(asked), 9), fresh.find(told(asked), 9));
      }),
    );
  });
});

describe('tellingWords', () => {
  const roots = (text: string) => [...tellingWords(text).keys()];

  it('knows words by their root, without accents, and leaves out those that say nothing', () => {
    assert.deepEqual(roots('The Réplicas were replicating, and a REPLICATION of 42 was lost'), [
      'repli',
      'lost',
    ]);
  });

  it('takes pairs of characters where words are not told apart by spaces', () => {
    assert.deepEqual(roots('数据库满了'), ['数据', '据库', '库满', '满了']);
  });

  it('takes what came first of a long text', () => {
    const many = Array.from({ length: 200 }, (_, at) => `w${at}word`).join(' ');
    assert.equal(roots(many).length, 40);
  });
});
