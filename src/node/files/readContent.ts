import type { Stats } from 'node:fs';
import type { FileContent, FileStamp } from '../../core/ports/files.ts';
import { type FileCalls, readFlags } from './fileCalls.ts';
import { maximumBytes, textOfBytes } from './fileText.ts';
import { outOfDescriptors, type Patience, persist } from './patience.ts';
import { saysMissing, systemCode, systemReason } from './systemReason.ts';

/** One byte more than may be read, so that a file that grows meanwhile is noticed. */
const bufferSize = maximumBytes + 1;

/** Makes the buffer that reading needs; one can serve many reads, one after the other. */
export function readBuffer(): Buffer {
  return Buffer.allocUnsafeSlow(bufferSize);
}

/** Reads one file; the folders that lead to it are the caller's to check. */
export async function readContent(calls: FileCalls, patience: Patience, file: string): Promise<FileContent> {
  try {
    return await persist(patience, outOfDescriptors, () => readOnce(calls, file, readBuffer()));
  } catch (error) {
    return contentOfFailure(error);
  }
}

/** What was read, and what the file was like at that moment. */
export interface StampedContent {
  readonly content: FileContent;
  readonly stamp?: FileStamp;
}

/** As `readContent`, in one go; `undefined` where that has to wait because too many files are open. */
export function readContentSync(calls: FileCalls, file: string, buffer: Buffer): StampedContent | undefined {
  try {
    return readOnceSync(calls, file, buffer);
  } catch (error) {
    return outOfDescriptors.has(systemCode(error) ?? '') ? undefined : { content: contentOfFailure(error) };
  }
}

/** Whether what stands there is a regular file that looks as it did when it had the stamp. */
export function isStampOf(stats: Stats, stamp: FileStamp): boolean {
  return stats.isFile() && stats.size === stamp.size && stats.mtimeMs === stamp.modified;
}

async function readOnce(calls: FileCalls, file: string, buffer: Buffer): Promise<FileContent> {
  if (needsLook && (await calls.lstat(file)).isSymbolicLink()) {
    return symbolicLink;
  }
  const descriptor = await calls.open(file, readFlags);
  try {
    const stats = await calls.fstat(descriptor);
    const refused = refusal(stats);
    if (refused !== undefined) {
      return refused;
    }
    let length = 0;
    let got = 0;
    do {
      got = (await calls.read(descriptor, buffer, length, bufferSize - length, null)).bytesRead;
      length += got;
    } while (got > 0 && length < stats.size);
    return textOfBytes(buffer, length);
  } finally {
    await calls.close(descriptor);
  }
}

function readOnceSync(calls: FileCalls, file: string, buffer: Buffer): StampedContent {
  if (needsLook && calls.lstatSync(file).isSymbolicLink()) {
    return { content: symbolicLink };
  }
  const descriptor = calls.openSync(file, readFlags);
  try {
    const stats = calls.fstatSync(descriptor);
    const refused = refusal(stats);
    if (refused !== undefined) {
      return { content: refused };
    }
    let length = 0;
    let got = 0;
    do {
      got = calls.readSync(descriptor, buffer, length, bufferSize - length, null);
      length += got;
    } while (got > 0 && length < stats.size);
    // What the system tells are all fractions; a whole number takes no memory of its own.
    const stamp = { size: stats.size | 0, modified: stats.mtimeMs };
    return { content: textOfBytes(buffer, length), stamp };
  } finally {
    calls.closeSync(descriptor);
  }
}

/** Windows cannot refuse a link while it opens a file. */
const needsLook = process.platform === 'win32';

const symbolicLink: FileContent = { state: 'unreadable', code: 'symbolic-link', detail: '' };

function refusal(stats: Stats): FileContent | undefined {
  if (!stats.isFile()) {
    return { state: 'unreadable', code: 'not-a-file', detail: '' };
  }
  if (stats.size > maximumBytes) {
    return { state: 'unreadable', code: 'too-large', detail: String(stats.size) };
  }
  return undefined;
}

/** What a failed read says about the file. */
export function contentOfFailure(error: unknown): FileContent {
  if (saysMissing(error)) {
    return { state: 'missing' };
  }
  const code = systemCode(error);
  if (code === 'ELOOP' || code === 'EMLINK') {
    return symbolicLink;
  }
  if (code === 'ENXIO' || code === 'EISDIR') {
    return { state: 'unreadable', code: 'not-a-file', detail: '' };
  }
  return { state: 'unreadable', code: 'failed', detail: systemReason(error) };
}
