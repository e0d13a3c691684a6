import assert from 'node:assert/strict';
import { steadyRows } from '../../../../src/webview/board/steadyRows.ts';

describe('those who wait at the door', () => {
  const person = (id: string) => ({ id, name: id.toUpperCase() });
  const [ada, ben, cleo] = [person('ada'), person('ben'), person('cleo')];
  const idsOf = (rows: ReturnType<typeof steadyRows>) => rows.map(({ id, gone }) => (gone ? `(${id})` : id));

  it('keep their order, and whoever comes is put at the end', () => {
    const rows = steadyRows([], [ben, cleo], false);
    assert.deepEqual(idsOf(steadyRows(rows, [ada, ben, cleo], false)), ['ben', 'cleo', 'ada']);
  });

  it('keep their places while somebody points at them, and close up afterwards', () => {
    const rows = steadyRows([], [ada, ben], true);
    const held = steadyRows(rows, [ben, cleo], true);
    assert.deepEqual(idsOf(held), ['(ada)', 'ben', 'cleo']);
    assert.deepEqual(idsOf(steadyRows(held, [cleo], true)), ['(ada)', '(ben)', 'cleo']);
    assert.deepEqual(idsOf(steadyRows(held, [ben, cleo], false)), ['ben', 'cleo']);
    assert.deepEqual(idsOf(steadyRows(held, [ada, cleo], true)), ['ada', '(ben)', 'cleo']);
  });
});
