import type { TextLine } from '../format/textLines.ts';

/** An item as it shall be. */
export interface NewItem {
  /** Two items with the same key say the same. */
  readonly key: string;
  readonly lines: readonly string[];
}

/** A part of a section as it is. */
export interface OldBlock {
  readonly lines: readonly TextLine[];
  /** What an item says; absent for what is none. */
  readonly key?: string | undefined;
  readonly isBlank: boolean;
}

/**
 * The lines of a section with other items in it. An item that says what it said keeps its lines. What is no item
 * stays behind the item that it stood behind, or the last one before that which is still there.
 *
 * @param written what we wrote last, if the file may have changed since: an item that is not among it was added by
 *   somebody else and stays; without it every item is ours
 */
export function mergeItems(
  blocks: readonly OldBlock[],
  items: readonly NewItem[],
  written: readonly string[] | undefined,
  ending: string,
): readonly TextLine[] {
  const tail = blocks.slice(blocks.findLastIndex(({ isBlank }) => !isBlank) + 1);
  const { kept, behind, head } = matched(blocks.slice(0, blocks.length - tail.length), items, written);
  const lines: TextLine[] = [...head];
  if (head.length > 0 && items.length > 0 && head.at(-1)?.text.trim() !== '' && !kept.has(0)) {
    lines.push({ text: '', ending });
  }
  for (const [index, item] of items.entries()) {
    lines.push(...(kept.get(index)?.lines ?? item.lines.map((text) => ({ text, ending }))));
    lines.push(...(behind.get(index) ?? []));
  }
  return [...lines, ...tail.flatMap((block) => block.lines)];
}

interface Matched {
  /** Old items by the position of the new one that says the same. */
  readonly kept: ReadonlyMap<number, OldBlock>;
  /** What stays behind new items, by their position. */
  readonly behind: ReadonlyMap<number, readonly TextLine[]>;
  readonly head: readonly TextLine[];
}

function matched(
  blocks: readonly OldBlock[],
  items: readonly NewItem[],
  written: readonly string[] | undefined,
): Matched {
  const places = new Map<string, number[]>();
  for (const [index, { key }] of items.entries()) {
    places.set(key, [...(places.get(key) ?? []), index]);
  }
  const ours = written === undefined ? undefined : [...written];
  const kept = new Map<number, OldBlock>();
  const behind = new Map<number, TextLine[]>();
  const head: TextLine[] = [];
  let last: number | undefined;
  let gone = false;
  for (const block of blocks) {
    const place = block.key === undefined ? undefined : places.get(block.key)?.shift();
    const isOurs = block.key !== undefined && (ours === undefined || takeFrom(ours, block.key));
    if (place !== undefined) {
      kept.set(place, block);
      last = place;
      gone = false;
    } else if (isOurs) {
      gone = true;
    } else if (!(gone && block.isBlank)) {
      const list = last === undefined ? head : (behind.get(last) ?? []);
      list.push(...block.lines);
      if (last !== undefined) {
        behind.set(last, list);
      }
    }
  }
  return { kept, behind, head };
}

function takeFrom(list: string[], key: string): boolean {
  const at = list.indexOf(key);
  if (at !== -1) {
    list.splice(at, 1);
  }
  return at !== -1;
}
