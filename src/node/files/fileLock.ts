import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { RetroError } from '../../core/retroError.ts';
import { createFlags, type FileCalls } from './fileCalls.ts';
import { claimant, lockName, temporaryName } from './ownNames.ts';
import { heldByOthers, persist } from './patience.ts';
import { settles, systemCode } from './systemReason.ts';
import { isGone } from './writer.ts';
import type { WriteTools } from './writeTools.ts';

/** Lets a lock go. Never fails: what the system refuses leaves a lock that the same writer can take again. */
export type Release = () => Promise<void>;

/**
 * Waits for the lock of a file and takes it.
 *
 * A lock is a folder beside the file that holds one empty file, named by the claim of whoever has it. It
 * comes into being whole: the folder is made under another name and renamed, which fails where a lock that
 * someone holds stands in the way. It passes from a writer that is gone to a new one by renaming the file in
 * it from the one's claim to the other's: of several who try, only one still finds the old name. So nobody
 * ever removes a lock in the belief that it is still the one that was looked at.
 *
 * @param path the file as the user knows it, for the message
 * @throws RetroError `busy`, or what the system says
 */
export async function acquireLock(
  tools: WriteTools,
  folder: string,
  file: string,
  path: string,
): Promise<Release> {
  const { calls, patience } = tools;
  const lock = join(folder, lockName(file));
  const claim = tools.newClaim();
  const prepared = join(folder, temporaryName(claim));
  let waited = 0;
  try {
    await calls.mkdir(prepared);
    await calls.close(await calls.open(join(prepared, claim), createFlags, 0o666));
    for (let turn = 0; ; turn++) {
      if (await comesIntoPlace(calls, prepared, lock)) {
        break;
      }
      if (await takesOver(tools, lock, claim)) {
        await removeFolder(calls, prepared, claim);
        break;
      }
      if (waited >= patience.forLock) {
        throw busy(path, lock);
      }
      const interval = Math.min(2 + turn, 25);
      await patience.pause(interval);
      waited += interval;
    }
  } catch (error) {
    await removeFolder(calls, prepared, claim);
    throw error;
  }
  return () => release(tools, lock, claim);
}

/** What a rename says where something stands in the way, or is just being looked at by another program. */
const inTheWay: ReadonlySet<string> = new Set(['ENOTEMPTY', 'EEXIST', 'ENOTDIR', ...heldByOthers]);

async function comesIntoPlace(calls: FileCalls, prepared: string, lock: string): Promise<boolean> {
  try {
    await calls.rename(prepared, lock);
    return true;
  } catch (error) {
    if (inTheWay.has(systemCode(error) ?? '')) {
      return false;
    }
    throw error;
  }
}

/** Takes a lock whose holder is gone, and clears away one that nobody holds. */
async function takesOver(tools: WriteTools, lock: string, claim: string): Promise<boolean> {
  const { calls } = tools;
  const holder = await holderOf(calls, lock);
  if (holder === undefined || !isFree(tools, holder)) {
    return false;
  }
  if (holder === '') {
    await settles(calls.rmdir(lock));
    return false;
  }
  return settles(calls.rename(join(lock, holder), join(lock, claim)));
}

/** Whether the claim that holds a lock binds nobody any more. */
export function isFree({ abandoned, writer }: WriteTools, holder: string): boolean {
  const owner = claimant(holder);
  return holder === '' || abandoned.has(holder) || (owner !== undefined && isGone(owner, writer));
}

/** The claim that holds a lock, empty if there is none; `undefined` where no lock can be looked into. */
export async function holderOf(calls: FileCalls, lock: string): Promise<string | undefined> {
  try {
    return (await calls.lstat(lock)).isDirectory() ? ((await calls.readdir(lock))[0] ?? '') : undefined;
  } catch (error) {
    if (systemCode(error) === undefined) {
      throw error;
    }
    return undefined;
  }
}

async function release(
  { calls, patience, abandoned }: WriteTools,
  lock: string,
  claim: string,
): Promise<void> {
  if (await settles(persist(patience, heldByOthers, () => calls.unlink(join(lock, claim))))) {
    await settles(calls.rmdir(lock));
  } else {
    abandoned.add(claim);
  }
}

/** Removes a folder that holds a claim and nothing else, if the system lets us. */
export async function removeFolder(
  calls: FileCalls,
  folder: string,
  claim: string | undefined,
): Promise<boolean> {
  if (claim !== undefined) {
    await settles(calls.unlink(join(folder, claim)));
  }
  return settles(calls.rmdir(folder));
}

function busy(path: string, lock: string): RetroError {
  return new RetroError(
    'busy',
    l10n.t(
      '“{0}” is being written by another program, which did not finish in time. Try again; if no other program is at work, delete the folder “{1}”.',
      path,
      lock,
    ),
    { path },
  );
}
