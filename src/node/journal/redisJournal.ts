import { setImmediate as turn } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import { type Board, newBoard } from '../../core/board/board.ts';
import type { Intent } from '../../core/board/intent.ts';
import type { Journal, JournalContent, JournalFollower, OtherWriters } from '../../core/ports/journal.ts';
import { RetroError } from '../../core/retroError.ts';
import { newSecret } from '../live/secrets.ts';
import { forgetInFiles } from '../redis/forgetInFiles.ts';
import { isRefusedByRedis, RedisAway, type RedisConnection } from '../redis/redisConnection.ts';
import { roomKey } from '../redis/roomKey.ts';
import { watchChannel } from '../redis/watchChannel.ts';
import { entryVersion, partOf, type StreamEntry, type StreamEnd, streamStart } from './streamEntries.ts';
import { type ReadStream, readStream } from './readStream.ts';
import { appendScript, replaceScript } from './streamScripts.ts';

/** Something that was asked of a journal and is not done yet. */
interface Task {
  readonly intent?: Intent;
  readonly board?: Board;
  /** By this it is found again in the stream. */
  readonly mark: string;
  /** It may be there already. */
  isSent: boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

type Asker = Pick<Task, 'resolve' | 'reject'>;

/** Milliseconds. */
export interface StreamPatience {
  /** Between two looks for what others wrote, where nobody says that they did. */
  readonly look: number;
  /** How long Redis may be away until what was asked for is refused. */
  readonly outage: number;
}

/** An outage is over for whoever comes in before they are sent away for having shown nothing: `liveLimits.admission`. */
const usualStreamPatience: StreamPatience = { look: 2000, outage: 5000 };

/** So many intents are written at a time at most. */
const mostAtOnce = 100;

/**
 * A journal as a Redis Stream that several processes write. One who writes says which entry is the last that it knows;
 * where that is not the last one any more, nothing is written, and it reads first. So what is in the stream was
 * accepted by whoever wrote it, on the very board that it is applied to by everyone.
 */
export class RedisJournal implements Journal {
  readonly others: OtherWriters;
  readonly #redis: RedisConnection;
  readonly #key: string;
  readonly #patience: StreamPatience;
  #end: StreamEnd;
  /** What was found when it was opened, until that is read. */
  #found: ReadStream | undefined;
  #tasks: Task[] = [];
  #askers: Asker[] = [];
  #follower: JournalFollower | undefined;
  #working: Promise<void> | undefined;
  /** There may be something to read. */
  #isBehind = false;
  #outage: NodeJS.Timeout | undefined;
  /** Why nothing is done any more, or for now. */
  #refusal: Error | undefined;
  #isClosing = false;
  #stop = (): void => undefined;

  private constructor(redis: RedisConnection, key: string, found: ReadStream, patience: StreamPatience) {
    this.#redis = redis;
    this.#key = key;
    this.#end = found.end;
    this.#found = found;
    this.#patience = patience;
    this.others = {
      follow: (follower) => {
        this.#follower = follower;
        this.#look();
      },
      catchUp: () => new Promise((resolve, reject) => this.#askToRead({ resolve, reject })),
    };
  }

  /**
   * Opens a journal, or begins one.
   *
   * @param name of 1 to 64 letters, digits, `-` and `_`: whose it is among the journals of this Redis
   * @throws RetroError `cannot-read` where Redis cannot be asked, or holds what this version cannot read
   */
  static async open(
    redis: RedisConnection,
    name: string,
    patience: StreamPatience = usualStreamPatience,
  ): Promise<RedisJournal> {
    const key = roomKey(name, 'journal');
    try {
      const journal = new RedisJournal(redis, key, await readStream(redis, key), patience);
      // Whoever wrote says which entry is the last one now.
      journal.#stop = await watchChannel(redis, key, patience.look, (id) => {
        if (id !== journal.#end.id) {
          journal.#look();
        }
      });
      return journal;
    } catch (error) {
      throw refusalOf(error, 'cannot-read');
    }
  }

