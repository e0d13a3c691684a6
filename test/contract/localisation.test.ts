import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemporaryFolder } from '../support/temporaryFolder.ts';

describe('the sentences for translators', () => {
  it('are those of the code: `npm run l10n` renews them', () => {
    const folder = new TemporaryFolder();
    try {
      execFileSync(
        'node',
        ['node_modules/@vscode/l10n-dev/dist/cli.js', 'export', '-o', folder.path, 'src'],
        { stdio: 'pipe' },
      );
      const fresh = JSON.parse(readFileSync(join(folder.path, 'bundle.l10n.json'), 'utf8')) as object;
      const kept = JSON.parse(readFileSync('media/l10n/bundle.l10n.json', 'utf8')) as object;
      assert.deepEqual(Object.keys(kept).sort(), Object.keys(fresh).sort());
    } finally {
      folder.remove();
    }
  });
});
