import type { AuditTexts } from '../../src/core/audit/audit.ts';
import type { EntryKind } from '../../src/core/entries/kinds.ts';
import type { FileEdit } from './fileEdits.ts';
import type { Person } from './people.ts';

/**
 * A day of the sample's year, `week.day`: week 1 to 52, working day 1 to 5, where `52.5` is the last working day
 * before the end date. A time may follow (`6.2 11:20`, the team's clock); otherwise one is chosen, later than that
 * of what the same story tells before it on that day.
 */
export type StoryDay = string;

/** A thread that runs through the year: what was changed in the shop and what was written down about it. */
export interface Story {
  readonly branches?: readonly Branch[];
  readonly changes?: readonly Change[];
  readonly entries?: readonly StoryEntry[];
  readonly meetings?: readonly StoryMeeting[];
  readonly pulses?: readonly StoryPulse[];
  readonly audits?: readonly StoryAudit[];
}

/** A commit. */
export interface Change {
  /** By which entries and reverts name it. */
  readonly key?: string;
  readonly at: StoryDay;
  readonly by: Person;
  readonly subject: string;
  readonly body?: string;
  readonly edits?: readonly FileEdit[];
  /** The name of its branch; without one it is on `main`. */
  readonly branch?: string;
  /** Key of the commit that is taken back. The subject is git's own then. */
  readonly reverts?: string;
  readonly tag?: string;
  /** It came through a pull request that was squashed: its number ends the subject. */
  readonly pulled?: boolean;
}

/** A branch begins with its first commit. What is never merged stays as it is. */
export interface Branch {
  readonly name: string;
  readonly merged?: StoryDay;
  readonly by?: Person;
  /** Merged as one commit with this subject; its own commits are lost then. */
  readonly squashed?: string;
  /** Key of the commit that merges it. */
  readonly key?: string;
  /** The branch stays although it was merged. */
  readonly kept?: boolean;
}

/** An entry of the log, with its later life. */
export interface StoryEntry {
  /** By which other entries and minutes name it. */
  readonly key?: string;
  readonly kind: EntryKind;
  readonly title: string;
  readonly at: StoryDay;
  readonly by: Person;
  readonly body?: string;
  readonly tags: readonly string[];
  readonly people?: readonly Person[];
  /** Keys of the commits that it is about. */
  readonly about?: readonly string[];
  /** Places in the code as it is at that moment: path and some text that one line holds, or only the path. */
  readonly code?: readonly (readonly [path: string, text?: string])[];
  /** Keys of earlier entries and meetings. */
  readonly follows?: readonly string[];
  readonly hypothesis?: string;
  readonly measure?: string;
  readonly timebox?: StoryDay;
  readonly owner?: Person;
  readonly due?: StoryDay;
  /** Key of the commit that it is part of; its message then names the entry. */
  readonly with?: string;
  /** Key of the meeting whose minutes it is committed with. */
  readonly from?: string;
  readonly later?: readonly Later[];
}

/** What became of an entry. */
export interface Later {
  readonly at: StoryDay;
  readonly by?: Person;
  /** Keys of the front matter; `*` stands for the day on which it happened. */
  readonly keys: Readonly<Record<string, string>>;
  readonly result?: string;
  /** Key of the commit that it is part of. */
  readonly with?: string;
}

export interface StoryMeeting {
  readonly key: string;
  readonly at: StoryDay;
  readonly by: Person;
  readonly title: string;
  readonly template: string;
  readonly from: StoryDay;
  readonly attendees: number;
  readonly worth: number;
  readonly columns: readonly { readonly title: string; readonly cards: readonly Card[] }[];
  readonly parked?: readonly string[];
  /** Keys of the actions that it made. */
  readonly actions: readonly string[];
}

/** The result of a survey. Aggregates only. */
export interface StoryPulse {
  readonly key: string;
  readonly at: StoryDay;
  readonly by: Person;
  readonly title: string;
  /** The key of a survey that comes with Retrolog. */
  readonly survey: string;
  /** The mean of each of its statements, in steps of a half: the team is seven. */
  readonly means: readonly number[];
}

/** What the team answered about its culture, together. */
export interface StoryAudit {
  readonly key: string;
  readonly at: StoryDay;
  readonly by: Person;
  /** By the ids of the statements. */
  readonly ratings: Readonly<Record<string, number>>;
  readonly texts: Partial<AuditTexts>;
}

/** A line of the minutes: text, `@key` for an entry, or a group with votes and the notes of its discussion. */
export type Card =
  | string
  | {
      readonly group: string;
      readonly votes: number;
      readonly cards: readonly string[];
      readonly note?: string;
    };

export function running(at: StoryDay): Later {
  return { at, keys: { status: 'running', started: '*' } };
}

export function concluded(
  at: StoryDay,
  outcome: 'validated' | 'invalidated' | 'inconclusive' | 'stopped',
  result: string,
): Later {
  return { at, keys: { status: 'concluded', concluded: '*', outcome }, result };
}

/** An action closed, in a commit of its own or with the change that did it. */
export function done(at: StoryDay, withChange?: string): Later {
  const keys = { status: 'done', closed: '*' };
  return withChange === undefined ? { at, keys } : { at, keys, with: withChange };
}

export function dropped(at: StoryDay, reason: string): Later {
  return { at, keys: { status: 'dropped', closed: '*', reason } };
}

export function cleared(at: StoryDay): Later {
  return { at, keys: { status: 'cleared', closed: '*' } };
}
