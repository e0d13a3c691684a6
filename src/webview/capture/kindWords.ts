import * as l10n from '@vscode/l10n';
import { type EntryKind, entryKinds } from '../../core/entries/kinds.ts';

/** How a kind is shown and asked for. */
export interface KindWords {
  readonly name: string;
  /** Name of a codicon. */
  readonly icon: string;
  /** The letter that picks it. */
  readonly letter: string;
  /** The question that the empty page asks. */
  readonly question: string;
}

/** The words of a kind, in the language of the editor. */
export function kindWords(kind: EntryKind): KindWords {
  switch (kind) {
    case 'win':
      return { name: l10n.t('Win'), icon: 'star-full', letter: 'w', question: l10n.t('What went well?') };
    case 'failure':
      return { name: l10n.t('Failure'), icon: 'zap', letter: 'f', question: l10n.t('What did not work?') };
    case 'learning':
      return {
        name: l10n.t('Learning'),
        icon: 'lightbulb',
        letter: 'l',
        question: l10n.t('What did you learn?'),
      };
    case 'experiment':
      return {
        name: l10n.t('Experiment'),
        icon: 'beaker',
        letter: 'e',
        question: l10n.t('What do you want to try?'),
      };
    case 'action':
      return {
        name: l10n.t('Action'),
        icon: 'circle-large-outline',
        letter: 'a',
        question: l10n.t('What is to be done?'),
      };
    case 'kudos':
      return {
        name: l10n.t('Kudos'),
        icon: 'heart',
        letter: 'k',
        question: l10n.t('What do you want to say thank you for?'),
      };
    case 'blocker':
      return {
        name: l10n.t('Blocker'),
        icon: 'circle-slash',
        letter: 'b',
        question: l10n.t('What is in the way?'),
      };
  }
}

/** The kind that a letter picks. */
export function kindOfLetter(letter: string): EntryKind | undefined {
  return entryKinds.find((kind) => kindWords(kind).letter === letter.toLowerCase());
}
