import * as l10n from '@vscode/l10n';
import type { Ids } from '../../core/ports/ids.ts';
import type { PulseResult } from '../../core/pulse/pulseResult.ts';
import { PulseRound } from '../../core/pulse/pulseRound.ts';
import type { Survey } from '../../core/pulse/survey.ts';
import { RetroError } from '../../core/retroError.ts';
import type { PulseAnswers } from '../../protocol/livePulse.ts';
import type { DeskPulse } from './roomDesk.ts';
import type { RoomKeeper } from './roomRecord.ts';
import type { RoomMeeting } from './roomMeeting.ts';

/** What the surveys of a room are made of. */
export interface PulseParts {
  readonly keeper: RoomKeeper;
  readonly meeting: Pick<RoomMeeting, 'surveys' | 'wasAsked' | 'keepPulse'>;
  readonly ids: Ids;
  /** Something that everyone may know is another. */
  readonly tellAll: () => void;
}

/** What a closed round came to. */
interface Closed {
  readonly round: string;
  readonly survey: Survey;
  readonly result: PulseResult | null;
  readonly path: string;
}

/**
 * The surveys of a room, one round at a time. Answers are held here, in memory, and nowhere else: not on the board, in
 * no journal, file or log. What is kept besides is that a round is open, so that it can be said when it was lost.
 */
export class RoomPulse {
  readonly #parts: PulseParts;
  #round: PulseRound | undefined;
  #closed: Closed | undefined;
  /** The key of the survey whose answers were lost with the program before this one. */
  #lost = '';
  #closing: Promise<void> | undefined;

  constructor(parts: PulseParts) {
    this.#parts = parts;
  }

  /** Whoever held the surveys before is gone, and the answers of a round that was open with them. */
  takeOver(): void {
    const open = this.#parts.keeper.record.pulse ?? '';
    // A file that is there was written at the close: then only the word that it is over was lost.
    this.#lost = open !== '' && this.#wasAsked(open) ? '' : open;
    this.#closed = undefined;
  }

  get isOpen(): boolean {
    return this.#round !== undefined;
  }

  /**
   * Asks a survey. One that has a result of today is not asked again: what two rounds of nearly the same people differ
   * in is what one person answered.
   *
   * @throws RetroError `busy`, `not-found`, `already-there`, `cannot-write`
   */
  async start(key: string): Promise<void> {
    const { keeper, meeting, ids } = this.#parts;
    if (this.#round !== undefined) {
      throw new RetroError('busy', l10n.t('A survey is open already. Close it or drop it first.'));
    }
    const survey = meeting.surveys().find((each) => each.key === key);
    if (survey === undefined) {
      throw new RetroError(
        'not-found',
        l10n.t('There is no survey “{0}” any more. Choose another one.', key),
      );
    }
    if (this.#wasAsked(key)) {
      throw new RetroError(
        'already-there',
        l10n.t(
          '“{0}” has a result of today already. Two results of nearly the same people would tell what one of them answered; ask it again another day.',
          survey.name,
        ),
      );
    }
    this.#round = new PulseRound(ids.newId(), survey);
    this.#closed = undefined;
    this.#lost = '';
    try {
      await keeper.change({ pulse: key });
    } catch (error) {
      this.#round = undefined;
      throw error;
    }
    this.#parts.tellAll();
  }

  /**
   * Takes somebody’s answers. That somebody answered anew is told to nobody.
   *
   * @throws RetroError `not-found` where the round is over, `bad-input` as `PulseRound.answer`
   */
  answer(participant: string, { round, ratings }: PulseAnswers): void {
    const open = this.#roundWith(round);
    const isNew = !open.hasAnswered(participant);
    open.answer(participant, ratings);
    if (isNew) {
      this.#parts.tellAll();
    }
  }

  /** Somebody was taken off the board. */
  forget(participant: string): void {
    if (this.#closing === undefined && this.#round?.forget(participant) === true) {
      this.#parts.tellAll();
    }
  }

  /**
   * Closes the round: works its result out once, keeps it, and lets all answers go. Below five there is no result.
   *
   * @throws RetroError `not-found` where it is over already; as `RoomMeeting.keepPulse`, and then it is still open
   */
  async close(round: string): Promise<void> {
    const open = this.#roundWith(round);
    this.#closing = this.#close(open);
    try {
      await this.#closing;
    } finally {
      this.#closing = undefined;
      this.#parts.tellAll();
    }
  }

  /** Lets a round go with all its answers, or puts away what is shown of the last one. */
  async drop(): Promise<void> {
    if (this.#closing !== undefined) {
      throw closed();
    }
    this.letGo();
    this.#closed = undefined;
    this.#lost = '';
    await this.#parts.keeper.change({ pulse: '' });
    this.#parts.tellAll();
  }

  /** Lets all answers go. */
  letGo(): void {
    this.#round?.clear();
    this.#round = undefined;
  }

  /** How it stands, for those who may know of it. */
  get facts(): DeskPulse {
    const { meeting } = this.#parts;
    const [round, shut] = [this.#round, this.#closed];
    const survey = round?.survey ?? shut?.survey;
    return {
      state:
        round !== undefined ? 'open' : shut !== undefined ? 'closed' : this.#lost === '' ? 'none' : 'lost',
      round: round?.id ?? shut?.round ?? '',
      ...(survey && { survey }),
      lost: this.#lost === '' ? '' : this.#nameOf(this.#lost),
      answeredBy: round?.answeredBy ?? [],
      result: shut?.result ?? null,
      path: shut?.path ?? '',
      offered: meeting.surveys().map(({ key, name, purpose, questions }) => ({
        key,
        name,
        purpose,
        questions: questions.length,
      })),
    };
  }

  async #close(open: PulseRound): Promise<void> {
    const { meeting, keeper } = this.#parts;
    const { id, survey } = open;
    const result = open.result() ?? null;
    const path = result === null ? '' : await meeting.keepPulse(survey, result);
    this.letGo();
    this.#closed = { round: id, survey, result, path };
    const isNew = result !== null;
    await keeper.change(({ asked = [] }) => ({ pulse: '', asked: isNew ? [...asked, survey.key] : asked }));
  }

  /** In this room, or on this day: a result may be in the clone of a server that is gone. */
  #wasAsked(key: string): boolean {
    const { keeper, meeting } = this.#parts;
    return keeper.record.asked?.includes(key) === true || meeting.wasAsked(key);
  }

  #roundWith(id: string): PulseRound {
    if (this.#round?.id !== id || this.#closing !== undefined) {
      throw closed();
    }
    return this.#round;
  }

  #nameOf(key: string): string {
    return this.#parts.meeting.surveys().find((survey) => survey.key === key)?.name ?? key;
  }
}

function closed(): RetroError {
  return new RetroError('not-found', l10n.t('This round is closed. No more answers are taken.'));
}
