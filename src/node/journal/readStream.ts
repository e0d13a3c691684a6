import * as l10n from '@vscode/l10n';
import { RetroError } from '../../core/retroError.ts';
import type { RedisConnection } from '../redis/redisConnection.ts';
import { entriesOf, type StreamEnd, type StreamEntry, streamStart } from './streamEntries.ts';

const mostAtOnce = 500;

/** What was read of a stream. */
export interface ReadStream {
  readonly entries: readonly StreamEntry[];
  /** Where it ends. */
  readonly end: StreamEnd;
}

/**
 * Reads all that a stream holds.
 *
 * @throws RedisAway, ErrorReply; RetroError `cannot-read` where it holds what this version cannot read
 */
export function readStream(redis: RedisConnection, key: string): Promise<ReadStream>;

/** Reads what is behind an entry; where the stream does not have that one any more, there is no end in the answer. */
export function readStream(
  redis: RedisConnection,
  key: string,
  behind: StreamEnd,
): Promise<ReadStream | (Pick<ReadStream, 'entries'> & { readonly end?: never })>;

export async function readStream(
  redis: RedisConnection,
  key: string,
  behind?: StreamEnd,
): Promise<Partial<ReadStream> & Pick<ReadStream, 'entries'>> {
  const entries: StreamEntry[] = [];
  for (let isMore = true; isMore; ) {
    const last = entries.at(-1);
    const from = last === undefined ? (behind?.id ?? '-') : `(${last.id}`;
    const reply = await redis.send('XRANGE', key, from, '+', 'COUNT', String(mostAtOnce));
    const page = entriesOf(reply);
    for (const entry of page) {
      if (behind !== undefined && isElsewhere(entry, entries.length === 0 ? behind : undefined)) {
        return { entries: [] };
      }
      if ('board' in entry) {
        // It was compacted while it was read.
        entries.length = 0;
      }
      entries.push(readable(entry, entries.at(-1), behind === undefined));
    }
    isMore = page.length === mostAtOnce;
  }
  if (behind === undefined) {
    return { entries, end: entries.at(-1) ?? streamStart };
  }
  return entries.length === 0 ? { entries } : { entries: entries.slice(1), end: entries.at(-1) ?? behind };
}

/** Whether an entry shows that the stream was compacted or begun anew: a board, or another first one than is known. */
function isElsewhere(entry: ReturnType<typeof entriesOf>[number], first: StreamEnd | undefined): boolean {
  if (first === undefined) {
    return 'board' in entry;
  }
  return 'wrong' in entry || entry.id !== first.id || entry.mark !== first.mark;
}

/** Each entry says which one is before it, and a board is before all of them. */
function readable(
  entry: ReturnType<typeof entriesOf>[number],
  before: StreamEnd | undefined,
  isWhole: boolean,
): StreamEntry {
  if ('wrong' in entry && entry.wrong === 'newer') {
    throw new RetroError(
      'cannot-read',
      l10n.t('This retro was held with a newer version of Retrolog. Update this server to go on with it.'),
    );
  }
  const isNext =
    !('wrong' in entry) &&
    (before === undefined ? !isWhole || 'board' in entry || entry.after === '' : entry.after === before.mark);
  if (!isNext) {
    throw new RetroError(
      'cannot-read',
      l10n.t(
        'The journal of this board is damaged in Redis at the entry {0}, and was left as it is.',
        entry.id,
      ),
    );
  }
  return entry;
}
