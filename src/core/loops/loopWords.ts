import * as l10n from '@vscode/l10n';
import type { LoopGap } from './openLoops.ts';

/** What is missing, in a few words. */
export function gapWords(gap: LoopGap): string {
  switch (gap) {
    case 'cameBack':
      return l10n.t('came back');
    case 'noLearning':
      return l10n.t('no learning yet');
    case 'noStep':
      return l10n.t('nothing planned yet');
  }
}

/** What can be done next, as a sentence. */
export function nextWords(gap: LoopGap): string {
  switch (gap) {
    case 'cameBack':
      return l10n.t('Plan an action or an experiment that goes further.');
    case 'noLearning':
      return l10n.t('Write what you learned.');
    case 'noStep':
      return l10n.t('Plan an action or an experiment.');
  }
}
