import * as l10n from '@vscode/l10n';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { RetroLog } from '../core/log/retroLog.ts';
import type { Files } from '../core/ports/files.ts';
import type { Git } from '../core/ports/git.ts';
import type { History } from '../core/ports/history.ts';
import type { Versions } from '../core/ports/versions.ts';
import { RetroError } from '../core/retroError.ts';
import { cryptoIds } from '../node/cryptoIds.ts';
import { NodeFiles } from '../node/files/nodeFiles.ts';
import { NodeGit } from '../node/git/nodeGit.ts';
import { NodeHistory } from '../node/git/nodeHistory.ts';
import { NodeVersions } from '../node/git/nodeVersions.ts';
import { locateLog } from '../node/locateLog.ts';
import { systemClock } from '../node/systemClock.ts';

/** The log that a command is about, and what it needs around it. */
export interface Workplace {
  /** Absolute path of the folder that holds the log's folder. */
  readonly root: string;
  /** Absolute path that paths in arguments are relative to, without symbolic links. */
  readonly start: string;
  /** The log's folder, POSIX, from the root. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly log: RetroLog;
  readonly files: Files;
  readonly git: Git;
  readonly history: History;
  /** The log as commits have it. */
  readonly versions: Versions;
  /** Removes what writers that were killed left in the log's folder. */
  readonly removeStaleFiles: () => Promise<unknown>;
}

/** Where to look for a log. */
export interface Whereabouts {
  readonly currentFolder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly dir: string | undefined;
  readonly folder: string | undefined;
  /** Where the log is, seen from there, if that is somewhere else. */
  readonly at?: string | undefined;
}

/**
 * Finds the log that a folder belongs to. It need not exist yet.
 *
 * @throws RetroError `not-found` where the folder to start from is not there, or as `locateLog` says
 */
export async function openWorkplace(where: Whereabouts): Promise<Workplace> {
  const { currentFolder, environment } = where;
  const start = await realFolder(resolve(currentFolder, where.dir ?? '.'));
  const at = where.at === undefined ? start : await realFolder(resolve(start, where.at));
  const { root, folder } = await locateLog(at, where.folder);
  const files = new NodeFiles(root);
  const settings = { root, folder, environment };
  const versions = new NodeVersions(settings);
  const log = new RetroLog({ files, clock: systemClock, ids: cryptoIds, versions }, folder);
  return {
    root,
    start,
    folder,
    environment,
    log,
    files,
    git: new NodeGit(settings),
    history: new NodeHistory(settings),
    versions,
    removeStaleFiles: () => files.removeStaleFiles(folder),
  };
}

/**
 * A path of an argument as the log writes it: POSIX, from the root; empty for the root itself. What it names
 * need not exist.
 *
 * @throws RetroError `bad-path` where it leads out of the root
 */
export async function pathFromRoot(place: Workplace, given: string): Promise<string> {
  const absolute = resolve(place.start, given);
  const inside = within(place.root, absolute) ?? within(place.root, await withoutLinks(absolute));
  if (inside === undefined) {
    throw new RetroError('bad-path', l10n.t('“{0}” is outside of {1}.', given, place.root));
  }
  return inside;
}

function within(root: string, absolute: string): string | undefined {
  const path = relative(root, absolute);
  const outside = path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
  return outside ? undefined : path.split(sep).join('/');
}

async function withoutLinks(absolute: string): Promise<string> {
  try {
    return join(await realpath(dirname(absolute)), basename(absolute));
  } catch {
    return absolute;
  }
}

async function realFolder(path: string): Promise<string> {
  try {
    const real = await realpath(path);
    return (await stat(real)).isDirectory() ? real : dirname(real);
  } catch (cause) {
    throw new RetroError('not-found', l10n.t('There is no folder “{0}” to start from.', path), { cause });
  }
}
