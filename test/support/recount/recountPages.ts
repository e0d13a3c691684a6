import { between, isIn, nowAndBefore } from './days.ts';
import type { Given } from './given.ts';
import { type PlainPage, text } from './readPages.ts';

/** The indicators that rest on meetings and surveys. */
export function recountPages({ end, meetings, pulses }: Given): Readonly<Record<string, unknown>> {
  const [halfYear] = nowAndBefore(end, 182);
  const days = meetings
    .map((page) => text(page, 'date') ?? '')
    .filter((day) => isIn(day, halfYear))
    .sort();
  return {
    cadence: {
      meetings: days.length,
      daysBetween: days.slice(1).map((day, at) => between(days[at] ?? '', day)),
    },
    psychologicalSafety: safety(pulses.filter((page) => (text(page, 'date') ?? '') <= end)),
  };
}

/** The rounds of every survey: those from a day on, or the last eight where these are more. */
export function recountSurveys({ end, pulses }: Given, from: string): unknown {
  const until = pulses.filter((page) => (text(page, 'date') ?? '') <= end);
  const names = [...new Set(until.map((page) => text(page, 'survey') ?? ''))].sort();
  return names.map((survey) => {
    const rounds = until
      .filter((page) => text(page, 'survey') === survey)
      .sort((a, b) => ((text(a, 'date') ?? '') < (text(b, 'date') ?? '') ? -1 : 1));
    const since = rounds.filter((page) => (text(page, 'date') ?? '') >= from).length;
    return {
      survey,
      rounds: rounds.map((page, at) => surveyRound(page, rounds[at - 1])).slice(-Math.max(8, since)),
    };
  });
}

function surveyRound(page: PlainPage, before: PlainPage | undefined): unknown {
  const { from, to } = page.keys['scale'] as { from: string; to: string };
  const comparable = before !== undefined && isComparable(page, before);
  const earlier = comparable ? questionsOf(before) : [];
  const questions = questionsOf(page).map((question) => {
    const same = earlier.find((one) => one.id === question.id);
    return { ...question, ...(same === undefined ? {} : { previous: same.mean }) };
  });
  return {
    id: text(page, 'id'),
    path: page.path,
    date: text(page, 'date'),
    wording: text(page, 'wording'),
    scale: { from: Number(from), to: Number(to) },
    answers: text(page, 'answers'),
    mean: meanOf(page),
    changed: before !== undefined && !(comparable && namesOf(page) === namesOf(before)),
    questions,
  };
}

function isComparable(one: PlainPage, other: PlainPage): boolean {
  return ['wording', 'scale'].every(
    (key) => JSON.stringify(one.keys[key]) === JSON.stringify(other.keys[key]),
  );
}

interface Question {
  readonly id: string;
  readonly reversed: boolean;
  readonly mean: number;
}

function questionsOf({ keys }: PlainPage): readonly Question[] {
  const questions = keys['questions'] as readonly Readonly<Record<keyof Question, string>>[];
  return questions.map(({ id, reversed, mean }) => ({
    id,
    reversed: reversed === 'true',
    mean: Number(mean),
  }));
}

function namesOf(page: PlainPage): string {
  return questionsOf(page)
    .map(({ id }) => id)
    .sort()
    .join(' ');
}

function safety(pulses: readonly PlainPage[]): unknown {
  const rounds = pulses
    .filter((page) => text(page, 'survey') === 'psychological-safety')
    .sort((a, b) => ((text(a, 'date') ?? '') < (text(b, 'date') ?? '') ? 1 : -1));
  const [newest, older] = rounds;
  if (newest === undefined) {
    return { missing: 'not collected' };
  }
  const comparable = older !== undefined && isComparable(older, newest) && namesOf(older) === namesOf(newest);
  return {
    value: meanOf(newest),
    max: Number((newest.keys['scale'] as { to: string }).to),
    n: text(newest, 'answers'),
    ...(comparable && { previous: meanOf(older) }),
  };
}

function meanOf(page: PlainPage): number {
  const means = questionsOf(page).map(({ mean }) => mean);
  return means.reduce((sum, mean) => sum + mean, 0) / means.length;
}
