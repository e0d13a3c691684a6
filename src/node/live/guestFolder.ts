import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeFiles } from '../files/nodeFiles.ts';

/** Days after which nobody comes back to a room: an invitation admits for hours, and a retro ends. */
const keptFor = 30;

/**
 * The folder in which an editor keeps the rooms that it was in, made where it is not there. What has been left alone
 * for a month is removed.
 *
 * @param folder absolute
 * @param now milliseconds since 1970
 */
export async function openGuestFolder(folder: string, now: number): Promise<NodeFiles> {
  await mkdir(folder, { recursive: true });
  const earliest = now - keptFor * 24 * 60 * 60 * 1000;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const written = await stat(path).catch(() => undefined);
    if (written?.isFile() === true && written.mtimeMs < earliest) {
      await rm(path, { force: true });
    }
  }
  return new NodeFiles(folder);
}
