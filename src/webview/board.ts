import { startBoard } from './board/startBoard.ts';
import { editorApi, readTranslations } from './editorApi.ts';

readTranslations();
const root = document.getElementById('page');
if (root !== null) {
  startBoard(editorApi(), root);
}
