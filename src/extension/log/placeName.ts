import { l10n } from 'vscode';
import type { LocatedPlace } from '../../core/code/locatePlace.ts';
import type { CodePlace } from '../../core/entries/entry.ts';

/** Where a noted place is now, in a word or two; empty for a whole file. */
export function placeName({ line: noted }: Pick<CodePlace, 'line'>, { line, state }: LocatedPlace): string {
  switch (state) {
    case 'gone':
      return noted === undefined ? l10n.t('gone') : l10n.t('gone, was line {0}', noted);
    case 'moved':
      return l10n.t('moved to line {0}', line ?? 1);
    case 'here':
      return line === undefined ? '' : l10n.t('line {0}', line);
  }
}
