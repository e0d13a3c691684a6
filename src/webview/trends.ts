import { leaveChordsAlone } from './chord.ts';
import { editorApi, isMac, readTranslations } from './editorApi.ts';
import { startTrends } from './trends/startTrends.ts';

readTranslations();
leaveChordsAlone(isMac());
const root = document.getElementById('page');
if (root !== null) {
  startTrends(editorApi(), root);
}
