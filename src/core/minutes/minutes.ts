/** A card as minutes tell it. Text is what its writer wrote, not as Markdown has to spell it. */
export interface MinutesCard {
  readonly type: 'card';
  /** Never empty; without white space at its ends. */
  readonly text: string;
  /** 0 where there are none, and for a card in a group. */
  readonly votes: number;
  readonly notes: readonly string[];
}

/** A card that is an entry. */
export interface MinutesEntry {
  readonly type: 'entry';
  /** As the link has it; the entry's own may have changed since. */
  readonly title: string;
  /** Of its file, POSIX, from the root of the repository. */
  readonly path: string;
  readonly votes: number;
  readonly notes: readonly string[];
}

/** A group with at least one card. */
export interface MinutesGroup {
  readonly type: 'group';
  /** One line, never empty. */
  readonly title: string;
  /** Of the file of the entry that it became; empty where it is none. */
  readonly path: string;
  readonly votes: number;
  readonly notes: readonly string[];
  readonly cards: readonly (MinutesCard | MinutesEntry)[];
}

export type MinutesItem = MinutesCard | MinutesEntry | MinutesGroup;

/** What the team set out to do. */
export interface MinutesAction {
  /** One line. */
  readonly title: string;
  /** Of its file; empty until it is written. */
  readonly path: string;
  /** While it is not written, as is `due`; empty for nobody. */
  readonly owner: string;
  /** ISO 8601 date; empty for none. */
  readonly due: string;
}

export interface MinutesColumn {
  readonly title: string;
  readonly items: readonly MinutesItem[];
}

/** What the minutes of a meeting say. */
export interface Minutes {
  readonly id: string;
  /** ISO 8601 date. */
  readonly date: string;
  readonly title: string;
  /** The key of the template; empty where it is not told, as are the days that were looked back on. */
  readonly template: string;
  readonly from: string;
  readonly to: string;
  /** 0 where it is not told. */
  readonly attendees: number;
  readonly worth: { readonly mean: number; readonly n: number } | null;
  /** At most eight. */
  readonly columns: readonly MinutesColumn[];
  readonly parked: readonly MinutesItem[];
  readonly actions: readonly MinutesAction[];
}

/** The section for what is kept for later. */
export const parkingTitle = 'Parking lot';

/** The section for what the team set out to do. */
export const actionsTitle = 'Actions';
