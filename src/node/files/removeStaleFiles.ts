import { join } from 'node:path';
import { holderOf, isFree, removeFolder } from './fileLock.ts';
import { lookAtFolders } from './folderChain.ts';
import { claimant, claimOfTemporary, isLockName, isOwnName } from './ownNames.ts';
import { isSafeSegment } from './pathSpelling.ts';
import { settles, systemCode } from './systemReason.ts';
import { TimeSlice } from './timeSlice.ts';
import { isGone } from './writer.ts';
import type { WriteTools } from './writeTools.ts';

/**
 * Removes the temporary files and locks of writers that are gone, in a folder and all below it, and says
 * which. What belongs to a writer that is alive, or on another machine, stays; so does what cannot be removed.
 */
export async function removeStaleFiles(
  tools: WriteTools,
  root: string,
  folders: readonly string[],
): Promise<readonly string[]> {
  const removed: string[] = [];
  const slice = new TimeSlice();
  const open = (await isWhole(tools, root, folders)) ? [folders.join('/')] : [];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const name of await namesIn(tools, join(root, folder))) {
      if (slice.isOver()) {
        await slice.next();
      }
      const path = folder === '' ? name : `${folder}/${name}`;
      if (isOwnName(name)) {
        if (await removeIfStale(tools, join(root, path), name)) {
          removed.push(path);
        }
      } else if (mayBeFolder(name) && isFolder(tools, join(root, path))) {
        open.push(path);
      }
    }
  }
  return removed;
}

async function removeIfStale(tools: WriteTools, file: string, name: string): Promise<boolean> {
  const { calls, writer } = tools;
  if (isLockName(name)) {
    const holder = await holderOf(calls, file);
    if (holder === undefined || !isFree(tools, holder)) {
      return false;
    }
    const claim = tools.newClaim();
    const taken = holder === '' || (await settles(calls.rename(join(file, holder), join(file, claim))));
    return taken && (await removeFolder(calls, file, holder === '' ? undefined : claim));
  }
  const claim = claimOfTemporary(name);
  const maker = claim === undefined ? undefined : claimant(claim);
  if (maker === undefined || !isGone(maker, writer)) {
    return false;
  }
  return isFolder(tools, file) ? removeFolder(calls, file, claim) : settles(calls.unlink(file));
}

async function isWhole({ calls }: WriteTools, root: string, folders: readonly string[]): Promise<boolean> {
  try {
    return (await lookAtFolders(calls, root, folders)).state === 'whole';
  } catch (error) {
    return notTold(error, false);
  }
}

async function namesIn({ calls }: WriteTools, folder: string): Promise<readonly string[]> {
  try {
    return await calls.readdir(folder);
  } catch (error) {
    return notTold(error, []);
  }
}

function isFolder({ calls }: WriteTools, path: string): boolean {
  try {
    return calls.lstatSync(path).isDirectory();
  } catch (error) {
    return notTold(error, false);
  }
}

/** A Markdown file is not worth a look: there may be very many. */
function mayBeFolder(name: string): boolean {
  return !name.endsWith('.md') && name !== 'node_modules' && isSafeSegment(name);
}

function notTold<T>(error: unknown, instead: T): T {
  if (systemCode(error) === undefined) {
    throw error;
  }
  return instead;
}
