import * as l10n from '@vscode/l10n';
import { reasonOf } from '../reasonOf.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardController } from './boardController.ts';
import { afterSent, afterUnsent, leftOpen, type PulseSheet, sheetOf } from './pulseSheet.ts';

type Pulse = 'rate' | 'sendSheet' | 'answerAnew';

/** What somebody can do about the survey that is open. Their answers are in the model alone, and never kept. */
export function pulseActions(board: BoardController): Pick<BoardActions, Pulse> {
  const current = (): PulseSheet => sheetOf(board.model.sheet, board.model.facts.live?.pulse.round ?? '');
  const become = (change: Partial<PulseSheet>): void =>
    board.become({ ...board.model, sheet: { ...current(), ...change } });
  return {
    rate: (at, rating) => become({ ratings: { ...current().ratings, [at]: rating }, complaint: '' }),
    answerAnew: () => become({ anew: true }),
    sendSheet: () => {
      const { pulse } = board.model.facts.live ?? {};
      const questions = pulse?.survey?.questions.length ?? 0;
      const sheet = current();
      const [first, ...more] = leftOpen(sheet, questions);
      if (first !== undefined) {
        become({
          complaint:
            more.length === 0
              ? l10n.t('One statement has no answer yet.')
              : l10n.t('{0} statements have no answer yet.', more.length + 1),
        });
        board.hands.focusQuestion(first);
        return;
      }
      become({ sending: true, complaint: '' });
      const ratings = Array.from({ length: questions }, (_, at) => sheet.ratings[at] ?? 0);
      board.room?.answerPulse({ round: sheet.round, ratings }).then(
        () => board.become({ ...board.model, sheet: afterSent(board.model.sheet, sheet) }),
        (error: unknown) =>
          board.become({ ...board.model, sheet: afterUnsent(board.model.sheet, sheet, reasonOf(error)) }),
      );
    },
  };
}
