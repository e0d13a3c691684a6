import type { EditorApi } from '../editorApi.ts';
import { AuditController } from './auditController.ts';

/** Brings the culture audit to life on a page. */
export function startAudit(editor: EditorApi, root: HTMLElement): void {
  const controller = new AuditController(editor, root);
  window.addEventListener('message', (event: MessageEvent<unknown>) => controller.receive(event.data));
  document.addEventListener('keydown', (event) => controller.key(event));
  void controller.start();
}
