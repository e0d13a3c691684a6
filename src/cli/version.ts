import { readFile } from 'node:fs/promises';

/** The version in the manifest that this program is shipped with, found in a folder above its file. */
export async function readVersion(programUrl: string): Promise<string> {
  for (let folder = new URL('.', programUrl); ; folder = new URL('..', folder)) {
    const manifest = await readManifest(new URL('package.json', folder));
    if (manifest?.name === 'retrolog' && manifest.version !== undefined) {
      return manifest.version;
    }
    if (folder.pathname === new URL('..', folder).pathname) {
      return 'unknown';
    }
  }
}

async function readManifest(url: URL): Promise<{ name?: string; version?: string } | undefined> {
  try {
    return JSON.parse(await readFile(url, 'utf8')) as { name?: string; version?: string };
  } catch {
    return undefined;
  }
}
