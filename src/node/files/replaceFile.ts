import type { Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFlags, type FileCalls, folderFlags } from './fileCalls.ts';
import { temporaryName } from './ownNames.ts';
import { heldByOthers, persist } from './patience.ts';
import { settles } from './systemReason.ts';
import type { WriteTools } from './writeTools.ts';

/**
 * Puts new bytes in a file's place: a reader or a crash at any moment finds the old ones or the new ones.
 *
 * @param old what stands there now, whose permissions are kept
 * @param stillRight asked at the last moment; where it says no, all stays as it was
 * @returns what `stillRight` said
 */
export async function replaceFile(
  tools: WriteTools,
  file: string,
  bytes: Buffer,
  old: Stats | undefined,
  stillRight: () => Promise<boolean>,
): Promise<boolean> {
  const { calls, patience } = tools;
  const temporary = join(dirname(file), temporaryName(tools.newClaim()));
  let done = false;
  try {
    await writeWhole(calls, temporary, bytes, old);
    if (await stillRight()) {
      await persist(patience, heldByOthers, () => calls.rename(temporary, file));
      done = true;
    }
  } finally {
    if (!done) {
      await settles(calls.unlink(temporary));
    }
  }
  if (done) {
    await syncFolder(calls, dirname(file));
  }
  return done;
}

async function writeWhole(
  calls: FileCalls,
  file: string,
  bytes: Buffer,
  old: Stats | undefined,
): Promise<void> {
  const descriptor = await calls.open(file, createFlags, 0o666);
  try {
    for (let offset = 0; offset < bytes.length; ) {
      offset += (await calls.write(descriptor, bytes, offset, bytes.length - offset, null)).bytesWritten;
    }
    if (old !== undefined) {
      await calls.fchmod(descriptor, old.mode & 0o7777);
    }
    await calls.fsync(descriptor);
  } catch (error) {
    await settles(calls.close(descriptor));
    throw error;
  }
  await calls.close(descriptor);
}

/**
 * Makes the disk remember the names in a folder. Some systems cannot, and where one that can fails, the new
 * content is in place all the same: to call that a failed write would have it written twice.
 */
export async function syncFolder(calls: FileCalls, folder: string): Promise<void> {
  await settles(syncOpened(calls, folder));
}

async function syncOpened(calls: FileCalls, folder: string): Promise<void> {
  const descriptor = await calls.open(folder, folderFlags);
  try {
    await calls.fsync(descriptor);
  } finally {
    await calls.close(descriptor);
  }
}
