import * as l10n from '@vscode/l10n';
import type { BoardHost } from '../../core/board/boardHost.ts';
import type { DeedOf } from '../../core/board/intent.ts';
import { sinceLastMeeting } from '../../core/board/sinceLastMeeting.ts';
import type { Git } from '../../core/ports/git.ts';
import { surveysKnown } from '../../core/pulse/surveysKnown.ts';
import type { PulseResult } from '../../core/pulse/pulseResult.ts';
import type { Survey } from '../../core/pulse/survey.ts';
import { RetroError } from '../../core/retroError.ts';
import { builtInTemplates } from '../../core/templates/builtInTemplates.ts';
import type { Naming, Template } from '../../core/templates/template.ts';
import { daysUpTo } from '../../core/trends/windows.ts';
import type { OfferedTemplate } from '../../protocol/liveRoom.ts';
import { gatherGiven, type GatheringPlace } from '../meeting/gatherGiven.ts';
import { MeetingFiles, type MeetingPlace } from '../meeting/meetingFiles.ts';
import { meetingTitle } from '../meeting/meetingTitle.ts';
import type { MinutesMemory } from '../meeting/minutesMemory.ts';
import { peopleOf } from '../meeting/peopleOf.ts';
import { recoveredText } from '../meeting/recoveredText.ts';
import type { RoomMeeting } from './roomMeeting.ts';

/** The repository that a live meeting belongs to. */
export interface RetroPlace extends MeetingPlace, GatheringPlace {
  readonly git: Git | undefined;
  /** BCP 47. */
  readonly language: string;
}

/** The meeting of a room, in a log. */
export class RetroMeeting implements RoomMeeting {
  readonly files: MeetingFiles;
  readonly recovered: string;
  readonly #place: RetroPlace;
  readonly #meeting: string;
  #people: readonly string[] = [];

  private constructor(
    place: RetroPlace,
    host: BoardHost,
    memory: MinutesMemory,
    meeting: string,
    tell: () => void,
  ) {
    this.#place = place;
    this.#meeting = meeting;
    this.files = new MeetingFiles(place, host, memory, tell);
    this.recovered = recoveredText(host.damage);
  }

  /**
   * @param meeting the id that it has or will have
   * @param tell told when the state of the minutes is another one
   */
  static async open(
    place: RetroPlace,
    host: BoardHost,
    memory: MinutesMemory,
    meeting: string,
    tell: () => void,
  ): Promise<RetroMeeting> {
    await place.log.load();
    const made = new RetroMeeting(place, host, memory, meeting, tell);
    made.#people = await peopleOf(place);
    return made;
  }

  get people(): readonly string[] {
    return this.#people;
  }

  async goOn(): Promise<void> {
    // Whoever wrote the minutes before may have written entries as well.
    await this.#place.log.refresh();
    await this.files.open();
  }

  async offer(): Promise<readonly OfferedTemplate[]> {
    // A room can be open for days before its meeting begins.
    await this.#place.log.refresh();
    return this.#templates().map(({ key, name, purpose, columns, hidden, names }) => ({
      key,
      name,
      purpose,
      columns: columns.map(({ title }) => title),
      hidden,
      names,
    }));
  }

  async startDeed(key: string, names: Naming, facilitator: string): Promise<DeedOf<'start'>> {
    const { clock, log, language } = this.#place;
    const template = this.#templates().find((each) => each.key === key);
    if (template === undefined) {
      throw new RetroError(
        'not-found',
        l10n.t('There is no template “{0}” any more. Choose another one.', key),
      );
    }
    const date = clock.today();
    const held = log.pages.filter(({ kind }) => kind === 'meeting').map((page) => page.date);
    const period = sinceLastMeeting(held, date) ?? daysUpTo(date, 14);
    return {
      type: 'start',
      name: facilitator,
      meeting: { id: this.#meeting, title: meetingTitle(template.name, date, language), date, ...period },
      template: { ...template, names },
      given: await gatherGiven(this.#place, period),
    };
  }

  surveys(): readonly Survey[] {
    return surveysKnown(this.#place.log.surveys);
  }

  wasAsked(survey: string): boolean {
    const { clock, log } = this.#place;
    return log.pages.some(({ date, figures }) => figures?.survey === survey && date === clock.today());
  }

  async keepPulse(survey: Survey, result: PulseResult): Promise<string> {
    const { clock, log, language } = this.#place;
    const date = clock.today();
    const draft = { title: meetingTitle(survey.name, date, language), date, survey, result };
    const { paths } = await log.apply({ type: 'addPulse', draft });
    this.files.alsoCommit(paths);
    return paths[0] ?? '';
  }

  #templates(): readonly Template[] {
    return [...this.#place.log.templates, ...builtInTemplates()];
  }
}
