import { addDays, startOfWeek } from '../dates.ts';
import { type LocalMoment, type Nudge, type NudgeKind, nudgeKinds } from './nudge.ts';
import { type NudgeState, wasShown, withShown } from './nudgeState.ts';

/** What a person wants to be asked and offered. */
export interface NudgeWishes {
  /** The time of day of the daily question, in whole minutes since midnight; absent: never. */
  readonly question?: number;
  /** Whether the daily question was neither chosen nor refused yet. */
  readonly invitation: boolean;
  readonly digest: boolean;
  readonly moments: boolean;
}

/** What a person is doing that nothing may come between. */
export interface Doing {
  /** They have switched on quiet. */
  readonly quiet: boolean;
  readonly debugging: boolean;
  readonly boardOpen: boolean;
  /** They are writing an entry, or have just logged one. */
  readonly writing: boolean;
  /** They are in another window. */
  readonly elsewhere: boolean;
}

/** Why nothing is shown. */
export type Silence =
  | keyof Doing
  | 'nothingDue'
  | 'oneToday'
  | 'snoozed'
  | 'shownBefore'
  | 'loggedToday'
  | 'keptForTheQuestion';

/** What there is to offer at the moment. */
export interface Chances {
  /** The digest of this week: it has something in it, and is not in the repository yet. */
  readonly digest?: Nudge;
  /** Something that has just happened. */
  readonly moment?: Nudge;
}

/** All that the gate looks at besides what was shown. */
export interface Circumstances {
  readonly wishes: NudgeWishes;
  readonly chances: Chances;
  readonly doing: Doing;
  /** In the person's time zone. */
  readonly now: LocalMoment;
}

/** What the gate says: what to show, and the state after that; or nothing, because. */
export type Verdict =
  | { readonly show: Nudge; readonly state: NudgeState }
  | { readonly show?: never; readonly because: Silence };

const noon = 12 * 60;

/** A nudge that is due, and why it may not be shown; absent where it may. */
interface Ruling {
  readonly nudge: Nudge;
  readonly because: Silence | undefined;
}

/**
 * The one gate that everything passes which a person did not call for. It lets through at most one thing a day, each
 * thing once, nothing that is snoozed or not wanted, and nothing while the person is busy. What the person chose, the
 * question, comes before what is offered: while it is still ahead, nothing takes its place but the digest, which has
 * one day a week.
 */
export function passGate(state: NudgeState, { wishes, chances, doing, now }: Circumstances): Verdict {
  const due = dueNudges(state, wishes, chances, now);
  if (due.length === 0) {
    return { because: 'nothingDue' };
  }
  const busy = (['quiet', 'debugging', 'boardOpen', 'writing', 'elsewhere'] as const).find(
    (one) => doing[one],
  );
  if (busy !== undefined) {
    return { because: busy };
  }
  if (state.shown.some(({ day }) => day === now.day)) {
    return { because: 'oneToday' };
  }
  const rulings = due.map((nudge): Ruling => ({ nudge, because: whyNot(nudge, state, wishes, now) }));
  const passed = rulings.find(({ because }) => because === undefined);
  return passed === undefined
    ? { because: rulings[0]?.because ?? 'nothingDue' }
    : { show: passed.nudge, state: withShown(state, passed.nudge, now.day) };
}

/** What might be shown now, what comes first first. */
function dueNudges(
  state: NudgeState,
  wishes: NudgeWishes,
  { digest, moment }: Chances,
  now: LocalMoment,
): readonly Nudge[] {
  const invitation = { kind: 'invitation', occasion: 'once' } as const;
  const nudges: Readonly<Record<NudgeKind, Nudge | undefined>> = {
    digest: wishes.digest && isFridayAfternoon(now) && !isKnown(state, digest) ? digest : undefined,
    question:
      wishes.question !== undefined && now.minute >= wishes.question
        ? { kind: 'question', occasion: now.day }
        : undefined,
    moment: wishes.moments && !isKnown(state, moment) ? moment : undefined,
    // Who has never logged anything has something else to find out first.
    invitation:
      wishes.invitation && state.loggedOn !== undefined && !isKnown(state, invitation)
        ? invitation
        : undefined,
  };
  return nudgeKinds.map((kind) => nudges[kind]).filter((nudge) => nudge !== undefined);
}

/** Whether it is the time at which a week's digest is offered. */
export function isFridayAfternoon({ day, minute }: LocalMoment): boolean {
  return day === addDays(startOfWeek(day), 4) && minute >= noon;
}

function isKnown(state: NudgeState, nudge: Nudge | undefined): boolean {
  return nudge !== undefined && wasShown(state, nudge);
}

function whyNot(nudge: Nudge, state: NudgeState, wishes: NudgeWishes, now: LocalMoment): Silence | undefined {
  if (wasShown(state, nudge)) {
    return 'shownBefore';
  }
  if (isSnoozed(state, nudge.kind, now)) {
    return 'snoozed';
  }
  if (nudge.kind === 'question') {
    return state.loggedOn === now.day ? 'loggedToday' : undefined;
  }
  return nudge.kind !== 'digest' && isQuestionAhead(state, wishes, now) ? 'keptForTheQuestion' : undefined;
}

function isQuestionAhead(state: NudgeState, { question }: NudgeWishes, now: LocalMoment): boolean {
  return question !== undefined && state.loggedOn !== now.day && !isSnoozed(state, 'question', now);
}

function isSnoozed(state: NudgeState, kind: NudgeKind, { day }: LocalMoment): boolean {
  return day < (state.snoozed[kind] ?? '');
}
