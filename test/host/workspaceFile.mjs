import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/**
 * Makes a `.code-workspace` with one folder, in a new folder of its own. VS Code sees edits of its settings at once,
 * unlike those of a user's settings file, and the folder itself stays as it is.
 * @param {string} into
 * @param {string} folder
 * @param {Record<string, unknown>} settings
 */
export async function writeWorkspace(into, folder, settings) {
  const path = join(await mkdtemp(join(into, 'window-')), `${basename(folder)}.code-workspace`);
  await writeFile(path, JSON.stringify({ folders: [{ path: folder }], settings }, null, 2));
  return path;
}

/**
 * Changes a setting of an open window.
 * @param {string} workspace the path of its `.code-workspace`
 * @param {string} name
 * @param {unknown} value undefined removes it
 */
export async function writeSetting(workspace, name, value) {
  const file = JSON.parse(await readFile(workspace, 'utf8'));
  file.settings = { ...file.settings, [name]: value };
  await writeFile(workspace, JSON.stringify(file, null, 2));
}
