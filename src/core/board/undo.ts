import { type Board, type Row, type RowChange, type Step, type Tables } from './board.ts';
import { isFull } from './cardDeeds.ts';
import type { Doer } from './doing.ts';
import type { DeedOf, DeedType } from './intent.ts';
import { boardLimits } from './limits.ts';
import { refusal, type Refusal } from './refusal.ts';
import { votesGiven, withVotesFor } from './voteRows.ts';

const tables = ['cards', 'groups', 'notes', 'votes', 'made', 'reviews'] as const satisfies (keyof Tables)[];
const ownAlone: readonly DeedType[] = ['vote', 'unvote'];

/** The board with one more step that can be undone: what is different in its tables. */
export function withStep(
  before: Board,
  after: Board,
  step: Omit<Step, 'changes' | 'topic' | 'brought'>,
): Board {
  const changed = tables.filter((table) => before[table] !== after[table]);
  const changes = changed.flatMap((table) => changesBetween(table, before[table], after[table]));
  const topic = before.topic === after.topic ? {} : { topic: { before: before.topic, after: after.topic } };
  const ids = broughtBetween(before, after);
  const brought = ids.length === 0 ? {} : { brought: ids };
  return changes.length + ids.length === 0
    ? after
    : {
        ...after,
        steps: [...after.steps, { ...step, changes, ...topic, ...brought }].slice(-boardLimits.steps),
      };
}

function broughtBetween(before: Board, after: Board): readonly string[] {
  return before.given === after.given
    ? []
    : after.given.entries.slice(before.given.entries.length).map(({ id }) => id);
}

/**
 * Takes back the last step of someone that still can be: everything that it changed has to be as it left it. A
 * step that others have built on is passed over.
 */
export function undo(board: Board, { whose, key }: DeedOf<'undo'>, doer: Doer): Board | Refusal {
  if (whose === 'anyone' && !doer.facilitates) {
    return refusal('facilitator-only');
  }
  const mine = key ?? doer.participant;
  const forAll = isForAll(board);
  const last = lastStep(board, (step) => step.by === mine || (whose === 'anyone' && forAll(step)));
  return last === undefined
    ? refusal('nothing-to-undo')
    : { ...last.undone, steps: board.steps.filter((step) => step !== last.step) };
}

/** The last step of those that fit which can be taken back, and the board without it. */
export function lastStep(
  board: Board,
  fits: (step: Step) => boolean,
): { readonly step: Step; readonly undone: Board } | undefined {
  for (let at = board.steps.length - 1; at >= 0; at -= 1) {
    const step = board.steps[at];
    const undone = step !== undefined && fits(step) ? takenBack(board, step) : undefined;
    if (step !== undefined && undone !== undefined) {
      return { step, undone };
    }
  }
  return undefined;
}

/** Which steps of others the facilitator may take back: votes are everyone's own, and so is what is hidden. */
export function isForAll(board: Board): (step: Step) => boolean {
  const hidden = new Set(board.cards.flatMap((card) => (card.hidden ? card.id : [])));
  return ({ type, changes }) =>
    !ownAlone.includes(type) && !changes.some(({ before, after }) => hidden.has((after ?? before)?.id ?? ''));
}

function takenBack(board: Board, step: Step): Board | undefined {
  let undone: Board = board;
  for (const change of step.changes) {
    const rows = undone[change.table] as readonly Row[];
    const changed = rowsBefore(rows, change);
    if (changed === undefined) {
      return undefined;
    }
    undone = { ...undone, [change.table]: changed };
  }
  if (step.topic !== undefined && undone.topic === step.topic.after) {
    undone = { ...undone, topic: step.topic.before };
  }
  if (step.brought !== undefined) {
    const { brought } = step;
    const entries = undone.given.entries.filter(({ id }) => !brought.includes(id));
    undone = { ...undone, given: { ...undone.given, entries } };
  }
  undone = withinTotals(undone, step);
  return holdsTogether(board, undone) ? undone : undefined;
}

/** The rows as they were before a change; `undefined` where they are not any more as it left them. */
function rowsBefore(rows: readonly Row[], { before, after }: RowChange): readonly Row[] | undefined {
  const at = rows.findIndex(({ id }) => id === (after ?? before)?.id);
  const now = rows[at];
  if (after === null || before === null) {
    const left = after === null ? now === undefined : now !== undefined && differing(now, after).length === 0;
    return left ? (before === null ? rows.filter((row) => row !== now) : [...rows, before]) : undefined;
  }
  const fields = differing(before, after);
  if (now === undefined || differing(now, after).some((field) => fields.includes(field))) {
    return undefined;
  }
  const old = Object.fromEntries(Object.entries(before).filter(([field]) => fields.includes(field)));
  return rows.with(at, { ...now, ...old });
}

/** Votes that came back are given up again, as far as their owner has given them to something else since. */
function withinTotals(board: Board, { changes }: Step): Board {
  const back = new Set(
    changes.flatMap(({ table, before }) => (table === 'votes' && before !== null ? before.id : [])),
  );
  return board.votes
    .filter(({ id, participant }) => participant !== '' && back.has(id))
    .reduce((kept, { participant, topic, count }) => {
      const over = votesGiven(kept, participant) - kept.template.votes.total;
      return over > 0 ? withVotesFor(kept, participant, topic, Math.max(0, count - over)) : kept;
    }, board);
}

/** Cards only in groups that are there, no more cards than fit, and votes for topics that are there alone. */
function holdsTogether(board: Board, undone: Board): boolean {
  const groups = new Set(undone.groups.map(({ id }) => id));
  const live = undone.cards.filter(({ deleted }) => !deleted);
  const topics = new Set(live.map(({ id, group }) => (group === '' ? id : group)));
  return (
    live.every(({ group }) => group === '' || groups.has(group)) &&
    undone.votes.every(({ topic }) => topics.has(topic)) &&
    (undone.cards === board.cards || !isFull(board) || isFull(undone))
  );
}

/** What differs between two tables of which the later kept the order of the earlier and adds at the end alone. */
function changesBetween(table: keyof Tables, before: readonly Row[], after: readonly Row[]): RowChange[] {
  const changes: RowChange[] = [];
  let was = 0;
  let is = 0;
  while (was < before.length || is < after.length) {
    const old = before[was] ?? null;
    const now = after[is] ?? null;
    const same = old !== null && now?.id === old.id;
    if (same && now !== old) {
      changes.push({ table, before: old, after: now });
    } else if (!same) {
      changes.push(old === null ? { table, before: null, after: now } : { table, before: old, after: null });
    }
    was += old === null ? 0 : 1;
    is += same || old === null ? 1 : 0;
  }
  return changes;
}

function differing(one: Row, other: Row): readonly string[] {
  const a = one as unknown as Readonly<Record<string, unknown>>;
  const b = other as unknown as Readonly<Record<string, unknown>>;
  return Object.keys(a).filter(
    (field) => a[field] !== b[field] && JSON.stringify(a[field]) !== JSON.stringify(b[field]),
  );
}
