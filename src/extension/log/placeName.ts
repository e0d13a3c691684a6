import { l10n } from 'vscode';
import type { FoundPlace } from '../../core/code/aboutCode.ts';
import type { LocatedPlace } from '../../core/code/locatePlace.ts';

/** Where an entry is in the file that is open, in a word or two; empty where there is nothing to say. */
export function whereInFile(found: FoundPlace | undefined, here: boolean): string {
  return found === undefined || (here && !found.selected) ? (here ? l10n.t('here') : '') : placeName(found);
}

/** Where a noted place is now, in a word or two; empty for a whole file. “Here” is where the cursor is. */
export function placeName({ line, state, selected }: LocatedPlace & Partial<FoundPlace>): string {
  if (selected) {
    return state === 'moved' ? l10n.t('here, moved') : l10n.t('here');
  }
  switch (state) {
    case 'gone':
      return l10n.t('gone');
    case 'moved':
      return l10n.t('moved to line {0}', line ?? 1);
    case 'here':
      return line === undefined ? '' : l10n.t('line {0}', line);
  }
}
