import type { Brought } from '../../core/board/bringEntries.ts';
import type { GivenEntry } from '../../core/board/given.ts';
import type { Template } from '../../core/templates/template.ts';
import type { Session } from '../session.ts';

/** A board in a panel: on this screen alone, or shared. */
export interface ShownBoard {
  readonly session: Session;
  /** The id of its meeting. */
  readonly meeting: string;
  readonly template: Template;
  /** Its panel is in front. */
  readonly isActive: boolean;
  reveal(): void;
  /** As `OpenBoards.bring`. */
  bring(entries: readonly GivenEntry[]): Promise<Brought>;
  /** Lets the board go: its journal is free when this resolves. */
  close(): Promise<void>;
}
