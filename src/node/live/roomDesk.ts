import type { DeedType } from '../../core/board/intent.ts';
import type { Survey } from '../../core/pulse/survey.ts';
import type { PanelFacts } from '../../protocol/boardPanel.ts';
import type { OfferedSurvey, PulseAnswers, PulseFacts } from '../../protocol/livePulse.ts';
import type { ClosedMeeting } from '../meeting/meetingFiles.ts';

/** How it stands with the survey of a room, as its processes know it: who has answered, and never what. */
export interface DeskPulse extends Pick<PulseFacts, 'state' | 'round' | 'lost' | 'result' | 'path'> {
  /** Of the round that is open or was closed. */
  readonly survey?: Survey;
  /** The ids of those who have answered a round that is open. */
  readonly answeredBy: readonly string[];
  readonly offered: readonly OfferedSurvey[];
}

/** What a room's people may ask about that one process does for all of them. */
export interface DeskFacts {
  readonly minutes: PanelFacts['minutes'];
  /** Whether what the meeting made can be committed. */
  readonly canCommit: boolean;
  readonly pulse: DeskPulse;
}

/** What can be asked of a desk, and what it answers; all of it can be put into JSON. */
export interface Errands {
  /** The minutes as they would be written now. */
  preview: { readonly asks: null; readonly answer: string };
  keepBoth: { readonly asks: null; readonly answer: null };
  /** Writes everything and closes the meeting; what was interrupted goes on when it is asked for again. */
  closeMeeting: { readonly asks: { readonly commit: boolean }; readonly answer: ClosedMeeting };
  startPulse: { readonly asks: { readonly survey: string }; readonly answer: null };
  answerPulse: {
    readonly asks: { readonly who: string; readonly answers: PulseAnswers };
    readonly answer: null;
  };
  closePulse: { readonly asks: { readonly round: string }; readonly answer: null };
  dropPulse: { readonly asks: null; readonly answer: null };
}

export type Errand = keyof Errands;

/** Which of the facts are others now. */
export type DeskChange = 'minutes' | 'pulse';

/** Does what is done for a room once: it writes the minutes and holds the surveys. */
export interface DeskWork {
  readonly facts: DeskFacts;

  /** @throws RetroError where it cannot be done */
  run<E extends Errand>(errand: E, asks: Errands[E]['asks']): Promise<Errands[E]['answer']>;

  /** It is done here from now on: goes on from what is written and kept, whoever did that. */
  takeOver(): Promise<void>;

  /** It is done elsewhere: what is only held here is let go. */
  giveUp(): void;

  /** Something was done on the board. */
  changed(deed: DeedType): void;

  /** Somebody was taken off the board. */
  forget(participant: string): void;

  /** Calls back when the facts are others. Returns what ends that. */
  onDidChange(listener: (what: DeskChange) => void): () => void;

  /** Writes what is not written yet. */
  flush(): Promise<void>;
}

/** Where the work of a room is done: by the only process that serves it, or by one of several. */
export interface RoomDesk {
  /** As they are here, or as whoever does the work said last. */
  readonly facts: DeskFacts;

  /**
   * Has something done, wherever that is.
   *
   * @throws RetroError as `DeskWork.run`; `busy` where nobody who does the work can be reached
   */
  run<E extends Errand>(errand: E, asks: Errands[E]['asks']): Promise<Errands[E]['answer']>;

  /** Something was done on the board; every process says so. */
  changed(deed: DeedType): void;

  /** Somebody was taken off the board; every process says so. */
  forget(participant: string): void;

  /** Calls back when the facts are others. Returns what ends that. */
  onDidChange(listener: (what: DeskChange) => void): () => void;

  /** What is not written yet is written, where the work is done here. */
  flush(): Promise<void>;

  /** Writes it, and lets another process do the work. */
  close(): Promise<void>;
}
