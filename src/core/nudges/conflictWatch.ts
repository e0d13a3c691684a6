/** What is known of a work tree with regard to conflicts. */
export interface WorkTreeState {
  /** The commit that HEAD names; absent where there is none. */
  readonly head?: string;
  /** How many files are in conflict. */
  readonly conflicts: number;
  /** How many changes are staged. */
  readonly staged: number;
}

/** Where HEAD was when conflicts came up that were neither resolved nor given up since; absent where there are none. */
export interface OpenConflict {
  readonly head: string | undefined;
}

/**
 * Follows conflicts from coming up to being committed.
 *
 * @returns what is open now, and the commit that has just resolved what was
 */
export function watchConflict(
  open: OpenConflict | undefined,
  { head, conflicts, staged }: WorkTreeState,
): { readonly open?: OpenConflict; readonly resolvedBy?: string } {
  if (conflicts > 0) {
    return { open: open ?? { head } };
  }
  if (open === undefined) {
    return {};
  }
  if (head !== undefined && head !== open.head) {
    return { resolvedBy: head };
  }
  // With nothing left to commit it was given up.
  return staged > 0 ? { open } : {};
}
