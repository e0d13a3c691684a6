import type { Board } from './board.ts';
import type { Deed } from './intent.ts';
import { rowWith } from './rows.ts';
import { isForAll, lastStep } from './undo.ts';

/**
 * The deed with the secret that it needs on an anonymous board, where whoever does it has that secret. When cards are
 * revealed they get new ids, so that their writers' programs know by the view alone which are theirs.
 *
 * @param keys all secrets that the person has
 */
export function withOwnKey(board: Board, deed: Deed, participant: string, keys: readonly string[]): Deed {
  if (board.names !== 'anonymous') {
    return deed;
  }
  if (deed.type === 'undo') {
    const isForAnyone = deed.whose === 'anyone' ? isForAll(board) : () => false;
    const last =
      deed.key === undefined
        ? lastStep(board, (step) => step.by === participant || keys.includes(step.by) || isForAnyone(step))
        : undefined;
    // What is done without a name is done as its writer, also by whoever may take back the steps of others.
    return last !== undefined && keys.includes(last.step.by)
      ? { type: 'undo', whose: 'mine', key: last.step.by }
      : deed;
  }
  const isOfCard =
    deed.type === 'editCard' ||
    deed.type === 'deleteCard' ||
    deed.type === 'restoreCard' ||
    deed.type === 'moveCard';
  const key = isOfCard ? (deed.key ?? rowWith(board.cards, deed.card)?.key ?? '') : '';
  return isOfCard && keys.includes(key) ? { ...deed, key } : deed;
}
