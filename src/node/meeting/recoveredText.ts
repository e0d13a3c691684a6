import * as l10n from '@vscode/l10n';
import type { JournalDamage } from '../../core/ports/journal.ts';

/** What was found wrong when a board was opened, in a sentence; empty for nothing. */
export function recoveredText(damage: JournalDamage | undefined): string {
  if (damage === undefined) {
    return '';
  }
  return damage.code === 'newer'
    ? l10n.t(
        'A newer version of Retrolog went on with this board. What this version can read is here; the rest is kept in {0}.',
        damage.kept,
      )
    : l10n.t(
        'The end of this board’s journal could not be read. All up to its last whole step is here; the journal as it was is kept in {0}.',
        damage.kept,
      );
}
