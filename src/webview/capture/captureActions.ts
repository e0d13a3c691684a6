import type { CodePlace } from '../../core/entries/entry.ts';
import type { EntryKind } from '../../core/entries/kinds.ts';
import type { CommitChoice, EntryChoice } from '../../protocol/draft.ts';
import type { FieldName, TextName } from './changeDraft.ts';

/** What a person can do in the capture view. */
export interface CaptureActions {
  pickKind(kind: EntryKind): void;
  /** A key on the row of kinds. */
  kindKey(event: KeyboardEvent): void;
  write(name: TextName, value: string): void;
  addPlace(place: CodePlace): void;
  /** As one press next to the text: the text is gone on with. */
  addCommit(commit: CommitChoice): void;
  /** Somebody who is offered is thanked; the text is gone on with. */
  thank(name: string): void;
  /** Looks for commits in the whole history. */
  findCommits(): void;
  toggleCommit(commit: CommitChoice): void;
  remove(list: FieldName | 'code' | 'commits', index: number): void;
  /** The draft also follows from an entry. */
  followFrom(entry: EntryChoice): void;
  /** It happened today. */
  removeDate(): void;
  enterField(name: FieldName): void;
  typeInField(name: FieldName, typed: string): void;
  openField(name: FieldName): void;
  fieldKey(event: KeyboardEvent): void;
  leaveField(): void;
  choose(index: number): void;
  log(): void;
  throwAway(): void;
  putBack(): void;
  takeBack(): void;
  openEntry(id: string): void;
  openAgreement(): void;
  openFolder(): void;
  manageTrust(): void;
}
