import { leaveChordsAlone } from './chord.ts';
import { startBoard } from './board/startBoard.ts';
import { editorApi, isMac, readTranslations } from './editorApi.ts';

readTranslations();
leaveChordsAlone(isMac());
const root = document.getElementById('page');
if (root !== null) {
  startBoard(editorApi(), root);
}
