import * as l10n from '@vscode/l10n';
import { facilitatorOf } from '../../core/board/atScreen.ts';
import type { BoardHost } from '../../core/board/boardHost.ts';
import type { DeedType } from '../../core/board/intent.ts';
import type { Ids } from '../../core/ports/ids.ts';
import { RetroError } from '../../core/retroError.ts';
import type { ClosedMeeting } from '../meeting/meetingFiles.ts';
import type { DeskChange, DeskFacts, DeskWork, Errand, Errands } from './roomDesk.ts';
import type { RoomMeeting } from './roomMeeting.ts';
import { RoomPulse } from './roomPulse.ts';
import type { RoomKeeper } from './roomRecord.ts';

/** What the work of a room is done with. */
export interface MeetingDeskParts {
  readonly host: BoardHost;
  readonly keeper: RoomKeeper;
  readonly meeting: RoomMeeting;
  readonly ids: Ids;
}

/** Writes the minutes of a room into its log, and holds its surveys. */
export class MeetingDesk implements DeskWork {
  readonly #parts: MeetingDeskParts;
  readonly #pulse: RoomPulse;
  readonly #listeners = new Set<(what: DeskChange) => void>();
  readonly #doing: { readonly [E in Errand]: (asks: Errands[E]['asks']) => Promise<Errands[E]['answer']> };

  constructor(parts: MeetingDeskParts) {
    const { files } = parts.meeting;
    const pulse = new RoomPulse({ ...parts, tellAll: () => this.tell('pulse') });
    this.#parts = parts;
    this.#pulse = pulse;
    this.#doing = {
      preview: () => files.preview(),
      keepBoth: async () => nothing(await files.keepBoth()),
      closeMeeting: ({ commit }) => this.#closeMeeting(commit),
      startPulse: async ({ survey }) => nothing(await this.#startPulse(survey)),
      answerPulse: async ({ who, answers }) => nothing(pulse.answer(who, answers)),
      closePulse: async ({ round }) => nothing(await pulse.close(round)),
      dropPulse: async () => nothing(await pulse.drop()),
    };
  }

  get facts(): DeskFacts {
    const { files } = this.#parts.meeting;
    return { minutes: files.state, canCommit: files.canCommit, pulse: this.#pulse.facts };
  }

  run<E extends Errand>(errand: E, asks: Errands[E]['asks']): Promise<Errands[E]['answer']> {
    return this.#doing[errand](asks);
  }

  async takeOver(): Promise<void> {
    this.#pulse.takeOver();
    if (this.#parts.host.board.state !== 'new') {
      await this.#parts.meeting.goOn();
    }
  }

  giveUp(): void {
    this.#pulse.letGo();
    this.#parts.meeting.files.rest();
  }

  changed(deed: DeedType): void {
    const { files } = this.#parts.meeting;
    if (deed === 'start') {
      void files.open();
    }
    files.changed(deed);
  }

  forget(participant: string): void {
    this.#pulse.forget(participant);
  }

  onDidChange(listener: (what: DeskChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  flush(): Promise<void> {
    return this.#parts.meeting.files.flush();
  }

  /** The facts are others: the meeting's files say so of the minutes. */
  tell(what: DeskChange): void {
    this.#listeners.forEach((listener) => listener(what));
  }

  async #startPulse(survey: string): Promise<void> {
    if (this.#parts.host.board.state !== 'open') {
      throw new RetroError('bad-input', l10n.t('A survey is asked while the retro is open.'));
    }
    await this.#pulse.start(survey);
  }

  async #closeMeeting(commit: boolean): Promise<ClosedMeeting> {
    const { host, ids, meeting } = this.#parts;
    if (this.#pulse.isOpen) {
      throw new RetroError('bad-input', l10n.t('A survey is open. Close it or drop it, then save again.'));
    }
    return meeting.files.closeMeeting(
      (deed) => host.take({ id: ids.newId(), deed }, facilitatorOf(host.board)),
      commit && meeting.files.canCommit,
    );
  }
}

/** What an errand answers that only has to be done. */
function nothing(_done: void): null {
  return null;
}
