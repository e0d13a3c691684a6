import { entryKinds, isEntryKind, outcomes, statusesOf } from '../entries/kinds.ts';
import { belongsTo, entryKeys } from './entryKeys.ts';

/** What can stand where somebody is writing front matter by hand. */
export interface Suggestion {
  /** `key`: to be followed by a colon. `tag`, `entry`, `commit`: a tag in use, an entry’s id, a commit’s hash belongs here. */
  readonly type: 'key' | 'value' | 'tag' | 'entry' | 'commit';
  /** Empty for the last three: what there is of them is known elsewhere. */
  readonly words: readonly string[];
}

const nothing: Suggestion = { type: 'value', words: [] };

/**
 * Says what can stand at the end of a line of front matter.
 *
 * @param lines the lines of the file up to the one that is written
 * @param prefix that line up to the cursor
 * @param after the lines that follow, for keys that are there already
 */
export function suggestFrontMatter(
  lines: readonly string[],
  prefix: string,
  after: readonly string[],
): Suggestion {
  if (lines[0]?.trim() !== '---' || lines.slice(1).some((line) => line.trim() === '---')) {
    return nothing;
  }
  const rest = after.slice(0, closingLine(after));
  const kind = valueOf('kind', [...lines, ...rest]) ?? '';
  if (/^[a-z]*$/.test(prefix)) {
    const used = new Set([...lines, ...rest].map((line) => /^([a-z]+):/.exec(line)?.[1]));
    return { type: 'key', words: entryKeys.filter((key) => !used.has(key) && belongsTo(key, kind)) };
  }
  const value = /^([a-z]+):\s+\S*$/.exec(prefix)?.[1];
  if (value !== undefined && value !== 'tags' && value !== 'links') {
    return { type: 'value', words: valuesOf(value, kind) };
  }
  for (const [key, type] of [
    ['tags', 'tag'],
    ['links', 'entry'],
  ] as const) {
    if (new RegExp(`^${key}:\\s*\\[?[^\\]]*$`).test(prefix) || isItemOf(key, lines, prefix)) {
      return { type, words: [] };
    }
  }
  const isHash = /^[\s-]+sha:\s+"?[0-9a-f]*$/.test(prefix) && ownerOf(lines)?.startsWith('commits:') === true;
  return isHash ? { type: 'commit', words: [] } : nothing;
}

function valuesOf(key: string, kind: string): readonly string[] {
  switch (key) {
    case 'kind':
      return entryKinds;
    case 'status':
      return isEntryKind(kind) ? (statusesOf[kind] ?? []) : [];
    case 'outcome':
      return kind === 'experiment' ? outcomes : [];
    default:
      return [];
  }
}

function isItemOf(key: string, lines: readonly string[], prefix: string): boolean {
  return /^\s*-\s+\S*$/.test(prefix) && ownerOf(lines)?.startsWith(`${key}:`) === true;
}

/** The key that the lines after it belong to. */
function ownerOf(lines: readonly string[]): string | undefined {
  return lines.findLast((line) => /^[a-z]+:/.test(line));
}

function closingLine(lines: readonly string[]): number {
  const at = lines.findIndex((line) => line.trim() === '---');
  return at === -1 ? 0 : at;
}

function valueOf(key: string, lines: readonly string[]): string | undefined {
  const line = lines.find((one) => one.startsWith(`${key}:`));
  return line?.slice(key.length + 1).trim();
}
