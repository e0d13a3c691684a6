import assert from 'node:assert/strict';
import type { AuditState } from '../../../src/protocol/audit.ts';
import {
  answersOn,
  emptySheet,
  isAuditSheet,
  isBlank,
  newerSheet,
  resultStep,
} from '../../../src/protocol/audit.ts';
import { ratingKey } from '../../../src/webview/audit/auditKeys.ts';
import {
  type AuditModel,
  canSave,
  firstModel,
  movedTo,
  rated,
  said,
  saved,
  shown,
  startedAnew,
} from '../../../src/webview/audit/auditModel.ts';

const state: AuditState = { log: '/shop', name: '', sheet: emptySheet(3), before: null };
const open: AuditModel = shown(firstModel, state);
const key = (name: string, more = {}) => ({
  ...{ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false },
  ...more,
});

describe('what a team answers in an audit', () => {
  it('is kept in the order of the survey, and a statement that is left open again has no rating', () => {
    const model = rated(rated(rated(open, 'habits-deep', 2), 'solving-above', 4), 'failing-deep', 1);
    const left = rated(model, 'failing-deep', undefined);
    assert.deepEqual(
      answersOn(left.sheet).answers.map(({ id, rating }) => [id, rating]),
      [
        ['solving-above', 4],
        ['habits-deep', 2],
      ],
    );
    assert.ok(isAuditSheet(left.sheet));
    assert.ok(left.sheet.revision > model.sheet.revision);
  });

  it('can be saved once there is a rating, and once only', () => {
    assert.ok(!canSave(said(open, 'habits', 'blocks', 'Time')));
    const model = rated(open, 'habits-deep', 2);
    assert.ok(canSave(model));
    assert.ok(!canSave({ ...model, isSaving: true }));
    assert.ok(!canSave(saved(model, 'retro/audits/a.md')));
  });

  it('is there to be saved again where its file is gone', () => {
    const model = saved(rated(open, 'habits-deep', 2), 'retro/audits/a.md');
    const there = { ...state, sheet: { ...model.sheet, revision: model.sheet.revision } };
    assert.equal(shown(model, there).sheet.saved, 'retro/audits/a.md');
    const gone = shown(model, { ...there, sheet: { ...there.sheet, saved: '' } });
    assert.deepEqual([gone.sheet.saved, canSave(gone)], ['', true]);
  });

  it('is the newer of what the page and the extension have', () => {
    const older = { ...emptySheet(2), step: 1 };
    assert.equal(newerSheet(open.sheet, older), open.sheet);
    const model = rated(open, 'habits-deep', 2);
    assert.equal(shown(model, { ...state, sheet: older }).sheet, model.sheet);
    const elsewhere = { ...emptySheet(99), step: 2 };
    assert.equal(shown(model, { ...state, sheet: elsewhere }).sheet, elsewhere);
  });

  it('is gone when it is begun anew, and nothing older brings it back', () => {
    const model = startedAnew(said(open, 'solving', 'enables', ' '));
    assert.ok(isBlank(model.sheet));
    assert.equal(newerSheet(model.sheet, open.sheet), model.sheet);
    assert.ok(!isBlank(said(open, 'solving', 'enables', 'x').sheet));
  });

  it('goes from the first theme to the result and no further', () => {
    assert.equal(movedTo(open, -1).sheet.step, 0);
    assert.equal(movedTo(open, 99).sheet.step, resultStep);
  });

  it('is refused from elsewhere where it cannot be', () => {
    const sheet = emptySheet(0);
    for (const wrong of [
      { ...sheet, step: resultStep + 1 },
      { ...sheet, ratings: { 'solving-above': 6 } },
      { ...sheet, ratings: { 'solving-above': 2.5 } },
      { ...sheet, ratings: { 'somebody-else': 2 } },
      { ...sheet, texts: { ...sheet.texts, habits: undefined } },
    ]) {
      assert.ok(!isAuditSheet(wrong));
    }
  });
});

describe('a key on a statement', () => {
  it('rates it, leaves it open, or does what it does elsewhere', () => {
    assert.deepEqual(
      ['1', '5', '0', 'Delete', 'Backspace', '6', 'ArrowLeft', 'Tab'].map((one) => ratingKey(key(one))),
      [1, 5, null, null, null, undefined, undefined, undefined],
    );
    assert.equal(ratingKey(key('3', { ctrlKey: true })), undefined);
  });
});
