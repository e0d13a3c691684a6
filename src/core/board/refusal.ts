import * as l10n from '@vscode/l10n';
import { boardLimits } from './limits.ts';

/** Why an intent changes nothing. */
export const refusalCodes = [
  'already-applied',
  'unknown-intent',
  'malformed',
  'not-started',
  'started-already',
  'closed',
  'not-closed',
  'not-a-participant',
  'removed',
  'full',
  'facilitator-only',
  'not-yours',
  'name-must-stay-out',
  'key-missing',
  'random-missing',
  'id-taken',
  'no-such-card',
  'no-such-group',
  'no-such-topic',
  'no-such-column',
  'no-such-entry',
  'no-such-note',
  'no-such-participant',
  'no-such-phase',
  'still-hidden',
  'revealed-already',
  'too-open',
  'after-writing',
  'empty',
  'too-long',
  'too-many',
  'own-group',
  'is-an-entry',
  'kind-missing',
  'reason-missing',
  'not-the-phase',
  'votes-revealed',
  'votes-hidden',
  'no-votes-left',
  'enough-for-one',
  'is-parked',
  'no-vote-there',
  'no-timer',
  'out-of-range',
  'nothing-to-undo',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** An intent that was refused: the reason for programs and in a sentence for people. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

/** A refusal with its sentence. */
export function refusal(code: RefusalCode): Refusal {
  return { code, message: sentenceFor(code) };
}

/** Whether what came of an intent is that it was refused. */
export function isRefusal(outcome: object): outcome is Refusal {
  return 'code' in outcome;
}

function sentenceFor(code: RefusalCode): string {
  return refusalSentences()[code];
}

function refusalSentences(): Readonly<Record<RefusalCode, string>> {
  return { ...sentencesOfPeople(), ...sentencesOfThings(), ...sentencesOfSteps() };
}

type PeopleCode =
  | 'not-a-participant'
  | 'removed'
  | 'full'
  | 'facilitator-only'
  | 'not-yours'
  | 'name-must-stay-out'
  | 'key-missing'
  | 'no-such-participant'
  | 'too-open'
  | 'after-writing';

function sentencesOfPeople(): Readonly<Record<PeopleCode, string>> {
  return {
    'not-a-participant': l10n.t('You are not at this board. Join it first.'),
    removed: l10n.t('You were taken off this board. Ask the facilitator to let you in again.'),
    full: l10n.t('There are {0} people at this board, and more do not fit.', boardLimits.participants),
    'facilitator-only': l10n.t('Only the facilitator can do this.'),
    'not-yours': l10n.t('Only the person who wrote this can change it.'),
    'name-must-stay-out': l10n.t(
      'On an anonymous board this is done without a name, and with a name it was not.',
    ),
    'key-missing': l10n.t(
      'On an anonymous board a card needs a secret of its own. Reload the board, and write it again.',
    ),
    'no-such-participant': l10n.t('There is nobody like that at this board.'),
    'too-open': l10n.t('Names can be made less visible, and not more visible again.'),
    'after-writing': l10n.t('This has to be settled before the first card is written.'),
  };
}

type ThingCode =
  | 'id-taken'
  | 'no-such-card'
  | 'no-such-group'
  | 'no-such-topic'
  | 'no-such-column'
  | 'no-such-entry'
  | 'no-such-note'
  | 'still-hidden'
  | 'revealed-already'
  | 'empty'
  | 'too-long'
  | 'too-many'
  | 'own-group'
  | 'is-an-entry'
  | 'kind-missing'
  | 'reason-missing';

function sentencesOfThings(): Readonly<Record<ThingCode, string>> {
  return {
    'id-taken': l10n.t('There is something with this id already.'),
    'no-such-card': l10n.t('This card is not on the board any more.'),
    'no-such-group': l10n.t('This group is not on the board any more.'),
    'no-such-topic': l10n.t('This is not on the board any more.'),
    'no-such-column': l10n.t('The board has no such column.'),
    'no-such-entry': l10n.t('The board has no such entry.'),
    'no-such-note': l10n.t('This note is not on the board any more.'),
    'still-hidden': l10n.t('Cards are still hidden. Reveal them first.'),
    'revealed-already': l10n.t('The cards are revealed already.'),
    empty: l10n.t('There is nothing in it. Write a few words.'),
    'too-long': l10n.t('This is too long. Keep a card below {0} KB.', boardLimits.cardBytes / 1024),
    'too-many': l10n.t('The board is full: it holds {0} cards. What is there is kept.', boardLimits.cards),
    'own-group': l10n.t('This is in the group already.'),
    'is-an-entry': l10n.t('This is an entry already.'),
    'kind-missing': l10n.t('The column does not say what kind of entry this becomes. Choose one.'),
    'reason-missing': l10n.t(
      'An action is dropped with a reason: the next person who has the idea will ask. Write a few words.',
    ),
  };
}

function sentencesOfSteps(): Readonly<Record<Exclude<RefusalCode, PeopleCode | ThingCode>, string>> {
  return {
    'already-applied': l10n.t('This was done already, and is done once.'),
    'unknown-intent': l10n.t('This version does not know how to do that. Update Retrolog on both sides.'),
    malformed: l10n.t('This was not understood, and nothing was changed.'),
    'not-started': l10n.t('The meeting has not been started.'),
    'started-already': l10n.t('The meeting has been started already.'),
    closed: l10n.t('The meeting is closed. Reopen it to change something.'),
    'not-closed': l10n.t('The meeting is not closed.'),
    'random-missing': l10n.t('The host did not hand out what is needed for this. Try again.'),
    'no-such-phase': l10n.t('This meeting has no such phase.'),
    'not-the-phase': l10n.t('This is possible while the team votes. Go back to voting first.'),
    'votes-revealed': l10n.t('The votes of this round are shown, so no more are taken. Start another round.'),
    'votes-hidden': l10n.t('The votes of this round are not shown yet. Reveal them first.'),
    'no-votes-left': l10n.t('All your votes are given. Take one back to give it to something else.'),
    'enough-for-one': l10n.t('You have given this as many votes as one thing can get from you.'),
    'is-parked': l10n.t(
      'This is kept for another time, so nobody votes for it. Move it out of the parking lot first.',
    ),
    'no-vote-there': l10n.t('You have no vote there.'),
    'no-timer': l10n.t('There is no timer that this could be done to.'),
    'out-of-range': l10n.t('This is more or less than is possible.'),
    'nothing-to-undo': l10n.t('There is nothing to undo.'),
  };
}
