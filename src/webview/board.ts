import { leaveChordsAlone } from './chord.ts';
import { startBoard } from './board/startBoard.ts';
import { editorHome } from './guest/editorHome.ts';
import { GuestPage } from './guest/guestPage.ts';
import { editorApi, isMac, readTranslations } from './editorApi.ts';

readTranslations();
leaveChordsAlone(isMac());
const root = document.getElementById('page');
if (root?.dataset.guest !== undefined) {
  const editor = editorApi();
  editorHome(editor).then((home) => new GuestPage(root, home).start(), editor.onBug);
} else if (root !== null) {
  startBoard(editorApi(), root);
}
