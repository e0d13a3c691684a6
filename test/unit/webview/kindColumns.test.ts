import * as assert from 'node:assert/strict';
import { kindColumns } from '../../../src/webview/capture/kindColumns.ts';

const widths = [50, 70, 80, 100, 70, 70, 75];

describe('kindColumns', () => {
  it('has all in one row where there is room', () => {
    assert.equal(kindColumns(widths, 515 + 6 * 2, 2), 7);
  });

  it('has fewer columns with one pixel less than they need', () => {
    assert.equal(kindColumns(widths, 515 + 6 * 2 - 1, 2), 4);
    assert.equal(kindColumns(widths, 70 + 70 + 80 + 100 + 3 * 2 - 1, 2), 3);
    assert.equal(kindColumns(widths, 100 + 70 + 80 + 2 * 2 - 1, 2), 2);
  });

  it('has none where not even two fit', () => {
    assert.equal(kindColumns(widths, 100 + 80 + 2 - 1, 2), 0);
  });
});
