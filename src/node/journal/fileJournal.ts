import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Board } from '../../core/board/board.ts';
import type { Intent } from '../../core/board/intent.ts';
import type { Journal, JournalContent, JournalDamage } from '../../core/ports/journal.ts';
import { RetroError } from '../../core/retroError.ts';
import { appendFlags, type FileCalls, nodeFileCalls } from '../files/fileCalls.ts';
import { acquireLock, type Release } from '../files/fileLock.ts';
import { type Patience, usualPatience } from '../files/patience.ts';
import { replaceFile, syncFolder } from '../files/replaceFile.ts';
import { saysMissing, settles, systemCode, systemReason } from '../files/systemReason.ts';
import { cannotWrite } from '../files/updateRefusal.ts';
import { WriteTools } from '../files/writeTools.ts';
import { boardLine, intentLine, type ReadLines, readLines } from './journalLines.ts';

/** Something that was asked of a journal and is not done yet. */
interface Task {
  readonly intent?: Intent;
  readonly board?: Board;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A journal as a file of lines. Whoever has it open holds its lock, so that nobody else writes to it. */
export class FileJournal implements Journal {
  readonly #file: string;
  readonly #tools: WriteTools;
  readonly #release: Release;
  readonly #damage: JournalDamage | undefined;
  #tasks: Task[] = [];
  #working: Promise<void> | undefined;
  #descriptor: number | undefined;
  /** The number of the last event, and the bytes up to its end. */
  #last: number;
  #length: number;

  private constructor(
    file: string,
    tools: WriteTools,
    release: Release,
    { last, length }: ReadLines,
    damage: JournalDamage | undefined,
  ) {
    this.#file = file;
    this.#tools = tools;
    this.#release = release;
    this.#last = last;
    this.#length = length;
    this.#damage = damage;
  }

  /**
   * Opens a journal, or begins one. What cannot be read behind its last whole event is cut off, and a copy of the
   * file as it was is kept beside it.
   *
   * @param file absolute; its folder is there
   * @throws RetroError `busy` where another program has it open, `cannot-read`, `cannot-write`
   */
  static async open(
    file: string,
    calls: FileCalls = nodeFileCalls,
    patience: Patience = usualPatience,
  ): Promise<FileJournal> {
    const tools = new WriteTools(calls, patience);
    const name = basename(file);
    const release = await lock(tools, dirname(file), name);
    try {
      const bytes = await contentOf(file);
      const found = readLines(bytes);
      const damage = found.damage && (await mend(tools, file, bytes, found));
      return new FileJournal(file, tools, release, found, damage);
    } catch (error) {
      await release();
      throw error instanceof RetroError ? error : cannotWrite(name, systemReason(error), error);
    }
  }

