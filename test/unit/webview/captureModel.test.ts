import * as assert from 'node:assert/strict';
import type { EntryKind } from '../../../src/core/entries/kinds.ts';
import { emptyDraft, longestText } from '../../../src/protocol/draft.ts';
import {
  added,
  changed,
  failed,
  firstModel,
  logged,
  opened,
  putBack,
  saving,
  shown,
  takenBack,
  thrownAway,
} from '../../../src/webview/capture/captureModel.ts';
import { draftWith, offered, writing } from './captureDrafts.ts';

const entry = { id: 'k3f9q2xa', title: 'Oh' };
const pick = (kind: EntryKind) => (draft: ReturnType<typeof draftWith>) => ({ ...draft, kind });
const write = (text: string) => (draft: ReturnType<typeof draftWith>) => ({ ...draft, text });

describe('the capture view, opening', () => {
  it('goes on with what the page kept when that is newer', () => {
    const kept = { revision: 9, draft: draftWith({ text: 'newer' }) };
    const model = opened(firstModel(kept), offered, { revision: 8, draft: draftWith({ text: 'older' }) });
    assert.equal(model.record, kept);
  });

  it('goes on with what the extension kept when that is newer', () => {
    const kept = { revision: 8, draft: draftWith({ text: 'older' }) };
    const record = { revision: 9, draft: draftWith({ text: 'newer' }) };
    assert.equal(opened(firstModel(kept), offered, record).record, record);
  });

  it('takes no change before the extension has answered', () => {
    const model = firstModel(undefined);
    assert.equal(changed(model, write('too early')), model);
  });

  it('does to the record that it opens what was chosen and asked for before, in that order', () => {
    const record = { revision: 8, draft: draftWith({ text: 'Oh' }) };
    const first = firstModel(undefined);
    const early = shown(added(first, pick('win')), { kind: 'kudos' });
    assert.equal(early.record, first.record);
    const model = opened(
      added(early, (draft) => ({ ...draft, tags: ['ci'] })),
      offered,
      record,
    );
    assert.deepEqual(model.record, {
      revision: 11,
      draft: { ...emptyDraft('kudos'), text: 'Oh', tags: ['ci'] },
    });
    assert.deepEqual(model.waiting, []);
  });

  it('puts the kind and the place that it was opened for into the draft and keeps its text', () => {
    const place = { path: 'src/cart.ts', line: 42 };
    const { draft } = shown(writing({ text: 'Oh' }), { kind: 'win', place }).record;
    assert.deepEqual([draft.kind, draft.code, draft.text], ['win', [place], 'Oh']);
  });

  it('changes nothing when it is opened for nothing', () => {
    const model = writing({ text: 'Oh' });
    assert.equal(shown(model, {}), model);
    assert.equal(shown(model, { kind: 'failure' }), model);
  });
});

describe('the capture view, writing', () => {
  it('counts every change of the draft', () => {
    const model = changed(changed(writing(), write('a')), write('ab'));
    assert.deepEqual([model.record.revision, model.record.draft.text], [7, 'ab']);
  });

  it('takes a complaint back with the next change', () => {
    assert.equal(changed(failed(writing({ text: 'a' }), 'Full.'), write('b')).outcome.name, 'none');
    assert.equal(changed(saving(writing()), write('b')).outcome.name, 'none');
  });

  it('still offers to take the last entry back while the next is begun', () => {
    const model = changed(logged(saving(writing({ text: 'a' })), entry), write('next'));
    assert.equal(model.outcome.name, 'logged');
  });
});

