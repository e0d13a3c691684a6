import type { Deed } from '../../core/board/intent.ts';
import type { MadeKind, MadeWords } from '../../core/board/board.ts';
import type { RoomControl } from '../../protocol/liveRoom.ts';
import type { Over, Picker } from './boardModel.ts';

/** What a person can do on the board. */
export interface BoardActions {
  /** Asks the host; `told` is said when it has been asked. */
  ask(deed: Deed, told?: string): void;
  /** Takes back the last thing that can be. */
  undo(): void;
  goTo(step: 1 | -1): void;
  /** Something can be typed into: a card, the title of a group or of the meeting, a note. */
  edit(id: string): void;
  edited(id: string, text: string): void;
  /** What has been typed in the field of what is edited, wherever that is by now; absent before the first key. */
  editedText(id: string): string | undefined;
  /** Closes its field. What was typed there is given to `keep`; without it, it is forgotten. */
  stopEditing(id: string, keep?: (text: string) => void): void;
  open(over: Over): void;
  closeOver(): void;
  composerKey(event: KeyboardEvent, column: string): void;
  composed(column: string, text: string): void;
  addCard(column: string, text: string): void;
  changePicker(picker: Picker): void;
  choose(picker: Picker, topic: string): void;
  openForm(kind: MadeKind, source: string): void;
  saveForm(words: MadeWords): void;
  group(card: string, topic: string): void;
  promote(topic: string, promoted: boolean): void;
  dismissSimilar(pair: string): void;
  passKeyboard(to: string): void;
  startTimer(topic: string): void;
  toggleChime(): void;
  preview(): void;
  closeMeeting(commit: boolean): void;
  keepBoth(): void;
  openMinutes(): void;
  openEntry(id: string): void;
  /** Whether entries and minutes can be opened from here. */
  readonly canOpen: boolean;
  /** Asks something of the room; only where the board is live. */
  control(control: RoomControl): void;
  /** Lets others come to the board over the network; only where it is on one screen. */
  share(): void;
  /** Goes where the meeting is. */
  follow(): void;
  copyInvitation(): void;
  /** Adds what another retro never got to this one, each in the column that is given for it. */
  sendUnsent(columns: readonly string[]): void;
  dropUnsent(): void;
  /** Gives a statement of the survey that is open a number; nothing is sent yet. */
  rate(at: number, rating: number): void;
  /** Sends what was answered, in place of what was sent before. */
  sendSheet(): void;
  /** Shows the statements again to somebody who has answered. */
  answerAnew(): void;
}