  async read(): Promise<JournalContent> {
    await this.#working;
    const found = this.#found;
    this.#found = undefined;
    if (found?.end === this.#end) {
      // Whoever follows it hears of what was written since.
      return contentOf(found.entries);
    }
    try {
      const { end, entries } = await readStream(this.#redis, this.#key);
      if (this.#follower === undefined) {
        this.#end = end;
      }
      return contentOf(entries);
    } catch (error) {
      throw refusalOf(error, 'cannot-read');
    }
  }

  append(intent: Intent): Promise<void> {
    return this.#ask({ intent, mark: intent.id });
  }

  compact(board: Board): Promise<void> {
    return this.#ask({ board, mark: newSecret() });
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    if (!this.#redis.isThere) {
      this.#refuseAll(notThere());
    }
    await this.#working;
    this.#stop();
    clearTimeout(this.#outage);
  }

  #look(): void {
    if (this.#follower !== undefined && !this.#isClosing) {
      this.#isBehind = true;
      this.#working ??= this.#work();
    }
  }

  #askToRead(asker: Asker): void {
    if (this.#refusal !== undefined || this.#isClosing) {
      asker.reject(this.#refusal ?? notThere());
      return;
    }
    this.#askers.push(asker);
    this.#isBehind = true;
    this.#working ??= this.#work();
  }

  #ask(task: Pick<Task, 'intent' | 'board' | 'mark'>): Promise<void> {
    if (this.#refusal !== undefined || this.#isClosing) {
      return Promise.reject(this.#refusal ?? notThere());
    }
    return new Promise((resolve, reject) => {
      this.#tasks.push({ ...task, isSent: false, resolve, reject });
      this.#working ??= this.#work();
    });
  }

  /** One thing after the other, so that it is always known what the stream was when something was asked of it. */
  async #work(): Promise<void> {
    while (this.#isBehind || this.#tasks.length > 0) {
      try {
        await (this.#isBehind ? this.#catchUp() : this.#write());
        this.#isThere();
      } catch (error) {
        await this.#mend(error);
      }
    }
    this.#working = undefined;
  }

  async #write(): Promise<void> {
    const last = this.#tasks.findLastIndex(({ board }) => board !== undefined);
    const batch = this.#tasks.slice(0, last === -1 ? mostAtOnce : last + 1);
    batch.forEach((task) => {
      task.isSent = true;
    });
    const { board, mark = '' } = batch.at(-1) ?? {};
    // The board has all that was asked for before it, which is never in the stream then.
    const id = await (board === undefined ? this.#append(batch) : this.#replace(this.#end, board, mark));
    if (id === undefined) {
      this.#isBehind = true;
      return;
    }
    this.#end = { id, mark };
    this.#tasks.splice(0, batch.length).forEach(({ resolve }) => resolve());
    if (board?.names === 'anonymous') {
      void forgetInFiles(this.#redis);
    }
  }

  async #append(batch: readonly Task[]): Promise<string | undefined> {
    const { id, mark } = this.#end;
    const given = batch.flatMap((task) => [task.mark, JSON.stringify(task.intent)]);
    const part = String(Math.max(1, partOf(this.#end)));
    return written(
      await this.#redis.run(appendScript, [this.#key], [id, mark, part, entryVersion, ...given]),
    );
  }

  async #replace({ id, mark }: StreamEnd, board: Board, newMark: string): Promise<string | undefined> {
    const part = String(partOf(this.#end) + 1);
    const given = [id, mark, part, entryVersion, newMark, JSON.stringify(board)];
    return written(await this.#redis.run(replaceScript, [this.#key, `${this.#key}:next`], given));
  }

  /** Reads what is new in the stream: what this one wrote without hearing of it, and what others did. */
  async #catchUp(): Promise<void> {
    this.#isBehind = false;
    const askers = [...this.#askers];
    const known = await readStream(this.#redis, this.#key, this.#end);
    const isOther = known.end === undefined;
    const { end, entries } = isOther ? await readStream(this.#redis, this.#key) : known;
    const isNew = this.#end.id === streamStart.id;
    if (isOther && entries.length === 0 && !isNew && this.#follower !== undefined) {
      await this.#beginAgain(this.#follower.kept());
      return;
    }
    const own = this.#ownAmong(entries);
    this.#end = end ?? this.#end;
    if (own.entries > 0) {
      this.#tasks.splice(0, own.tasks).forEach(({ resolve }) => resolve());
      // Whoever asked for it goes on before they are told what came after it.
      await turn();
    }
    const news = entries.slice(own.entries);
    const isJump = isOther && !isNew && own.entries === 0;
    if (news.length > 0) {
      this.#tell(news, isJump);
    }
    this.#askers = this.#askers.filter((asker) => !askers.includes(asker));
    askers.forEach(({ resolve }) => resolve());
  }

  #tell(news: readonly StreamEntry[], isJump: boolean): void {
    const content = contentOf(news);
    this.#follower?.wrote(isJump ? { snapshot: newBoard, ...content } : content);
    const meanwhile = new RetroError(
      'changed-meanwhile',
      l10n.t('Others changed this board at the same moment. Try again.'),
    );
    this.#tasks.splice(0).forEach(({ reject }) => reject(meanwhile));
  }

  /** How many of the entries are what was asked for here, and how much of that they are. */
  #ownAmong(entries: readonly StreamEntry[]): { readonly entries: number; readonly tasks: number } {
    const [first] = entries;
    if (first !== undefined && 'board' in first) {
      const tasks = 1 + this.#tasks.findIndex(({ isSent, mark }) => isSent && mark === first.mark);
      return { entries: tasks > 0 ? 1 : 0, tasks };
    }
    let count = 0;
    while (this.#tasks[count]?.isSent === true && this.#tasks[count]?.mark === entries[count]?.mark) {
      count += 1;
    }
    return { entries: count, tasks: count };
  }

  /** Redis has lost all of it: it goes on with what is known to have been there, once, whoever else knows it too. */
  async #beginAgain(board: Board): Promise<void> {
    const mark = newSecret();
    const id = await this.#replace(streamStart, board, mark);
    this.#isBehind = true;
    if (id !== undefined) {
      this.#end = { id, mark };
    }
  }

  #isThere(): void {
    clearTimeout(this.#outage);
    this.#outage = undefined;
    this.#refusal = undefined;
  }

  async #mend(error: unknown): Promise<void> {
    if (!(error instanceof RedisAway)) {
      this.#isBehind = false;
      const refusal = refusalOf(error, 'cannot-write');
      // What cannot be read, or is a bug, will not be better the next time.
      this.#refusal = isRefusedByRedis(error) ? undefined : refusal;
      this.#refuseAll(refusal);
      return;
    }
    if (this.#isClosing || this.#redis.isClosed) {
      this.#isBehind = false;
      this.#refuseAll(notThere());
      return;
    }
    this.#isBehind = true;
    this.#outage ??= setTimeout(() => {
      this.#refusal = notThere();
      this.#refuseUnsent(this.#refusal);
    }, this.#patience.outage).unref();
    await this.#redis.thereAgain();
  }

  /** What was sent and not answered may be kept: whoever asked for it waits until that is known. */
  #refuseUnsent(refusal: Error): void {
    const unsent = this.#tasks.filter(({ isSent }) => !isSent);
    this.#tasks = this.#tasks.filter(({ isSent }) => isSent);
    [...unsent, ...this.#askers.splice(0)].forEach(({ reject }) => reject(refusal));
  }

  #refuseAll(refusal: Error): void {
    [...this.#tasks.splice(0), ...this.#askers.splice(0)].forEach(({ reject }) => reject(refusal));
  }
}

function contentOf(entries: readonly StreamEntry[]): JournalContent {
  const [first] = entries;
  const intents = entries.flatMap((entry) => ('intent' in entry ? [entry.intent] : []));
  return first !== undefined && 'board' in first ? { snapshot: first.board, intents } : { intents };
}

/** The id of what a script wrote last; nothing where others were first. */
function written(reply: unknown): string | undefined {
  return typeof reply === 'string' ? reply : undefined;
}

function notThere(): RetroError {
  return new RetroError(
    'cannot-write',
    l10n.t('This could not be kept, so it was not done: Redis cannot be reached. The board is as it was.'),
  );
}

/** A bug is handed on as it is. */
function refusalOf(error: unknown, code: 'cannot-read' | 'cannot-write'): Error {
  if (error instanceof RedisAway) {
    return code === 'cannot-write'
      ? notThere()
      : new RetroError(
          code,
          l10n.t('The journal of this board could not be read: Redis cannot be reached.'),
          {
            cause: error,
          },
        );
  }
  if (isRefusedByRedis(error)) {
    const [reason = ''] = error.message.split(' script:');
    const sentence =
      code === 'cannot-write'
        ? l10n.t('This could not be kept, so it was not done: {0} The board is as it was.', reason)
        : l10n.t('The journal of this board could not be read, and was left as it is: {0}', reason);
    return new RetroError(code, sentence, { cause: error });
  }
  return error instanceof Error ? error : new Error(String(error));
}
