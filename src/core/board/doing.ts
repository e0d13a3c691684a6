import type { Board, Participant } from './board.ts';
import type { DeedOf, DeedType, Intent } from './intent.ts';
import type { Refusal } from './refusal.ts';

/** Who does something, and what the host stamped on it. */
export interface Doer {
  /** Empty where nobody is to know. */
  readonly participant: string;
  readonly facilitates: boolean;
  readonly at: number;
  readonly random: readonly string[];
}

/** Carries out one type of deed. Whatever the deed holds, it answers and never throws. */
export type Do<T extends DeedType> = (board: Board, deed: DeedOf<T>, doer: Doer) => Board | Refusal;

/** What there is to know of one type of deed. */
export interface DeedRule<T extends DeedType> {
  readonly do: Do<T>;
  readonly by?: 'facilitator';
  readonly undoable?: true;
}

/** The rules of some types of deed. */
export type DeedRules<T extends DeedType = DeedType> = { readonly [K in T]: DeedRule<K> };

/** Who does what an intent says. */
export function doerOf(intent: Intent, participant: Participant | undefined): Doer {
  return {
    participant: participant?.id ?? '',
    facilitates: participant?.role === 'facilitator',
    at: Number.isSafeInteger(intent.at) ? intent.at : 0,
    random: Array.isArray(intent.random) ? intent.random : [],
  };
}
