import { entryKinds, isEntryKind, outcomes, statusesOf } from '../entries/kinds.ts';
import { belongsTo, entryKeys } from './entryKeys.ts';

/** What can stand where somebody is writing front matter by hand. */
export interface Suggestion {
  /** `key`: to be followed by a colon. `tag`: one of those in use belongs here. */
  readonly type: 'key' | 'value' | 'tag';
  /** Empty for `tag`: which tags are in use is known elsewhere. */
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
  if (value !== undefined && value !== 'tags') {
    return { type: 'value', words: valuesOf(value, kind) };
  }
  return /^tags:\s*\[?[^\]]*$/.test(prefix) || isTagItem(lines, prefix)
    ? { type: 'tag', words: [] }
    : nothing;
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

function isTagItem(lines: readonly string[], prefix: string): boolean {
  const owner = lines.findLast((line) => /^[a-z]+:/.test(line));
  return /^\s*-\s+\S*$/.test(prefix) && owner?.startsWith('tags:') === true;
}

function closingLine(lines: readonly string[]): number {
  const at = lines.findIndex((line) => line.trim() === '---');
  return at === -1 ? 0 : at;
}

function valueOf(key: string, lines: readonly string[]): string | undefined {
  const line = lines.find((one) => one.startsWith(`${key}:`));
  return line?.slice(key.length + 1).trim();
}
