import { type EntryKind, entryKinds } from '../entries/kinds.ts';

/** What a meeting can consist of, in the usual order. Each is optional, and can be gone back to. */
export const phases = ['review', 'check-in', 'write', 'group', 'vote', 'discuss', 'decide', 'close'] as const;

export type Phase = (typeof phases)[number];

/** Whose name a card shows, from more open to less open: the writer's, one that they chose, or none at all. */
export const namings = ['named', 'alias', 'anonymous'] as const;

export type Naming = (typeof namings)[number];

/** What an entry becomes that is made from a card of a column. */
export type ColumnKind = Exclude<EntryKind, 'action'>;

export const columnKinds: readonly ColumnKind[] = entryKinds.filter((kind) => kind !== 'action');

/** The most columns that a template can have. */
export const mostColumns = 8;

/** Where cards are written. */
export interface TemplateColumn {
  readonly title: string;
  /** Absent where what comes out of the column is decided card by card. */
  readonly kind?: ColumnKind;
  /** A question that helps to begin; empty where there is none. */
  readonly prompt: string;
}

/** How many votes a participant has. */
export interface VoteLimits {
  readonly total: number;
  /** At most so many for one card or group. */
  readonly perCard: number;
}

/** The plan of a meeting. */
export interface Template {
  /** What minutes call it, and its file: `wins-failures-learnings`. */
  readonly key: string;
  readonly name: string;
  /** One sentence; empty where there is none. */
  readonly purpose: string;
  /** From 1 to `mostColumns`. */
  readonly columns: readonly TemplateColumn[];
  /** In the order in which they come; none of them twice. */
  readonly phases: readonly Phase[];
  readonly votes: VoteLimits;
  /** Whether what one person writes is kept from the others until it is revealed. */
  readonly hidden: boolean;
  readonly names: Naming;
  /** How long a phase is meant to take, in minutes; none where the team takes the time it needs. */
  readonly minutes: Readonly<Partial<Record<Phase, number>>>;
}

/** What a template has where its file does not say. */
export const templateDefaults = {
  purpose: '',
  phases,
  votes: { total: 5, perCard: 3 },
  hidden: true,
  names: 'named',
  minutes: {},
} as const satisfies Omit<Template, 'key' | 'name' | 'columns'>;