describe('the capture view, logging', () => {
  it('asks for a few words before it logs', () => {
    assert.equal(saving(writing({ text: ' \n' })).outcome.name, 'noText');
  });

  it('says so when the text is too long to log', () => {
    assert.equal(saving(writing({ text: 'x'.repeat(longestText + 1) })).outcome.name, 'tooLong');
    assert.equal(saving(writing({ text: 'x'.repeat(longestText) })).outcome.name, 'saving');
  });

  it('takes no change while the draft is on its way', () => {
    const model = saving(writing({ text: 'a' }));
    assert.equal(changed(model, write('b')), model);
    assert.equal(thrownAway(model), model);
    assert.equal(putBack(model), model);
  });

  it('gives the next draft what was chosen while this one was on its way', () => {
    const sent = saving(writing({ text: 'a' }));
    const chosen = added(added(sent, pick('win')), (draft) => ({ ...draft, tags: ['x'] }));
    assert.equal(chosen.record, sent.record);
    const model = logged(chosen, entry);
    assert.deepEqual(model.record, { revision: 8, draft: { ...emptyDraft('win'), tags: ['x'] } });
    assert.equal(model.outcome.name, 'logged');
  });

  it('gives it to the same draft where that is not logged, or taken back, and still says so', () => {
    const chosen = added(saving(writing({ text: 'a' })), pick('win'));
    const model = failed(chosen, 'The disk is full.');
    assert.deepEqual([model.record.draft.kind, model.outcome.name], ['win', 'failed']);
    const draft = draftWith({ text: 'a' });
    const done = logged(saving(writing(draft)), entry);
    const away = added({ ...done, outcome: { name: 'takingBack', entry, draft } }, pick('win'));
    assert.deepEqual(takenBack(away, draft).record.draft, { ...draft, kind: 'win' });
  });

  it('keeps the kind and empties the page when it is logged', () => {
    const model = logged(saving(writing({ text: 'a', tags: ['x'] })), entry);
    assert.deepEqual(model.record, { revision: 6, draft: emptyDraft('failure') });
  });

  it('keeps the text when it is not logged', () => {
    const model = failed(saving(writing({ text: 'a', tags: ['x'] })), 'The disk is full.');
    assert.deepEqual(model.record.draft, draftWith({ text: 'a', tags: ['x'] }));
  });

  it('has the text back on the page when the entry is taken back', () => {
    const draft = draftWith({ text: 'a', tags: ['x'] });
    const model = takenBack(logged(saving(writing(draft)), entry), draft);
    assert.deepEqual(model.record, { revision: 7, draft });
  });

  it('keeps the text of an entry that is taken back beside what was begun since', () => {
    const draft = draftWith({ text: 'a' });
    const model = takenBack(changed(logged(saving(writing(draft)), entry), write('next')), draft);
    assert.equal(model.record.draft.text, 'next');
    assert.deepEqual(putBack(model).record.draft, draft);
  });
});

describe('the capture view, throwing away', () => {
  it('empties the page and can put everything back', () => {
    const draft = draftWith({ text: 'a', tags: ['x'] });
    const gone = thrownAway(writing(draft));
    assert.deepEqual(gone.record, { revision: 6, draft: emptyDraft('failure'), setAside: draft });
    assert.deepEqual(putBack(gone).record, { revision: 7, draft });
  });

  it('loses neither of two texts by putting one back', () => {
    const model = putBack(changed(thrownAway(writing({ text: 'first' })), write('second')));
    assert.equal(model.record.draft.text, 'first');
    assert.equal(model.record.setAside?.text, 'second');
    assert.equal(putBack(model).record.draft.text, 'second');
  });

  it('leaves what was thrown away before alone when the page is empty', () => {
    const model = thrownAway(writing({ text: 'a' }));
    assert.equal(thrownAway(model), model);
  });
});

describe('the capture view, with a suggestion', () => {
  const suggestion = draftWith({ text: 'Revert "Cache pages"', date: '2026-03-04' });
  const other = draftWith({ text: 'ask first' });

  it('is filled in where nothing was being written', () => {
    const model = shown(writing(), { draft: suggestion });
    assert.deepEqual(model.record, { revision: 6, draft: suggestion });
    assert.equal(shown(model, { draft: suggestion }), model);
  });

  it('gives back what was being written when the suggestion is logged or thrown away', () => {
    const written = draftWith({ text: 'half a thought' });
    const model = shown(writing(written), { draft: suggestion });
    assert.deepEqual(model.record, { revision: 6, draft: suggestion, interrupted: written });
    assert.deepEqual(logged(saving(model), entry).record, { revision: 7, draft: written });
    assert.deepEqual(thrownAway(model).record, { revision: 7, draft: written, setAside: suggestion });
  });

  it('gives it back also after changes, a second suggestion, and putting back', () => {
    const written = draftWith({ text: 'half a thought' });
    const first = changed(shown(writing(written), { draft: suggestion }), write('changed'));
    const second = shown(first, { draft: other });
    assert.equal(second.record.setAside?.text, 'changed');
    assert.equal(putBack(second).record.draft.text, 'changed');
    assert.deepEqual(logged(saving(putBack(second)), entry).record.draft, written);
    assert.deepEqual(logged(saving(second), entry).record.draft, written);
  });

  it('has the suggestion beside it when its entry is taken back', () => {
    const written = draftWith({ text: 'half a thought' });
    const done = logged(saving(shown(writing(written), { draft: suggestion })), entry);
    const { record } = takenBack(done, suggestion);
    assert.deepEqual([record.draft, record.setAside], [written, suggestion]);
  });

  it('waits while a draft is on its way, and is beside none but the next', () => {
    const sent = saving(writing({ text: 'a' }));
    const model = shown(sent, { draft: suggestion });
    assert.equal(model.record, sent.record);
    assert.deepEqual(logged(model, entry).record, { revision: 7, draft: suggestion });
  });
});
