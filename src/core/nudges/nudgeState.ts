import { addDays, startOfWeek } from '../dates.ts';
import { isCalendarDate } from '../format/calendarDate.ts';
import { type Moment, momentNames } from './moment.ts';
import { isNudgeKind, type Nudge, type NudgeKind } from './nudge.ts';

/** Something that was shown. */
export interface ShownNudge extends Nudge {
  /** ISO 8601 date where the person was. */
  readonly day: string;
  /** Whether the person took it up or turned it down; absent while it was passed over. */
  readonly answer?: 'taken' | 'declined';
}

/** What one person was shown and said, over all their windows. It is theirs alone, and never in the repository. */
export interface NudgeState {
  /** The latest last: the last `mostShown`, and what is offered only once. */
  readonly shown: readonly ShownNudge[];
  /** The first day on which a kind may be shown again, ISO 8601. */
  readonly snoozed: Readonly<Partial<Record<NudgeKind, string>>>;
  /** The last day on which the person logged something, ISO 8601; absent: never, as far as is known. */
  readonly loggedOn?: string;
}

export const nothingShown: NudgeState = { shown: [], snoozed: {} };

/** More than a year of one a day. */
const mostShown = 400;
const longestOccasion = 300;

/** The state after something was shown. */
export function withShown(state: NudgeState, nudge: Nudge, day: string): NudgeState {
  return { ...state, shown: latest([...state.shown, { ...nudge, day }]) };
}

/** The state after an answer to something that was shown. */
export function withAnswer(
  state: NudgeState,
  nudge: Nudge,
  answer: NonNullable<ShownNudge['answer']>,
): NudgeState {
  return { ...state, shown: state.shown.map((one) => (isSame(one, nudge) ? { ...one, answer } : one)) };
}

/** The state in which a kind is not shown before next Monday. */
export function snoozedThisWeek(state: NudgeState, kind: NudgeKind, today: string): NudgeState {
  return { ...state, snoozed: { ...state.snoozed, [kind]: addDays(startOfWeek(today), 7) } };
}

/** The state in which a kind is not shown today. */
export function snoozedUntilTomorrow(state: NudgeState, kind: NudgeKind, today: string): NudgeState {
  return { ...state, snoozed: { ...state.snoozed, [kind]: addDays(today, 1) } };
}

/** The state in which a kind waits no longer. */
export function awake(state: NudgeState, kind: NudgeKind): NudgeState {
  const { [kind]: _until, ...snoozed } = state.snoozed;
  return { ...state, snoozed };
}

/** The state after the person logged something. */
export function withLogged(state: NudgeState, day: string): NudgeState {
  return state.loggedOn === day ? state : { ...state, loggedOn: day };
}

/** What stands in the log view on a day: what was offered then and neither taken up nor turned down. */
export function standingOffer(state: NudgeState, day: string): ShownNudge | undefined {
  return state.shown.findLast(
    (one) => one.kind !== 'question' && one.day === day && one.answer === undefined,
  );
}

/** Whether the question of a day was asked, and neither answered nor turned down. */
export function isAsked(state: NudgeState, day: string): boolean {
  const last = state.shown.findLast((one) => one.kind === 'question' && one.occasion === day);
  return last !== undefined && last.answer === undefined && state.loggedOn !== day;
}

/** Whether this very thing was shown before. */
export function wasShown(state: NudgeState, nudge: Nudge): boolean {
  return state.shown.some((one) => isSame(one, nudge));
}

/** Reads a state that was kept. What is none, or was kept by another version, is left out. */
export function readNudgeState(kept: unknown): NudgeState {
  const { shown, snoozed, loggedOn } = recordOf<keyof NudgeState>(kept);
  const until = Object.entries(recordOf<string>(snoozed)).filter(
    ([kind, day]) => isNudgeKind(kind) && isDay(day),
  );
  return {
    shown: latest((Array.isArray(shown) ? (shown as readonly unknown[]) : []).flatMap(readShown)),
    snoozed: Object.fromEntries(until) as NudgeState['snoozed'],
    ...(isDay(loggedOn) && { loggedOn }),
  };
}

function latest(shown: readonly ShownNudge[]): readonly ShownNudge[] {
  return shown.filter(({ kind }, at) => kind === 'invitation' || at >= shown.length - mostShown);
}

function readShown(kept: unknown): readonly ShownNudge[] {
  const { kind, occasion, root, moment, day, answer } = recordOf<keyof ShownNudge>(kept);
  if (!isNudgeKind(kind) || typeof occasion !== 'string' || !isDay(day)) {
    return [];
  }
  const shown: ShownNudge = {
    kind,
    occasion: occasion.slice(0, longestOccasion),
    ...(typeof root === 'string' && { root }),
    ...momentIn(moment),
    day,
  };
  return [answer === 'taken' || answer === 'declined' ? { ...shown, answer } : shown];
}

function momentIn(kept: unknown): { readonly moment?: Moment } {
  const { what, about, commit } = recordOf<keyof Moment>(kept);
  const { sha, subject } = recordOf<'sha' | 'subject'>(commit);
  const name = momentNames.find((one) => one === what);
  if (name === undefined || typeof about !== 'string') {
    return {};
  }
  const moment = { what: name, about: about.slice(0, longestOccasion) };
  const isCommit = isHash(sha) && typeof subject === 'string';
  return { moment: isCommit ? { ...moment, commit: { sha, subject } } : moment };
}

function isHash(kept: unknown): kept is string {
  return typeof kept === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(kept);
}

function isSame(some: Nudge, other: Nudge): boolean {
  return some.kind === other.kind && some.occasion === other.occasion;
}

function isDay(kept: unknown): kept is string {
  return typeof kept === 'string' && isCalendarDate(kept);
}

function recordOf<Key extends string>(kept: unknown): Partial<Record<Key, unknown>> {
  return typeof kept === 'object' && kept !== null ? kept : {};
}
