import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { addToPlan } from '../../../src/core/plan/addToPlan.ts';
import { isInHand, planState, thingWords } from '../../../src/core/plan/planState.ts';
import { readPlan } from '../../../src/core/plan/readPlan.ts';
import { entryOf } from '../../support/entryOf.ts';

const path = 'retro/plan.md';
const text = [
  '# Our plan',
  '',
  'Prose.',
  '',
  '## Say it when something *fails*',
  '',
  'Two outages were known for days.',
  '',
  '- [Blameless reviews](entries/2026/2026-03-02-blameless-reviews-a2345678.md)',
  '- [Agree on it](entries/2026/2026-03-03-agree-on-it-b2345678.md)',
  '- [Elsewhere](https://example.org/a.md)',
  '',
  '```',
  '## no heading',
  '```',
  '',
  '## Smaller changes',
  '',
].join('\n');

describe('a plan', () => {
  it('is read with its reasons and with what carries each thing', () => {
    assert.deepEqual(readPlan(path, text), [
      {
        title: 'Say it when something *fails*',
        why: 'Two outages were known for days.',
        firstLine: 5,
        lastLine: 15,
        paths: [
          'retro/entries/2026/2026-03-02-blameless-reviews-a2345678.md',
          'retro/entries/2026/2026-03-03-agree-on-it-b2345678.md',
        ],
      },
      { title: 'Smaller changes', why: '', firstLine: 17, lastLine: 17, paths: [] },
    ]);
  });

  it('has its state from the experiments and actions, and never in the page', () => {
    const entries = [
      entryOf({
        id: 'a',
        kind: 'experiment',
        status: 'concluded',
        path: readPlan(path, text)[0]?.paths[0] ?? '',
      }),
      entryOf({ id: 'b', kind: 'action', status: 'open', path: readPlan(path, text)[0]?.paths[1] ?? '' }),
    ];
    const at = (of: typeof entries) => (wanted: string) => of.find((entry) => entry.path === wanted);
    const [first, second] = planState(readPlan(path, text), at(entries));
    assert.ok(first !== undefined && second !== undefined);
    assert.deepEqual([first.carriers.map(({ id }) => id), first.ended], [['a', 'b'], 1]);
    assert.deepEqual([thingWords(first), isInHand(first)], ['1 of 2 ended', true]);
    assert.deepEqual([thingWords(second), isInHand(second)], ['nothing tried yet', true]);
    const done = entries.map((entry) => (entry.id === 'b' ? { ...entry, status: 'dropped' } : entry));
    const [ended] = planState(readPlan(path, text), at(done));
    assert.ok(ended !== undefined);
    assert.deepEqual([thingWords(ended), isInHand(ended)], ['all 2 ended', false]);
    const learning = entries.map((entry) => ({ ...entry, kind: 'learning' as const }));
    assert.equal(planState(readPlan(path, text), at(learning))[0]?.carriers.length, 0);
  });

  it('begins with its first thing', () => {
    const carrier = { path: 'retro/entries/2026/2026-03-02-a-a2345678.md', title: 'A [b]' };
    assert.equal(
      addToPlan(path, '', { title: 'Thank people', why: 'It is free.', carrier }),
      '## Thank people\n\nIt is free.\n\n- [A \\[b\\]](entries/2026/2026-03-02-a-a2345678.md)\n',
    );
  });

  it('says what a thing was chosen from, between why and what carries it', () => {
    const source = { path: 'retro/audits/2026/a.md', title: 'Audit [1]' };
    const carrier = { path: 'retro/entries/2026/b.md', title: 'B' };
    const added = addToPlan(path, '', { title: 'Thank people', why: 'It is free.', carrier, source });
    assert.equal(
      added,
      '## Thank people\n\nIt is free.\n\nFrom: [Audit \\[1\\]](audits/2026/a.md)\n\n- [B](entries/2026/b.md)\n',
    );
    const [thing] = readPlan(path, added);
    assert.deepEqual([thing?.why, thing?.paths], ['It is free.', [source.path, carrier.path]]);
    assert.equal(planState([thing ?? assert.fail()], () => undefined)[0]?.carriers.length, 0);
  });

  it('takes a link below a thing that it has, and changes no other line', () => {
    const carrier = { path: 'retro/entries/2026/2026-03-04-c-c2345678.md', title: 'C' };
    const crlf = text.replaceAll('\n', '\r\n');
    const added = addToPlan(path, crlf, { title: ' smaller CHANGES', why: 'ignored', carrier });
    assert.equal(added, `${crlf.trimEnd()}\r\n\r\n- [C](entries/2026/2026-03-04-c-c2345678.md)\r\n`);
    const again = addToPlan(path, added, { title: 'Smaller changes', why: '', carrier });
    assert.equal(again, `${added}- [C](entries/2026/2026-03-04-c-c2345678.md)\r\n`);
    assert.equal(addToPlan(path, text, { title: 'Smaller changes', why: 'x' }), text);
  });

  it('lets no reason hide what follows', () => {
    for (const why of ['```', '~~~', '## Not a thing', '#']) {
      const once = addToPlan(path, '', { title: 'One', why });
      const things = readPlan(path, addToPlan(path, once, { title: 'Two', why: '' }));
      assert.deepEqual(
        things.map(({ title }) => title),
        ['One', 'Two'],
        why,
      );
    }
  });

  it('reads back whatever was added to whatever it was', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((one) => one.replaceAll(/\s+/g, ' ').trim());
    fc.assert(
      fc.property(
        fc.constantFrom('', text, '# Plan\r\n', 'no end'),
        words.filter((one) => one !== ''),
        words,
        (before, title, why) => {
          const carrier = { path: 'retro/entries/2026/x.md', title: why };
          const after = addToPlan(path, before, { title, why, carrier });
          assert.ok(after.startsWith(before.trimEnd()));
          const thing = readPlan(path, after).at(-1);
          assert.deepEqual(thing?.paths.at(-1), 'retro/entries/2026/x.md');
        },
      ),
    );
  });
});
