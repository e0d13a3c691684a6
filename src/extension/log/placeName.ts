import { l10n } from 'vscode';
import type { LocatedPlace } from '../../core/code/locatePlace.ts';

/** Where a noted place is now, in a word or two; empty for a whole file. */
export function placeName({ line, state }: LocatedPlace): string {
  switch (state) {
    case 'gone':
      return l10n.t('gone');
    case 'moved':
      return l10n.t('moved to line {0}', line ?? 1);
    case 'here':
      return line === undefined ? '' : l10n.t('line {0}', line);
  }
}
