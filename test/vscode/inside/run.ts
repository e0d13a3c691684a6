import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMocha } from '#host/mochaInEditor.mjs';

/** What VS Code calls to run the tests that need its API from inside. */
export async function run(): Promise<void> {
  const folder = dirname(fileURLToPath(import.meta.url));
  // Tests that need a project of another kind run alone: `<name>.alone.js`.
  const ending = process.env['RETROLOG_ALONE'] === '1' ? '.alone.js' : '.test.js';
  const files = readdirSync(folder).filter((name) => name.endsWith(ending));
  await runMocha(
    files.map((name) => join(folder, name)),
    { ui: 'bdd', timeout: 30_000 },
  );
}
