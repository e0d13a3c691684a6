import * as l10n from '@vscode/l10n';
import type { Missing } from './figures.ts';
import type { GitAnswer } from '../ports/git.ts';
import type { HistoryAnswer, HistoryFacts } from './historyFacts.ts';
import type { Note } from './trends.ts';

type NoHistory = Exclude<HistoryAnswer, { readonly state: 'ok' }>;

/** What `History.facts` answers, as figures take it. */
export function historyAnswerOf(answer: GitAnswer<HistoryFacts | 'incomplete'>): HistoryAnswer {
  switch (answer.state) {
    case 'noRepository':
      return { state: 'notCollected' };
    case 'failed':
      return { state: 'incomplete', reason: answer.reason };
    case 'ok':
      return answer.value === 'incomplete'
        ? {
            state: 'incomplete',
            reason: l10n.t('this clone is shallow or partial. “git fetch --unshallow” may bring the rest.'),
          }
        : { state: 'ok', facts: answer.value };
  }
}

/** What stands where a figure would, if the history cannot be told. */
export function missingHistory(history: NoHistory): Missing {
  switch (history.state) {
    case 'notCollected':
      return { missing: l10n.t('not collected') };
    case 'reading':
      return { missing: l10n.t('the history is being read') };
    case 'incomplete':
      return { missing: l10n.t('history incomplete') };
  }
}

/** What to say once about all figures that need the history. */
export function historyNotes(history: HistoryAnswer): readonly Note[] {
  switch (history.state) {
    case 'ok':
    case 'reading':
      return [];
    case 'notCollected':
      return [
        {
          code: 'history-not-collected',
          message: l10n.t('There is no git history here, so figures that need it are not collected.'),
        },
      ];
    case 'incomplete':
      return [
        {
          code: 'history-incomplete',
          message: l10n.t('Figures that need the whole git history are left out: {0}', history.reason),
        },
      ];
  }
}
