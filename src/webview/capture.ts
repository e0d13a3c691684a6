import { startCapture } from './capture/startCapture.ts';
import { registerControls } from './controls.ts';
import { editorApi, readTranslations } from './editorApi.ts';

readTranslations();
registerControls();
const root = document.getElementById('page');
if (root !== null) {
  startCapture(editorApi(), root);
}
