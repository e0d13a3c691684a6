import type { EditorApi } from '../editorApi.ts';
import { isMac } from '../editorApi.ts';
import { BoardController } from './boardController.ts';

/** Brings the board to life on a page. */
export function startBoard(editor: EditorApi, root: HTMLElement): void {
  const controller = new BoardController(editor, root, isMac());
  window.addEventListener('message', (event: MessageEvent<unknown>) => controller.receive(event.data));
  void controller.start();
}
