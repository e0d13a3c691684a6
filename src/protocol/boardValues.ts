import { type MadeWords, madeKinds, type Meeting } from '../core/board/board.ts';
import {
  type Given,
  type GivenAction,
  type GivenEntry,
  type GivenExperiment,
  type GivenWaiting,
  waits,
} from '../core/board/given.ts';
import { boardLimits } from '../core/board/limits.ts';
import { columnKinds, mostColumns, namings, phases, type Template } from '../core/templates/template.ts';
import { type Guard, isCount, isFlag, listOf, oneOf, shape, text, textLike } from './guard.ts';

/** An id as boards and entries have it. */
export const isId = textLike(/^[A-Za-z0-9-]{4,32}$/, 32);
/** An id, or nothing. */
export const isIdOrNone = textLike(/^(?:[A-Za-z0-9-]{4,32})?$/, 32);
/** The secret of a card on an anonymous board. */
export const isKey = textLike(/^[A-Za-z0-9-]{16,64}$/, 64);
/** ISO 8601 date. */
export const isDay = textLike(/^\d{4}-\d{2}-\d{2}$/, 10);
/** A day, or nothing. */
export const isDayOrNone = textLike(/^(?:\d{4}-\d{2}-\d{2})?$/, 10);
export const isLine = text(boardLimits.line);
export const isLongText = text(boardLimits.text);
/** Longer than a card can be: it is for the board to say that one is too long. */
export const isCardText = text(64 * 1024);
export const isPhase = oneOf(phases);
export const isNaming = oneOf(namings);
export const isColumnKind = oneOf(columnKinds);
/** What comes from a file, whose texts no board has checked. */
export const isFileText = text(1024 * 1024);

export const isMeeting: Guard<Meeting> = shape({
  id: isId,
  title: isLine,
  date: isDay,
  from: isDay,
  to: isDay,
});

const isVoteLimit = (value: unknown): value is number => isCount(value) && value <= 100;
export const isVoteLimits = shape({ total: isVoteLimit, perCard: isVoteLimit });

const isMinutes = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value <= 1440;

export const isTemplate: Guard<Template> = shape({
  key: isLine,
  name: isLine,
  purpose: isLongText,
  columns: listOf(shape({ title: isLine, prompt: isLongText }, { kind: isColumnKind }), mostColumns),
  phases: listOf(isPhase, phases.length),
  votes: isVoteLimits,
  hidden: isFlag,
  names: isNaming,
  minutes: shape({}, Object.fromEntries(phases.map((phase) => [phase, isMinutes]))),
});

const entryParts = {
  id: isId,
  kind: isFileText,
  title: isFileText,
  path: text(4096),
  date: isDay,
  people: listOf(isFileText, 2000),
};

export const isGivenEntry: Guard<GivenEntry> = shape(entryParts);
const isGivenAction: Guard<GivenAction> = shape({ ...entryParts, owner: isFileText, due: isDayOrNone });
const isGivenExperiment: Guard<GivenExperiment> = shape({
  ...entryParts,
  status: isFileText,
  outcome: isFileText,
  timebox: isDayOrNone,
});

const isGivenWaiting: Guard<GivenWaiting> = shape({ ...entryParts, waits: oneOf(waits) });

/** The most entries that are brought at once. */
export const mostGiven = boardLimits.cards / 2;

export const isGiven: Guard<Given> = shape(
  {
    entries: listOf(isGivenEntry, mostGiven),
    actions: listOf(isGivenAction, mostGiven),
    experiments: listOf(isGivenExperiment, mostGiven),
    releases: listOf(shape({ name: isFileText, date: isDay }), 200),
    reverts: listOf(
      shape({ sha: textLike(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 64), subject: isFileText, date: isDay }),
      200,
    ),
    figures: listOf(shape({ name: isFileText, value: isFileText, before: isFileText }), 50),
    parked: listOf(isCardText, 200),
  },
  { waiting: listOf(isGivenWaiting, 200) },
);

export const madeParts = {
  kind: oneOf(madeKinds),
  title: isLine,
  body: isLongText,
  owner: isLine,
  due: isDayOrNone,
  people: listOf(isLine, 50),
  hypothesis: isLongText,
  measure: isLongText,
  timebox: isDayOrNone,
};

export const isMadeWords: Guard<MadeWords> = shape(madeParts);
