import type { EditorApi } from '../editorApi.ts';
import { TrendsController } from './trendsController.ts';

/** Brings the trends panel to life on a page. */
export function startTrends(editor: EditorApi, root: HTMLElement): void {
  const controller = new TrendsController(editor, root);
  window.addEventListener('message', (event: MessageEvent<unknown>) => controller.receive(event.data));
  document.addEventListener('keydown', (event) => controller.key(event));
  new ResizeObserver(() => controller.resize()).observe(root);
  void controller.start();
}
