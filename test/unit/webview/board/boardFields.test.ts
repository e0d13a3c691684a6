import assert from 'node:assert/strict';
import { BoardFields } from '../../../../src/webview/board/boardFields.ts';

describe('what is typed on a board', () => {
  const page = { querySelectorAll: () => [] } as unknown as HTMLElement;
  let later: (() => void)[];
  let kept: (readonly (readonly [string, string])[])[];
  let fields: BoardFields;
  beforeEach(() => {
    later = [];
    kept = [];
    fields = new BoardFields(
      page,
      () => kept.push(fields.typed),
      (act) => later.push(act),
    );
  });

  it('is kept soon, however long the typing goes on', () => {
    fields.write('column-1', 'H');
    fields.write('column-1', 'Ha');
    assert.deepEqual([later.length, kept], [1, []]);
    later.shift()?.();
    assert.deepEqual(kept, [[[' column-1', 'Ha']]]);
    fields.write('column-1', 'Half');
    assert.equal(later.length, 1);
  });

  it('is kept at once when the page may go, and not twice', () => {
    fields.flush();
    assert.deepEqual(kept, []);
    fields.write('column-1', 'Half');
    fields.flush();
    later.shift()?.();
    assert.deepEqual(kept, [[[' column-1', 'Half']]]);
  });

  it('stays in what is changed until that is done', () => {
    assert.equal(fields.edited('c0000001'), undefined);
    fields.edit('c0000001', '');
    assert.equal(fields.edited('c0000001'), '');
    assert.equal(fields.takeEdited('c0000001'), '');
    assert.equal(fields.edited('c0000001'), undefined);
  });
});
