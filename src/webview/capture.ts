import { leaveChordsAlone } from './chord.ts';
import { startCapture } from './capture/startCapture.ts';
import { registerControls } from './controls.ts';
import { editorApi, isMac, readTranslations } from './editorApi.ts';

readTranslations();
leaveChordsAlone(isMac());
registerControls();
const root = document.getElementById('page');
if (root !== null) {
  startCapture(editorApi(), root);
}
