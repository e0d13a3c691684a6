import { groupedBy } from '../board/rows.ts';
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
  const isTight = head.length > 0 && head.at(-1)?.text.trim() !== '' && items.length > 0 && !kept.has(0);
  return [
    ...head,
    ...(isTight ? [{ text: '', ending }] : []),
    ...items.flatMap((item, index) => [
      ...(kept.get(index)?.lines ?? item.lines.map((text) => ({ text, ending }))),
      ...(behind.get(index) ?? []),
    ]),
    ...tail.flatMap((block) => block.lines),
  ];
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
  const places = groupedBy([...items.keys()].toReversed(), (index) => items[index]?.key ?? '');
  const ours = written === undefined ? undefined : groupedBy(written, (key) => key);
  const kept = new Map<number, OldBlock>();
  const behind = new Map<number, TextLine[]>();
  const head: TextLine[] = [];
  let last: number | undefined;
  let gone = false;
  for (const block of blocks) {
    const place = block.key === undefined ? undefined : places.get(block.key)?.pop();
    const isOurs =
      block.key !== undefined && (ours === undefined || ours.get(block.key)?.pop() !== undefined);
    if (place !== undefined) {
      kept.set(place, block);
      last = place;
      gone = false;
    } else if (isOurs) {
      gone = true;
    } else if (!(gone && block.isBlank)) {
      const list = last === undefined ? head : (behind.get(last) ?? []);
      for (const line of block.lines) {
        list.push(line);
      }
      if (last !== undefined) {
        behind.set(last, list);
      }
    }
  }
  return { kept, behind, head };
}
