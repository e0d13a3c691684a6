import * as l10n from '@vscode/l10n';
import type { BoardActions } from './boardActions.ts';
import type { BoardController } from './boardController.ts';
import { newId } from './newId.ts';
import { cardsOf } from './unsentCards.ts';

/** What somebody can do with cards that an earlier retro never got. Nothing becomes of them by itself. */
export function unsentActions(board: BoardController): Pick<BoardActions, 'sendUnsent' | 'dropUnsent'> {
  const forget = (): void => {
    board.room?.forgetUnsent();
    board.become({ ...board.model, unsent: [], over: undefined });
  };
  return {
    sendUnsent: (columns) => {
      const cards = cardsOf(board.model.unsent);
      // From here on they are kept as what was asked for on this board.
      for (const [at, { text, column }] of cards.entries()) {
        board.ask({ type: 'addCard', card: newId(), column: columns[at] ?? column, text: text.trim() });
      }
      forget();
      const sentence =
        cards.length === 1 ? l10n.t('The card is added.') : l10n.t('{0} cards are added.', cards.length);
      board.become({ ...board.model, told: { sentence, undo: false } });
    },
    dropUnsent: () => {
      forget();
      board.become({ ...board.model, told: { sentence: l10n.t('Discarded.'), undo: false } });
    },
  };
}
