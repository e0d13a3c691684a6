import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Who holds a lock or made a temporary file, as the text `machine-pid-start-nonce`. The clock has no part in
 * it: `start` counts from the machine's start and names which start of the machine that was.
 */
export interface Writer {
  readonly name: string;
  readonly machine: string;
  readonly pid: number;
  /** `x` where the system does not tell. */
  readonly start: string;
  /** Sets apart two writers of one process. */
  readonly nonce: string;
}

/** A new writer of this process. */
export function thisWriter(): Writer {
  const machine = machineMark();
  const start = startOf(process.pid) ?? 'x';
  const nonce = randomBytes(4).toString('hex');
  return { name: `${machine}-${process.pid}-${start}-${nonce}`, machine, pid: process.pid, start, nonce };
}

/** Reads what `Writer.name` says; `undefined` for any other text. */
export function writerNamed(name: string): Writer | undefined {
  const [, machine, pid, start, nonce] =
    /^([0-9a-f]{8})-([1-9]\d{0,9})-([0-9a-z]+)-([0-9a-f]{8})$/.exec(name) ?? [];
  if (machine === undefined || pid === undefined || start === undefined || nonce === undefined) {
    return undefined;
  }
  return { name, machine, pid: Number(pid), start, nonce };
}

/**
 * Whether a writer is certainly no more: its process ended, or the number now belongs to another one.
 * Of a writer on another machine, or in another container, nothing can be said, so it is not gone.
 */
export function isGone(writer: Writer, self: Writer): boolean {
  if (writer.machine !== self.machine) {
    return false;
  }
  try {
    process.kill(writer.pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') {
      return true;
    }
  }
  const start = startOf(writer.pid);
  return start !== undefined && writer.start !== 'x' && start !== writer.start;
}

/** Process numbers mean the same to all who see the same machine and, on Linux, the same set of processes. */
function machineMark(): string {
  const parts = [hostname(), textOf('/etc/machine-id'), linkOf('/proc/self/ns/pid')];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 8);
}

/** When a process started, on systems that have `/proc`; an ended one that nobody has waited for has no start. */
function startOf(pid: number): string | undefined {
  const stat = textOf(`/proc/${pid}/stat`);
  const [state, ...numbers] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = numbers[18];
  if (state === undefined || ticks === undefined || !/^\d+$/.test(ticks)) {
    return undefined;
  }
  const boot = textOf('/proc/sys/kernel/random/boot_id').slice(0, 8);
  return state === 'Z' || state === 'X' ? 'ended' : `${boot}${Number(ticks).toString(36)}`;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
