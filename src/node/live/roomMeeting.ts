import type { DeedOf } from '../../core/board/intent.ts';
import type { PulseResult } from '../../core/pulse/pulseResult.ts';
import type { Survey } from '../../core/pulse/survey.ts';
import type { OfferedTemplate } from '../../protocol/liveRoom.ts';
import type { Naming } from '../../core/templates/template.ts';
import type { MeetingFiles } from '../meeting/meetingFiles.ts';

/** The log that a room's meeting is begun from and ends in. */
export interface RoomMeeting {
  readonly files: Pick<
    MeetingFiles,
    'state' | 'canCommit' | 'open' | 'changed' | 'rest' | 'flush' | 'preview' | 'closeMeeting' | 'keepBoth'
  >;
  /** Names to choose an owner from, most likely first. */
  readonly people: readonly string[];
  /** A sentence about what was wrong with the journal; empty for nothing. */
  readonly recovered: string;
  /** Goes on with a meeting that has begun, from how its log and its minutes are now. */
  goOn(): Promise<void>;
  /** Templates to choose from, as the log has them now. */
  offer(): Promise<readonly OfferedTemplate[]>;
  /**
   * What begins the meeting.
   *
   * @throws RetroError `not-found` where there is no such template
   */
  startDeed(template: string, names: Naming, facilitator: string): Promise<DeedOf<'start'>>;
  /** Surveys to choose from: the team's own, then those that come with Retrolog. */
  surveys(): readonly Survey[];
  /** Whether a survey has a result of today. */
  wasAsked(survey: string): boolean;
  /**
   * Writes what a round came to, once; it is committed with what else the meeting made.
   *
   * @returns the path of its file
   * @throws RetroError as `RetroLog.apply`
   */
  keepPulse(survey: Survey, result: PulseResult): Promise<string>;
}
