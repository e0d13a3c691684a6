import type { Stats } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Change, FileContent, Updated } from '../../core/ports/files.ts';
import { RetroError } from '../../core/retroError.ts';
import { mayWrite } from './fileCalls.ts';
import { acquireLock } from './fileLock.ts';
import { type FolderChain, lookAtFolders } from './folderChain.ts';
import { heldByOthers, persist } from './patience.ts';
import { readContent } from './readContent.ts';
import { replaceFile, syncFolder } from './replaceFile.ts';
import { saysMissing, systemCode, systemReason } from './systemReason.ts';
import { badLink, cannotRead, cannotWrite, keepsChanging } from './updateRefusal.ts';
import { checkNewName, writableBytes } from './writableBytes.ts';
import type { WriteTools } from './writeTools.ts';

/** How often a file that other programs change under our hands is read again. */
const maximumTurns = 20;

/** One update of one file, from the check of its path to the last sync. */
export class FileUpdate {
  readonly #tools: WriteTools;
  readonly #root: string;
  readonly #folders: readonly string[];
  readonly #name: string;
  readonly #change: Change;
  /** POSIX, from the root, for messages. */
  readonly #path: string;
  readonly #file: string;
  /** The folders that lead to the file, as they were before the lock. */
  #identity = '';
  #refusal: unknown;

  constructor(tools: WriteTools, root: string, segments: readonly string[], change: Change) {
    this.#tools = tools;
    this.#root = root;
    this.#folders = segments.slice(0, -1);
    this.#name = segments.at(-1) ?? '';
    this.#change = change;
    this.#path = segments.join('/');
    this.#file = join(root, ...segments);
  }

  async run(): Promise<Updated> {
    try {
      if (!(await this.#makeFolders())) {
        return 'unchanged';
      }
      this.#identity = (await this.#lookAtFolders()).identity;
      const release = await acquireLock(this.#tools, join(this.#file, '..'), this.#name, this.#path);
      try {
        return await this.#changeLocked();
      } finally {
        await release();
      }
    } catch (error) {
      if (error === this.#refusal || error instanceof RetroError) {
        throw error;
      }
      throw cannotWrite(this.#path, systemReason(error), error);
    }
  }

  async #changeLocked(): Promise<Updated> {
    for (let turn = 0; turn < maximumTurns; turn++) {
      await this.#checkFolders();
      const old = await this.#look();
      const current = old === undefined ? undefined : await this.#read();
      const next = this.#ask(current);
      if (next === undefined || next === (current ?? null)) {
        return 'unchanged';
      }
      const stillRight = async (): Promise<boolean> => {
        await this.#checkFolders();
        return stampOf(await this.#look()) === stampOf(old);
      };
      if (await this.#put(next, old, stillRight)) {
        return next === null ? 'removed' : old === undefined ? 'created' : 'changed';
      }
    }
    throw keepsChanging(this.#path);
  }

  async #put(
    next: string | null,
    old: Stats | undefined,
    stillRight: () => Promise<boolean>,
  ): Promise<boolean> {
    const { calls, patience } = this.#tools;
    if (old === undefined) {
      checkNewName(this.#path, this.#name);
    } else {
      await calls.access(this.#file, mayWrite);
    }
    if (next !== null) {
      return replaceFile(this.#tools, this.#file, writableBytes(this.#path, next), old, stillRight);
    }
    if (!(await stillRight())) {
      return false;
    }
    await persist(patience, heldByOthers, () => calls.unlink(this.#file));
    await syncFolder(calls, join(this.#file, '..'));
    return true;
  }

  /** Makes the folders that are missing; false where nothing is to be put into them. */
  async #makeFolders(): Promise<boolean> {
    const { calls } = this.#tools;
    const chain = await this.#chain();
    if (chain.state === 'whole') {
      return true;
    }
    if (typeof this.#ask(undefined) !== 'string') {
      return false;
    }
    for (let depth = chain.there; depth < this.#folders.length; depth++) {
      checkNewName(this.#path, this.#folders[depth] ?? '');
      const parent = join(this.#root, ...this.#folders.slice(0, depth));
      await calls.mkdir(join(parent, this.#folders[depth] ?? '')).catch(unlessThere);
      await syncFolder(calls, parent);
    }
    return true;
  }

  async #chain(): Promise<Extract<FolderChain, { state: 'whole' | 'missing' }>> {
    const chain = await lookAtFolders(this.#tools.calls, this.#root, this.#folders);
    switch (chain.state) {
      case 'symbolic-link':
        throw badLink(this.#path, chain.at);
      case 'not-a-folder':
        throw cannotWrite(this.#path, l10n.t('“{0}” is not a folder.', chain.at));
      case 'whole':
      case 'missing':
        return chain;
    }
  }

  async #lookAtFolders(): Promise<Extract<FolderChain, { state: 'whole' }>> {
    const chain = await this.#chain();
    if (chain.state === 'missing') {
      throw cannotWrite(this.#path, l10n.t('Its folder was removed meanwhile.'));
    }
    return chain;
  }

  /** The lock, and all that was read, is worth nothing in another folder of the same name. */
  async #checkFolders(): Promise<void> {
    if ((await this.#lookAtFolders()).identity !== this.#identity) {
      throw cannotWrite(this.#path, l10n.t('Its folder was replaced meanwhile.'));
    }
  }

  async #look(): Promise<Stats | undefined> {
    try {
      return await this.#tools.calls.lstat(this.#file);
    } catch (error) {
      if (saysMissing(error)) {
        return undefined;
      }
      throw error;
    }
  }

  async #read(): Promise<string | undefined> {
    const content: FileContent = await readContent(this.#tools.calls, this.#tools.patience, this.#file);
    switch (content.state) {
      case 'text':
        return content.text;
      case 'missing':
        return undefined;
      case 'unreadable':
        throw content.code === 'symbolic-link'
          ? badLink(this.#path, this.#path)
          : cannotRead(this.#path, content.code, content.detail);
    }
  }

  /** Only `change` itself may throw what it likes. */
  #ask(current: string | undefined): string | null | undefined {
    try {
      return this.#change(current);
    } catch (error) {
      this.#refusal = error;
      throw error;
    }
  }
}

function stampOf(stats: Stats | undefined): string {
  return stats === undefined
    ? ''
    : [stats.dev, stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join(' ');
}

function unlessThere(error: unknown): void {
  if (systemCode(error) !== 'EEXIST') {
    throw error;
  }
}
