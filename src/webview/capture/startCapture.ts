import type { EditorApi } from '../editorApi.ts';
import { isMac } from '../editorApi.ts';
import { CaptureController } from './captureController.ts';
import { layOutKinds } from './layOutKinds.ts';

/** Brings the capture view to life on a page. */
export function startCapture(editor: EditorApi, root: HTMLElement): void {
  const controller = new CaptureController(editor, root, isMac());
  window.addEventListener('message', (event: MessageEvent<unknown>) => controller.receive(event.data));
  window.addEventListener('focus', () => controller.takeFocus());
  root.addEventListener('keydown', (event) => controller.key(event));
  new ResizeObserver(() => layOutKinds(root)).observe(root);
  controller.start();
}
