import type { Later, StoryEntry } from './story.ts';

/** Something in the log that is to be committed: a new entry, or what became of one. */
export interface LogNews {
  readonly entry: StoryEntry;
  readonly later?: Later;
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** The message of a commit that holds nothing but news of the log. */
export function logMessage(news: readonly LogNews[]): string {
  const [first] = news;
  if (first !== undefined && news.length === 1) {
    return first.later === undefined ? `Log: ${first.entry.title}` : laterSubject(first.entry, first.later);
  }
  const list = news.map(
    ({ entry, later }) => `- ${later === undefined ? '' : `${wordOf(later)}: `}${entry.title}`,
  );
  return `${severalSubject(news)}\n\n${list.join('\n')}`;
}

function severalSubject(news: readonly LogNews[]): string {
  const written = news.filter(({ later }) => later === undefined).map(({ entry }) => entry);
  if (written.length === 0) {
    const done = news.every(({ later }) => later?.keys.status === 'done');
    return done ? `Close ${numbers[news.length]} actions` : 'Bring the log up to date';
  }
  const counted = new Map<string, number>();
  for (const { kind } of written) {
    counted.set(kind, (counted.get(kind) ?? 0) + 1);
  }
  const kinds = [...counted].map(([kind, count]) => countOf(kind, count));
  const shared = written[0]?.tags.find((tag) => written.every(({ tags }) => tags.includes(tag)));
  const about = shared === undefined ? '' : ` (${shared.replaceAll('-', ' ')})`;
  return `Log ${joined(kinds)}${about}`;
}

function laterSubject(entry: StoryEntry, later: Later): string {
  const word = wordOf(later);
  return `${word}: ${entry.title}`;
}

function wordOf(later: Later): string {
  switch (later.keys.status) {
    case 'done':
      return 'Done';
    case 'dropped':
      return 'Dropped';
    case 'cleared':
      return 'Cleared';
    case 'running':
      return 'Started';
    case 'concluded':
      return `Concluded (${later.keys.outcome})`;
    case undefined:
    default:
      throw new Error(`No word for ${JSON.stringify(later.keys)}.`);
  }
}

function countOf(kind: string, count: number): string {
  if (kind === 'kudos') {
    return 'kudos';
  }
  return count === 1 ? `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}` : `${numbers[count]} ${kind}s`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
