import type { Board } from './board.ts';
import type { BoardView } from './boardView.ts';
import type { Deed, DeedType } from './intent.ts';
import { type Viewer, viewOf } from './viewOf.ts';

/*
 * One screen that a team shares: whoever runs the meeting does everything there, and when the keyboard is passed
 * on, the others give their votes and write their hidden cards as people of their own.
 */

const ofOneself: readonly DeedType[] = [
  'vote',
  'unvote',
  'rate',
  'answerCheckIn',
  'setReady',
  'join',
  'leave',
];
const ofWriters: readonly DeedType[] = ['addCard', 'editCard', 'deleteCard', 'restoreCard', 'moveCard'];

/** Who facilitates; empty on a board that has not been started. */
export function facilitatorOf(board: Board): string {
  return board.participants.find(({ role }) => role === 'facilitator')?.id ?? '';
}

/** In whose name something is done at a shared screen, where `seat` has the keyboard. */
export function doerAtScreen(board: Board, deed: Deed, seat: string): string {
  const own =
    ofOneself.includes(deed.type) ||
    (ofWriters.includes(deed.type) && !board.revealed) ||
    (deed.type === 'undo' && deed.whose === 'mine');
  return own ? seat : facilitatorOf(board);
}

/** What is seen at a shared screen: what whoever has the keyboard may see, with what the facilitator can do. */
export function viewAtScreen(board: Board, viewer: Viewer): BoardView {
  const view = viewOf(board, viewer);
  const lead = facilitatorOf(board);
  if (viewer.participant === lead || lead === '') {
    return view;
  }
  return { ...view, facilitates: true, undo: { mine: view.undo.mine, anyone: null } };
}
