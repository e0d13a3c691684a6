import { startAudit } from './audit/startAudit.ts';
import { editorApi, readTranslations } from './editorApi.ts';

readTranslations();
const root = document.getElementById('page');
if (root !== null) {
  startAudit(editorApi(), root);
}