  async read(): Promise<JournalContent> {
    await this.#working;
    const { snapshot, intents } = readLines(await contentOf(this.#file));
    return { ...(snapshot && { snapshot }), intents, ...(this.#damage && { damage: this.#damage }) };
  }

  append(intent: Intent): Promise<void> {
    return this.#ask({ intent });
  }

  compact(board: Board): Promise<void> {
    return this.#ask({ board });
  }

  async close(): Promise<void> {
    await this.#working;
    await this.#shut();
    await this.#release();
  }

  #ask(task: Pick<Task, 'intent' | 'board'>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#tasks.push({ ...task, resolve, reject });
      this.#working ??= this.#work();
    });
  }

  /** Does what was asked for: intents that came while one was being written are written together. */
  async #work(): Promise<void> {
    while (this.#tasks.length > 0) {
      const other = this.#tasks.findIndex(({ board }) => board !== undefined);
      const batch = this.#tasks.splice(0, other === -1 ? this.#tasks.length : Math.max(1, other));
      try {
        const [{ board }] = batch as [Task];
        await (board === undefined ? this.#write(batch) : this.#replace(board));
        batch.forEach(({ resolve }) => resolve());
      } catch (error) {
        const refusal = refusalOf(error, this.#file);
        [...batch, ...this.#tasks.splice(0)].forEach(({ reject }) => reject(refusal));
      }
    }
    this.#working = undefined;
  }

  async #write(batch: readonly Task[]): Promise<void> {
    const { calls } = this.#tools;
    const text = batch
      .flatMap(({ intent }, at) => intent && intentLine(this.#last + 1 + at, intent))
      .join('');
    const bytes = Buffer.from(text);
    const descriptor = await this.#opened();
    try {
      for (let offset = 0; offset < bytes.length; ) {
        offset += (await calls.write(descriptor, bytes, offset, bytes.length - offset, null)).bytesWritten;
      }
      await calls.fsync(descriptor);
    } catch (error) {
      await this.#cutBack(descriptor);
      throw error;
    }
    this.#last += batch.length;
    this.#length += bytes.length;
  }

  /** Half an event may have been written: whatever comes next has to begin behind the last whole one. */
  async #cutBack(descriptor: number): Promise<void> {
    const { calls } = this.#tools;
    await settles(calls.ftruncate(descriptor, this.#length));
    await this.#shut();
  }

  async #replace(board: Board): Promise<void> {
    const bytes = Buffer.from(boardLine(this.#last, board));
    await this.#shut();
    await replaceFile(this.#tools, this.#file, bytes, undefined, () => Promise.resolve(true));
    this.#length = bytes.length;
  }

  /** The file, to append to. One that is longer than what was acknowledged, since cutting failed, is cut first. */
  async #opened(): Promise<number> {
    const { calls } = this.#tools;
    if (this.#descriptor === undefined) {
      const descriptor = await calls.open(this.#file, appendFlags, 0o600);
      try {
        await calls.ftruncate(descriptor, this.#length);
        await syncFolder(calls, dirname(this.#file));
      } catch (error) {
        await settles(calls.close(descriptor));
        throw error;
      }
      this.#descriptor = descriptor;
    }
    return this.#descriptor;
  }

  async #shut(): Promise<void> {
    const descriptor = this.#descriptor;
    this.#descriptor = undefined;
    if (descriptor !== undefined) {
      await settles(this.#tools.calls.close(descriptor));
    }
  }
}

async function lock(tools: WriteTools, folder: string, name: string): Promise<Release> {
  try {
    return await acquireLock(tools, folder, name, name);
  } catch (error) {
    if (error instanceof RetroError && error.code === 'busy') {
      throw new RetroError(
        'busy',
        l10n.t('This board is open in another window. Go on there, or close it there first.'),
        {
          cause: error,
        },
      );
    }
    throw error;
  }
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (saysMissing(error)) {
      return Buffer.alloc(0);
    }
    throw new RetroError(
      'cannot-read',
      l10n.t('The journal of this board could not be read, and was left as it is: {0}', systemReason(error)),
      { cause: error },
    );
  }
}

/** Keeps the file as it was under another name, then lets it end behind the last whole event. */
async function mend(
  tools: WriteTools,
  file: string,
  bytes: Buffer,
  { damage, length }: ReadLines,
): Promise<JournalDamage | undefined> {
  if (damage === undefined) {
    return undefined;
  }
  const kept = await freeName(tools.calls, `${file}.damaged`);
  const always = (): Promise<boolean> => Promise.resolve(true);
  await replaceFile(tools, kept, bytes, undefined, always);
  await replaceFile(tools, file, bytes.subarray(0, length), undefined, always);
  return { ...damage, kept };
}

async function freeName(calls: FileCalls, wanted: string): Promise<string> {
  const taken = new Set(await calls.readdir(dirname(wanted)));
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? basename(wanted) : `${basename(wanted)}-${count}`;
    if (!taken.has(name)) {
      return join(dirname(wanted), name);
    }
  }
}

/** What the system did not say is a bug, and handed on as it is. */
function refusalOf(error: unknown, file: string): unknown {
  if (systemCode(error) === undefined) {
    return error;
  }
  return new RetroError(
    'cannot-write',
    l10n.t('This could not be kept, so it was not done: {0} The board is as it was.', systemReason(error)),
    { path: basename(file), cause: error },
  );
}
