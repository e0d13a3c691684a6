import type { Ids } from '../../src/core/ports/ids.ts';

/** Ids that are well-formed and foreseeable: `k0000001`, `k0000002`, … */
export function countedIds(): Ids {
  let count = 0;
  return {
    newId: () => {
      count += 1;
      return `k${String(count).padStart(7, '0')}`;
    },
  };
}
