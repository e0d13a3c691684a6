import { isSuggestionRule, type Suggestion, type SuggestionRule } from './suggestion.ts';

/** What a person said to a suggestion. */
export interface SuggestionAnswer {
  /** Of the suggestion. */
  readonly id: string;
  readonly rule: SuggestionRule;
  readonly accepted: boolean;
  /** Not before the rule was last unmuted: then it says nothing about the rule any more. */
  readonly counts: boolean;
}

/** What one person said to all suggestions. It is theirs alone: it is never written into the log. */
export interface SuggestionMemory {
  /** One a suggestion, the latest last; at most `mostAnswers`. */
  readonly answers: readonly SuggestionAnswer[];
  readonly muted: readonly SuggestionRule[];
}

/** How a rule fared lately. */
export interface Acceptance {
  readonly accepted: number;
  readonly answered: number;
}

export const noMemory: SuggestionMemory = { answers: [], muted: [] };

const mostAnswers = 1000;
/** So many of a rule's latest answers say how it fares: what it once was good for is forgotten. */
const latest = 16;
/** With fewer answers nothing is said. A rule of which every second is taken is then silenced once in 28 times. */
const least = 8;
const leastShare = 0.2;

/** The memory after an answer. An earlier answer to the same suggestion is replaced. */
export function answered(
  memory: SuggestionMemory,
  { id, rule }: Pick<Suggestion, 'id' | 'rule'>,
  accepted: boolean,
): SuggestionMemory {
  const others = memory.answers.filter((answer) => answer.id !== id);
  const answers = [...others, { id, rule, accepted, counts: true }];
  return { ...memory, answers: answers.slice(-mostAnswers) };
}

/** The memory after a rule was muted. */
export function muted(memory: SuggestionMemory, rule: SuggestionRule): SuggestionMemory {
  return memory.muted.includes(rule) ? memory : { ...memory, muted: [...memory.muted, rule] };
}

/** The memory after a rule may speak again: what was dismissed stays so, and the rule is judged anew. */
export function unmuted(memory: SuggestionMemory, rule: SuggestionRule): SuggestionMemory {
  return {
    answers: memory.answers.map((answer) => (answer.rule === rule ? { ...answer, counts: false } : answer)),
    muted: memory.muted.filter((one) => one !== rule),
  };
}

/** How a rule fared in its latest answers. */
export function acceptanceOf(memory: SuggestionMemory, rule: SuggestionRule): Acceptance {
  const counted = memory.answers.filter((answer) => answer.rule === rule && answer.counts).slice(-latest);
  return { accepted: counted.filter(({ accepted }) => accepted).length, answered: counted.length };
}

/** Whether a rule is not listened to: it was muted, or of at least eight answers fewer than one in five took it. */
export function isSilent(memory: SuggestionMemory, rule: SuggestionRule): boolean {
  const { accepted, answered } = acceptanceOf(memory, rule);
  return memory.muted.includes(rule) || (answered >= least && accepted < leastShare * answered);
}

/** Whether a suggestion was turned down. */
export function isDismissed(memory: SuggestionMemory, id: string): boolean {
  return memory.answers.some((answer) => answer.id === id && !answer.accepted);
}

/** Reads a memory that was kept. What is none, or was kept by another version, is left out. */
export function readMemory(kept: unknown): SuggestionMemory {
  const { answers, muted: rules } = (kept ?? {}) as Partial<Record<keyof SuggestionMemory, unknown>>;
  return {
    answers: (Array.isArray(answers) ? (answers as readonly unknown[]) : [])
      .filter(isAnswer)
      .slice(-mostAnswers),
    muted: [...new Set(Array.isArray(rules) ? (rules as readonly unknown[]) : [])].filter(isSuggestionRule),
  };
}

function isAnswer(kept: unknown): kept is SuggestionAnswer {
  const { id, rule, accepted, counts } = (kept ?? {}) as Partial<Record<keyof SuggestionAnswer, unknown>>;
  return (
    typeof id === 'string' &&
    isSuggestionRule(rule) &&
    typeof accepted === 'boolean' &&
    typeof counts === 'boolean'
  );
}
