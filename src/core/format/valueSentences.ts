import * as l10n from '@vscode/l10n';
import { entryKinds, isEntryKind, outcomes, statusesOf } from '../entries/kinds.ts';
import type { ExpectedOfPage } from './pageSchema.ts';

/** A value that is not what its key needs. */
export interface WrongValue {
  readonly expected: ExpectedOfPage;
  /** The key, as it is written: `date`. */
  readonly key: string;
  /** The value as it is written; empty where there is none. */
  readonly found: string;
  /** The kind of the file's entry. */
  readonly kind: string;
  readonly missing: boolean;
  /** It belongs to an item of a list, not to the file itself. */
  readonly inItem: boolean;
}

type ExpectedFigure =
  | 'count'
  | 'number'
  | 'answers'
  | 'mean'
  | 'worth'
  | 'distribution'
  | 'scale'
  | 'boolean'
  | 'rating'
  | 'repeated';

/** The code of a problem and its sentence. */
export interface Finding {
  readonly code: string;
  readonly message: string;
}

/** What is wrong with a value, and how it is written. */
export function findingOf(wrong: WrongValue): Finding {
  const { key, missing, inItem } = wrong;
  if (missing && !inItem && (key === 'id' || key === 'kind' || key === 'date')) {
    return { code: `missing-${key}`, message: missingSentence(key) };
  }
  if (missing) {
    return { code: 'missing-value', message: l10n.t('“{0}” is missing here. Write “{0}: …”.', key) };
  }
  return { code: codes[wrong.expected], message: wrongSentence(wrong) };
}

const codes: Readonly<Record<ExpectedOfPage, string>> = {
  text: 'not-text',
  id: 'bad-id',
  hash: 'bad-hash',
  date: 'bad-date',
  moment: 'bad-time',
  kind: 'unknown-kind',
  status: 'unknown-status',
  outcome: 'unknown-outcome',
  list: 'not-a-list',
  items: 'not-a-list',
  item: 'bad-item',
  count: 'bad-number',
  number: 'bad-number',
  answers: 'too-few-answers',
  mean: 'bad-mean',
  worth: 'bad-mean',
  distribution: 'bad-distribution',
  scale: 'bad-scale',
  boolean: 'not-true-or-false',
  rating: 'bad-rating',
  repeated: 'repeated-answer',
};

function missingSentence(key: 'id' | 'kind' | 'date'): string {
  switch (key) {
    case 'id':
      return l10n.t(
        'The entry has no id. Write a line such as “id: k3f9q2xa”, with letters and digits of your own.',
      );
    case 'kind':
      return l10n.t('The entry has no kind. Write “kind:” and one of: {0}.', entryKinds.join(', '));
    case 'date':
      return l10n.t('The entry has no date. Write the day it happened, as in “date: 2026-11-23”.');
  }
}

function wrongSentence({ expected, key, found, kind }: WrongValue): string {
  switch (expected) {
    case 'text':
      return l10n.t('“{0}” must be text. Put it in quotes, as in {0}: "…".', key);
    case 'id':
      return l10n.t(
        '“{0}” is no id. An id has 4 to 32 letters, digits and hyphens, as in “k3f9q2xa”.',
        found,
      );
    case 'hash':
      return l10n.t(
        '“{0}” must be a full hash of 40 or 64 digits and letters a to f, in quotes. “{1}” is none.',
        key,
        found,
      );
    case 'date':
      return l10n.t('“{0}” is no day of the calendar. Write it as in “{1}: 2026-11-23”.', found, key);
    case 'moment':
      return l10n.t(
        '“{0}” is no time with its zone. Write it as in “{1}: 2026-11-22T09:14:03Z”.',
        found,
        key,
      );
    case 'kind':
      return l10n.t('“{0}” is no kind of entry. Write one of: {1}.', found, entryKinds.join(', '));
    case 'status':
      return l10n.t(
        '“{0}” is no status of this kind of entry ({1}). Write one of: {2}.',
        found,
        kind,
        statusWords(kind),
      );
    case 'outcome':
      return l10n.t('“{0}” is no outcome. Write one of: {1}.', found, outcomes.join(', '));
    case 'list':
      return l10n.t('“{0}” must be a list. Write it as in {0}: [one, two].', key);
    case 'items':
      return l10n.t('“{0}” must be a list, each item on its own lines and started with “- ”.', key);
    case 'item':
      return l10n.t('An item of “{0}” must be keys and values, as in “- key: value”.', key);
    case 'count':
    case 'number':
    case 'answers':
    case 'mean':
    case 'worth':
    case 'distribution':
    case 'scale':
    case 'boolean':
    case 'rating':
    case 'repeated':
      return wrongFigure(expected, key, found);
  }
}

function wrongFigure(expected: ExpectedFigure, key: string, found: string): string {
  switch (expected) {
    case 'answers':
      return l10n.t(
        '“{0}” is no number of answers that is kept. Write 5-7, 8-11 or 12+; fewer than five are never kept.',
        found,
      );
    case 'mean':
      return l10n.t(
        '“{0}” is no mean on this scale. Write a number between its two ends, without quotes.',
        found,
      );
    case 'worth':
      return l10n.t('“{0}” is no mean from 1 to 5. Write it as in {mean: 4.2, n: 6}.', found);
    case 'distribution':
      return l10n.t(
        'A distribution has one whole number for each point of the scale, and at least ten answers.',
      );
    case 'scale':
      return l10n.t('A scale has two whole numbers, as in {from: 1, to: 5}.');
    case 'boolean':
      return l10n.t('“{0}” must be true or false.', key);
    case 'rating':
      return l10n.t(
        '“{0}” is no rating on this scale. Write a whole number from one of its ends to the other, without quotes.',
        found,
      );
    case 'repeated':
      return l10n.t('“{0}” is answered above already. Keep one of the two answers.', found);
    case 'count':
    case 'number':
      return l10n.t('“{0}” must be a whole number above 0, without quotes. “{1}” is none.', key, found);
  }
}

function statusWords(kind: string): string {
  return (isEntryKind(kind) ? statusesOf[kind] : undefined)?.join(', ') ?? '';
}
