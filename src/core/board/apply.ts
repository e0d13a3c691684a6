import type { Board, Participant } from './board.ts';
import { cardDeeds } from './cardDeeds.ts';
import { discussDeeds } from './discussDeeds.ts';
import { type DeedRule, type DeedRules, doerOf } from './doing.ts';
import { isId } from './freeId.ts';
import { groupDeeds } from './groupDeeds.ts';
import type { Deed, DeedType, Intent } from './intent.ts';
import { knowsId, withId } from './knownIds.ts';
import { madeDeeds } from './madeDeeds.ts';
import { meetingDeeds, start } from './meetingDeeds.ts';
import { joined, peopleDeeds } from './peopleDeeds.ts';
import { isRefusal, refusal, type Refusal } from './refusal.ts';
import { revealDeeds } from './reveal.ts';
import { rowWith } from './rows.ts';
import { isWithoutName } from './stampIntent.ts';
import { timerDeeds } from './timerDeeds.ts';
import { undo, withStep } from './undo.ts';
import { voteDeeds } from './voteDeeds.ts';

/** What came of an intent: the board that it made, or why the board stays as it is. */
export type Outcome = { readonly ok: Board } | { readonly refused: Refusal };

const rules: DeedRules = {
  ...cardDeeds,
  ...revealDeeds,
  ...groupDeeds,
  ...voteDeeds,
  ...timerDeeds,
  ...discussDeeds,
  ...madeDeeds,
  ...peopleDeeds,
  ...meetingDeeds,
  start: { do: start },
  join: { do: (board, { name }, { participant }) => joined(board, participant, name) },
  undo: { do: undo },
  reopen: { do: (board) => ({ ...board, state: 'open' }), by: 'facilitator' },
};

/**
 * Carries out an intent, or refuses it. A function of its arguments alone: whoever applies the same intents in the
 * same order has the same board. Never throws, whatever the intent is, and never changes the board it is given.
 *
 * An intent that was applied before is refused with `already-applied`: to whoever sent it, that is as good as done.
 */
export function apply(board: Board, intent: Intent): Outcome {
  const outcome = outcomeOf(board, intent);
  if (isRefusal(outcome)) {
    return { refused: outcome };
  }
  return { ok: { ...outcome, revision: board.revision + 1, seen: withId(outcome.seen, intent.id) } };
}

function outcomeOf(board: Board, intent: Intent): Board | Refusal {
  const deed: Deed | undefined = intent?.deed;
  if (!isId(intent?.id) || typeof deed?.type !== 'string') {
    return refusal('malformed');
  }
  if (knowsId(board.seen, intent.id)) {
    return refusal('already-applied');
  }
  if (!Object.hasOwn(rules, deed.type)) {
    return refusal('unknown-intent');
  }
  const participant = rowWith(board.participants, intent.participant);
  const wrong = wrongState(board, deed.type) ?? wrongPerson(board, intent, participant);
  return wrong ?? done(board, intent, participant);
}

function done(board: Board, intent: Intent, participant: Participant | undefined): Board | Refusal {
  const { deed } = intent;
  const rule = rules[deed.type] as DeedRule<DeedType>;
  const doer = doerOf(intent, participant);
  if (rule.by === 'facilitator' && !doer.facilitates) {
    return refusal('facilitator-only');
  }
  const newcomer = deed.type === 'start' || deed.type === 'join' ? { participant: intent.participant } : {};
  const outcome = rule.do(board, deed, { ...doer, ...newcomer });
  if (isRefusal(outcome) || rule.undoable === undefined) {
    return outcome;
  }
  const by = intent.participant === '' && 'key' in deed ? (deed.key ?? '') : intent.participant;
  return withStep(board, outcome, { id: intent.id, by, type: deed.type });
}

/** What the state of the meeting does not allow. People come and go whether it is closed or not. */
function wrongState(board: Board, type: DeedType): Refusal | undefined {
  switch (board.state) {
    case 'new':
      return type === 'start' ? undefined : refusal('not-started');
    case 'open':
      return type === 'start' || type === 'reopen'
        ? refusal(type === 'start' ? 'started-already' : 'not-closed')
        : undefined;
    case 'closed':
      return ['reopen', 'join', 'leave', 'handOver', 'removeParticipant'].includes(type)
        ? undefined
        : refusal('closed');
  }
}

/** Who may not do it. Where nobody is to know who did something, it must not say so. */
function wrongPerson(
  board: Board,
  intent: Intent,
  participant: Participant | undefined,
): Refusal | undefined {
  const { type } = intent.deed;
  if (type === 'start' || type === 'join') {
    return isId(intent.participant) ? undefined : refusal('malformed');
  }
  if (isWithoutName(board, intent.deed)) {
    return intent.participant === '' && intent.at === 0 ? undefined : refusal('name-must-stay-out');
  }
  if (participant === undefined) {
    return refusal('not-a-participant');
  }
  return participant.state === 'removed' ? refusal('removed') : undefined;
}
