import * as l10n from '@vscode/l10n';
import type { Naming } from '../templates/template.ts';

/** Whose names stand on cards, in a few words. */
export function namingWords(naming: Naming): string {
  switch (naming) {
    case 'named':
      return l10n.t('Everyone’s own name');
    case 'alias':
      return l10n.t('What each calls themselves here');
    case 'anonymous':
      return l10n.t('None: cards are anonymous and shuffled');
  }
}
