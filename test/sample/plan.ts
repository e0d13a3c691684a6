import { seededRandom } from '../support/seededRandom.ts';
import { beginnings } from './shop/beginnings.ts';
import { everydayContent } from './shop/everydayContent.ts';
import { everydayOps } from './shop/everydayOps.ts';
import { everydayShop } from './shop/everydayShop.ts';
import { changesOf } from './shop/series.ts';
import { dependencyBumps, releaseCommits } from './shop/versions.ts';
import { allStories } from './stories/allStories.ts';
import type {
  Branch,
  Change,
  Later,
  Story,
  StoryAudit,
  StoryDay,
  StoryEntry,
  StoryMeeting,
  StoryPulse,
} from './story.ts';
import type { WorkCalendar } from './workCalendar.ts';

/** Something that happens. */
type Happening =
  | { readonly what: 'change'; readonly change: Change }
  | { readonly what: 'merge'; readonly branch: Branch }
  | { readonly what: 'entry'; readonly entry: StoryEntry }
  | { readonly what: 'later'; readonly entry: StoryEntry; readonly later: Later }
  | { readonly what: 'meeting'; readonly meeting: StoryMeeting }
  | { readonly what: 'pulse'; readonly pulse: StoryPulse }
  | { readonly what: 'audit'; readonly audit: StoryAudit };

/** Something that happens, when it happens. */
export type Step = Happening & {
  /** ISO 8601 date on the calendar of the team. */
  readonly date: string;
  /** Since the epoch. */
  readonly seconds: number;
};

/** All that happens in the year, in the order in which it happens. */
export function planYear(seed: number, calendar: WorkCalendar): Step[] {
  const random = seededRandom(`${seed} everyday`);
  const stories: readonly Story[] = [
    beginnings,
    ...allStories,
    ...[...everydayShop, ...everydayContent, ...everydayOps].map((series) => ({
      changes: changesOf(series, random),
    })),
    { changes: dependencyBumps() },
    { changes: releaseCommits() },
  ];
  const steps = stories.flatMap((story, i) => timed(happeningsOf(story), `${seed} story ${i}`, calendar));
  return steps.sort((a, b) => a.seconds - b.seconds);
}

/** What happens in a story, with the day of each; on one day in this order. */
function happeningsOf(story: Story): [StoryDay, Happening][] {
  const { branches = [], changes = [], entries = [], meetings = [], pulses = [], audits = [] } = story;
  return [
    ...changes.map((change): [StoryDay, Happening] => [change.at, { what: 'change', change }]),
    ...branches.flatMap((branch): [StoryDay, Happening][] =>
      branch.merged === undefined ? [] : [[branch.merged, { what: 'merge', branch }]],
    ),
    ...entries
      .filter((entry) => entry.with === undefined && entry.from === undefined)
      .map((entry): [StoryDay, Happening] => [entry.at, { what: 'entry', entry }]),
    ...entries.flatMap((entry) =>
      (entry.later ?? [])
        .filter((later) => later.with === undefined)
        .map((later): [StoryDay, Happening] => [later.at, { what: 'later', entry, later }]),
    ),
    ...meetings.map((meeting): [StoryDay, Happening] => [meeting.at, { what: 'meeting', meeting }]),
    ...pulses.map((pulse): [StoryDay, Happening] => [pulse.at, { what: 'pulse', pulse }]),
    ...audits.map((audit): [StoryDay, Happening] => [audit.at, { what: 'audit', audit }]),
  ];
}

/** Gives each a time, later than the one before it on the same day. */
function timed(happenings: readonly [StoryDay, Happening][], seed: string, calendar: WorkCalendar): Step[] {
  const random = seededRandom(seed);
  const clocks = new Map<string, number>();
  return happenings.map(([day, happening]) => {
    const date = calendar.dateOf(day);
    const clock = clocks.get(date);
    const given = / (\d\d):(\d\d)$/.exec(day);
    const minute =
      given === null
        ? clock === undefined
          ? random.between(8 * 60 + 50, 15 * 60)
          : clock + random.between(12, 60)
        : Number(given[1]) * 60 + Number(given[2]);
    clocks.set(date, Math.max(clock ?? 0, minute));
    return { ...happening, date, seconds: calendar.secondsAt(date, minute) + random.between(0, 59) };
  });
}
