import { nothing, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardModel } from './boardModel.ts';

/** Cards that say nearly the same, one pair at a time: they are put together when somebody says so. */
export function renderSimilar(
  _model: BoardModel,
  _view: BoardView,
  _actions: BoardActions,
): TemplateResult | typeof nothing {
  return nothing;
}
