/** A stretch of both texts that is still to be compared: from inclusive, to exclusive. */
interface Stretch {
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

/**
 * Follows the lines of a text through an edit: for each line after it, from 0, which line it was before, or
 * `undefined` for a line that is new. Lines are followed from the ends of the text and from lines that are there
 * once before and once after (a “patience diff”). What that cannot tell counts as new, rather than being taken for
 * some line that looks like it.
 */
export function followLines(
  before: readonly string[],
  after: readonly string[],
): readonly (number | undefined)[] {
  const was = Array.from<number | undefined>({ length: after.length });
  const open: Stretch[] = [{ before: [0, before.length], after: [0, after.length] }];
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    const inner = followEnds(before, after, stretch, was);
    let [lastBefore, lastAfter] = [inner.before[0], inner.after[0]];
    const anchors = risingPairs(linesThereOnce(before, after, inner));
    for (const [old, now] of anchors) {
      was[now] = old;
      open.push({ before: [lastBefore, old], after: [lastAfter, now] });
      [lastBefore, lastAfter] = [old + 1, now + 1];
    }
    if (anchors.length > 0) {
      open.push({ before: [lastBefore, inner.before[1]], after: [lastAfter, inner.after[1]] });
    }
  }
  return was;
}

/** Follows equal lines from both ends of a stretch, and returns what is left between them. */
function followEnds(
  before: readonly string[],
  after: readonly string[],
  stretch: Stretch,
  was: (number | undefined)[],
): Stretch {
  let [old, oldEnd] = stretch.before;
  let [now, nowEnd] = stretch.after;
  while (old < oldEnd && now < nowEnd && before[old] === after[now]) {
    was[now] = old;
    old += 1;
    now += 1;
  }
  while (old < oldEnd && now < nowEnd && before[oldEnd - 1] === after[nowEnd - 1]) {
    oldEnd -= 1;
    nowEnd -= 1;
    was[nowEnd] = oldEnd;
  }
  return { before: [old, oldEnd], after: [now, nowEnd] };
}

/** Lines that stand once in each part of a stretch, as pairs of where, in the order of the text after. */
function linesThereOnce(
  before: readonly string[],
  after: readonly string[],
  stretch: Stretch,
): (readonly [number, number])[] {
  const [once, onceAfter] = [positions(before, stretch.before), positions(after, stretch.after)];
  return [...onceAfter].flatMap(([line, now]) => {
    const old = once.get(line) ?? -1;
    return old >= 0 && now >= 0 ? [[old, now] as const] : [];
  });
}

/** Where each line stands; `-1` for one that stands there twice. */
function positions(lines: readonly string[], [from, to]: readonly [number, number]): Map<string, number> {
  const at = new Map<string, number>();
  for (let index = from; index < to; index += 1) {
    const line = lines[index] ?? '';
    at.set(line, at.has(line) ? -1 : index);
  }
  return at;
}

/** The longest selection of pairs that rises in both numbers. */
function risingPairs(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, [old]] of pairs.entries()) {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[0] ?? 0) < old) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    previous[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const rising: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) {
      rising.push(pair);
    }
  }
  return rising.toReversed();
}
