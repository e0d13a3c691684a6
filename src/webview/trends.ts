import { editorApi, readTranslations } from './editorApi.ts';
import { startTrends } from './trends/startTrends.ts';

readTranslations();
const root = document.getElementById('page');
if (root !== null) {
  startTrends(editorApi(), root);
}
