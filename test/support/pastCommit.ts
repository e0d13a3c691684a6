import type { PastCommit } from '../../src/core/ports/past.ts';

/** A hash of which a test chooses the first digits. */
export function shaOf(start: string): string {
  return start.padEnd(40, '0');
}

/**
 * A line of commits, each made on the next, of which a test only says what matters to it. The newest comes first;
 * where no hash is given the last has `c1`, the one before it `c2`.
 */
export function lineOf(...newestFirst: readonly (string | Partial<PastCommit>)[]): readonly PastCommit[] {
  const length = newestFirst.length;
  const some = newestFirst.map((one, index): Partial<PastCommit> & { readonly sha: string } => {
    const number = length - index;
    const given = typeof one === 'string' ? { message: one } : one;
    return { sha: shaOf(`c${number}`), ...given };
  });
  return some.map((one, index) => {
    const next = some[index + 1];
    const minute = String(length - index).padStart(2, '0');
    return {
      parents: next === undefined ? [] : [next.sha],
      authored: `2026-03-04T09:${minute}:00Z`,
      day: '2026-03-04',
      message: 'Change something',
      ...one,
    };
  });
}
