import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'src/extension';

describe('what the editor asks at its top', () => {
  // A panel that gets the focus back from the palette a moment too late would close the question otherwise.
  it('stays open when something else takes the focus', () => {
    const wrong = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
      .filter(
        ({ text }) =>
          countOf(text, /\bignoreFocusOut\b/g) <
          countOf(text, /\bvscode\.window\.(show|create)(QuickPick|InputBox)\b/g),
      )
      .map(({ name }) => name);
    // This one says it once for its boxes and its lists.
    assert.deepEqual(wrong, ['askInTurn.ts']);
  });
});

function countOf(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
