import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMocha } from '#host/mochaInEditor.mjs';

/** What VS Code calls to measure the trends panel from inside. */
export async function run(): Promise<void> {
  const folder = dirname(fileURLToPath(import.meta.url));
  await runMocha([join(folder, 'trendsPanel.js')], { ui: 'bdd', timeout: 120_000 });
}
