import * as fs from 'node:fs';
import { promisify } from 'node:util';

const readdirTypes = promisify(fs.readdir) as (
  path: string,
  options: { withFileTypes: true },
) => Promise<fs.Dirent[]>;

/**
 * The calls of the file system that this folder uses, and no others; handed in so that a test can make
 * any one of them fail. Those that end in `Sync` serve reading in slices, which pooled calls make several
 * times as slow.
 */
export const nodeFileCalls = {
  access: promisify(fs.access),
  close: promisify(fs.close),
  fchmod: promisify(fs.fchmod),
  fstat: promisify(fs.fstat) as (descriptor: number) => Promise<fs.Stats>,
  fsync: promisify(fs.fsync),
  ftruncate: promisify(fs.ftruncate) as (descriptor: number, length: number) => Promise<void>,
  lstat: promisify(fs.lstat) as (path: string) => Promise<fs.Stats>,
  mkdir: promisify(fs.mkdir) as (path: string) => Promise<void>,
  open: promisify(fs.open) as (path: string, flags: number, mode?: number) => Promise<number>,
  read: promisify(fs.read) as (
    descriptor: number,
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: null,
  ) => Promise<{ bytesRead: number }>,
  readdir: promisify(fs.readdir) as (path: string) => Promise<string[]>,
  readdirTypes: (path: string) => readdirTypes(path, { withFileTypes: true }),
  rename: promisify(fs.rename),
  rmdir: promisify(fs.rmdir) as (path: string) => Promise<void>,
  stat: promisify(fs.stat) as (path: string) => Promise<fs.Stats>,
  unlink: promisify(fs.unlink),
  write: promisify(fs.write) as (
    descriptor: number,
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: null,
  ) => Promise<{ bytesWritten: number }>,
  closeSync: fs.closeSync,
  fstatSync: fs.fstatSync as (descriptor: number) => fs.Stats,
  lstatSync: fs.lstatSync as (path: string) => fs.Stats,
  openSync: fs.openSync as (path: string, flags: number) => number,
  readSync: fs.readSync as (
    descriptor: number,
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: null,
  ) => number,
};

/** See `nodeFileCalls`. */
export type FileCalls = typeof nodeFileCalls;

/** Opens a regular file to read; a link at its end is refused, and a pipe without a writer does not hold us. */
export const readFlags =
  fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);

/** Makes a new file to write; fails where anything, even a dangling link, has that name. */
export const createFlags = fs.constants.O_WRONLY | fs.constants.O_CREAT | fs.constants.O_EXCL;

/** Opens a file of ours to write at its end, and makes it where it is missing; a link in its place is refused. */
export const appendFlags =
  fs.constants.O_WRONLY | fs.constants.O_CREAT | fs.constants.O_APPEND | (fs.constants.O_NOFOLLOW ?? 0);

/** Opens a folder to synchronise it. */
export const folderFlags = fs.constants.O_RDONLY | (fs.constants.O_DIRECTORY ?? 0);

/** Whether a file may be written, for `access`. */
export const mayWrite = fs.constants.W_OK;
