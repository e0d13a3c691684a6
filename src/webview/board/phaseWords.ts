import * as l10n from '@vscode/l10n';
import type { Phase } from '../../core/templates/template.ts';

/** How a phase is called, and what a team does in it. */
export interface PhaseWords {
  readonly name: string;
  readonly what: string;
}

/** The words of a phase, in the language of the editor. */
export function phaseWords(phase: Phase): PhaseWords {
  switch (phase) {
    case 'review':
      return { name: l10n.t('Review'), what: l10n.t('What became of what was decided last time?') };
    case 'check-in':
      return { name: l10n.t('Check-in'), what: l10n.t('Everyone says a sentence.') };
    case 'write':
      return { name: l10n.t('Write'), what: l10n.t('One thought per card. Enter adds it.') };
    case 'group':
      return { name: l10n.t('Group'), what: l10n.t('Put together what belongs together.') };
    case 'vote':
      return { name: l10n.t('Vote'), what: l10n.t('What is worth talking about?') };
    case 'discuss':
      return { name: l10n.t('Discuss'), what: l10n.t('One topic after the other, most votes first.') };
    case 'decide':
      return { name: l10n.t('Decide'), what: l10n.t('Who does what, until when?') };
    case 'close':
      return { name: l10n.t('Close'), what: l10n.t('What is kept of this meeting?') };
  }
}
