import assert from 'node:assert/strict';
import { rowThatToggles } from '../../src/extension/rowThatToggles.ts';

/** A view of rows by name, of which one has the focus, and which for some looks knows none of its rows or makes them anew. */
function viewOf(selected: readonly string[], focused: string) {
  const names = new Set(selected);
  let rows = new Map<string, { name: string }>();
  const rowOf = (name: string): { name: string } => {
    const row = rows.get(name) ?? { name };
    rows.set(name, row);
    return row;
  };
  return {
    names,
    isKnown: true,
    drawAnew(): void {
      rows = new Map();
    },
    selection(): { name: string }[] {
      return this.isKnown ? [...names].map(rowOf) : [];
    },
    toggle(): void {
      if (!names.delete(focused)) {
        names.add(focused);
      }
    },
  };
}

describe('the row that toggles', () => {
  for (const selected of [[], ['a'], ['b'], ['a', 'b'], ['a', 'b', 'c']]) {
    it(`is found where ${selected.join(' and ') || 'nothing'} is selected, and leaves that as it was`, async () => {
      const view = viewOf(selected, 'b');
      const row = await rowThatToggles(
        () => view.selection(),
        async () => view.toggle(),
      );
      assert.equal(row?.name, 'b');
      assert.deepEqual([...view.names].sort(), selected);
    });

    for (const blind of [1, 2, 3, 4]) {
      it(`is found where ${selected.join(' and ') || 'nothing'} is selected and its view is unknown for ${blind} looks`, async () => {
        const view = viewOf(selected, 'b');
        view.isKnown = false;
        let looks = 0;
        const row = await rowThatToggles(
          () => view.selection(),
          async () => {
            view.toggle();
            looks += 1;
            view.isKnown = looks >= blind;
          },
        );
        assert.equal(row?.name, 'b');
        assert.deepEqual([...view.names].sort(), selected);
      });

      it(`is found where ${selected.join(' and ') || 'nothing'} is selected and look ${blind} finds other objects`, async () => {
        const view = viewOf(selected, 'b');
        let looks = 0;
        const row = await rowThatToggles(
          () => view.selection(),
          async () => {
            view.toggle();
            looks += 1;
            if (looks === blind) {
              view.drawAnew();
            }
          },
        );
        assert.equal(row?.name, 'b');
        assert.deepEqual([...view.names].sort(), selected);
      });
    }
  }

  it('is none where nothing has the focus', async () => {
    const rows = [{}];
    assert.equal(
      await rowThatToggles(
        () => rows,
        async () => {},
      ),
      undefined,
    );
  });
});
