import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A theme that comes with VS Code, and the class that its window has while the theme is shown. `Light Modern` is
 * called `Default Light Modern` in VS Code 1.105; either name finds either.
 * @param {import('./setUpHost.mjs').Host} host
 * @param {string} name
 */
export async function findTheme(host, name) {
  const manifest = await readFile(join(host.folder, 'extensions/theme-defaults/package.json'), 'utf8');
  /** @type {{ id: string, path: string }[]} */
  const themes = JSON.parse(manifest).contributes.themes;
  const names = [name, `Default ${name}`, name.replace(/^Default /, '')];
  const found = names.flatMap((one) => themes.filter(({ id }) => id === one))[0];
  if (!found)
    throw new Error(`No theme "${name}". This VS Code has: ${themes.map(({ id }) => id).join(', ')}.`);
  const path = found.path.replace(/^\.\//, '');
  return { id: found.id, className: `vscode-theme-defaults-${path}`.replace(/[^\w-]/g, '-') };
}
