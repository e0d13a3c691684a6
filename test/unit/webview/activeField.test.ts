import * as assert from 'node:assert/strict';
import {
  chosen,
  closed,
  entered,
  left,
  moved,
  suggestionsFor,
  typed,
} from '../../../src/webview/capture/activeField.ts';
import { changed } from '../../../src/webview/capture/captureModel.ts';
import { writing } from './captureDrafts.ts';

const labels = (model: ReturnType<typeof writing>) =>
  suggestionsFor(model).map((suggestion) => suggestion.label);
const entries = [
  { id: 'k3f9q2xa', kind: 'win', title: 'Deploys' },
  { id: 'm2x7k9qa', kind: 'failure', title: 'Outage' },
];

describe('a field with completion', () => {
  it('suggests nothing until something is typed or asked for', () => {
    assert.deepEqual(labels(entered(writing(), 'tags')), []);
  });

  it('suggests the words in use that go on from what is typed, without those that are there', () => {
    assert.deepEqual(labels(typed(writing({ tags: ['ci'] }), 'tags', 'c')), ['checkout', 'caching']);
  });

  it('shows all with the first arrow key, and goes round with the next', () => {
    let model = moved(entered(writing(), 'tags'), 1);
    const picked = [];
    for (let step = 0; step < 5; step++) {
      picked.push(model.field?.picked);
      model = moved(model, 1);
    }
    assert.deepEqual(picked, [0, 1, 2, -1, 0]);
    assert.equal(moved(moved(entered(writing(), 'tags'), -1), -1).field?.picked, 2);
  });

  it('makes a chip of what was typed when nothing is picked', () => {
    const model = typed(writing(), 'tags', 'che');
    assert.deepEqual(changed(model, chosen(model, -1)).record.draft.tags, ['che']);
  });

  it('makes a chip of the suggestion that is picked', () => {
    const model = moved(typed(writing(), 'tags', 'che'), 1);
    assert.deepEqual(changed(model, chosen(model, model.field?.picked ?? -1)).record.draft.tags, [
      'checkout',
    ]);
  });

  it('picks the best entry by itself, since words are no entry', () => {
    const model = { ...typed(writing({ links: [entries[0]!] }), 'links', 'o'), found: entries };
    assert.deepEqual(labels(model), ['Outage']);
    assert.deepEqual(changed(model, chosen(model, model.field?.picked ?? -1)).record.draft.links, entries);
  });

  it('keeps what was typed when the suggestions are closed', () => {
    const model = closed(typed(writing(), 'tags', 'che'));
    assert.deepEqual([model.field?.typed, labels(model)], ['che', []]);
  });

  it('is no more when the focus has gone', () => {
    assert.equal(left(entered(writing(), 'tags')).field, undefined);
  });
});
