import { createHash } from 'node:crypto';
import { foldedName } from './portableName.ts';
import { type Writer, writerNamed } from './writer.ts';

/** The line of a git exclude file that covers every temporary file and lock of ours. */
export const ownNamesPattern = '.retrolog-*.tmp';

/** Whether a name is one that this folder gives to its temporary files and locks. */
export function isOwnName(name: string): boolean {
  return name.startsWith('.retrolog-') && name.endsWith('.tmp');
}

/** Names one act of a writer; `count` sets its acts apart, so no claim is ever made twice. */
export function claimOf(writer: Writer, count: number): string {
  return `${writer.name}-${count}`;
}

/** Who made a claim; `undefined` for a text that is none. */
export function claimant(claim: string): Writer | undefined {
  const name = /^(.+)-\d+$/.exec(claim)?.[1];
  return name === undefined ? undefined : writerNamed(name);
}

/** The name of the temporary file, or folder, that belongs to a claim. */
export function temporaryName(claim: string): string {
  return `.retrolog-${claim}.tmp`;
}

/** The claim that a temporary name belongs to; `undefined` for a lock or another's file. */
export function claimOfTemporary(name: string): string | undefined {
  const claim = isOwnName(name) ? name.slice('.retrolog-'.length, -'.tmp'.length) : '';
  return claimant(claim) === undefined ? undefined : claim;
}

/** The name of the lock for a file, beside it: short for the longest name, one for all its spellings. */
export function lockName(file: string): string {
  return `.retrolog-lock-${createHash('sha256').update(foldedName(file)).digest('hex').slice(0, 20)}.tmp`;
}

/** Whether a name is one of a lock. */
export function isLockName(name: string): boolean {
  return /^\.retrolog-lock-[0-9a-f]{20}\.tmp$/.test(name);
}
