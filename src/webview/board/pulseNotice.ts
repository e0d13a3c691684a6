import * as l10n from '@vscode/l10n';
import type { PulseFacts } from '../../protocol/livePulse.ts';

/** What everyone is told of a survey while it is not looked at; `undefined` for nothing. */
export function pulseNotice({
  state,
  survey,
  mine,
  answered,
  lost,
  result,
}: PulseFacts): { readonly sentence: string; readonly opens: string } | undefined {
  const name = survey?.name ?? '';
  switch (state) {
    case 'none':
      return undefined;
    case 'open':
      return mine
        ? {
            sentence: l10n.t('You have answered “{0}”. {1}', name, answeredWords(answered)),
            opens: l10n.t('Look'),
          }
        : {
            sentence: l10n.t('A survey is open: “{0}”. {1}', name, answeredWords(answered)),
            opens: l10n.t('Answer'),
          };
    case 'closed':
      return result === null
        ? { sentence: l10n.t('“{0}” is closed. {1}', name, tooFewWords()), opens: '' }
        : { sentence: l10n.t('“{0}” is closed.', name), opens: l10n.t('Show the result') };
    case 'lost':
      return {
        sentence: l10n.t(
          'The answers to “{0}” are lost: the program that held them stopped before the round was closed. Nothing of them is shown or written. It can be asked again.',
          lost,
        ),
        opens: '',
      };
  }
}

/** How many have answered. */
export function answeredWords(answered: number): string {
  switch (answered) {
    case 0:
      return l10n.t('Nobody has answered yet.');
    case 1:
      return l10n.t('1 has answered.');
    default:
      return l10n.t('{0} have answered.', answered);
  }
}

/** That there is no result. */
export function tooFewWords(): string {
  return l10n.t('Fewer than five answers: nothing is shown or written.');
}
