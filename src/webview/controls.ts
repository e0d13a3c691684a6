import { provideVSCodeDesignSystem, vsCodeButton, vsCodeTextArea } from '@vscode/webview-ui-toolkit';

/**
 * Makes the editor's own controls known to the page: `<vscode-button>` and `<vscode-text-area>`. The only file
 * that knows where they come from, so that they can be exchanged by changing it alone.
 *
 * Fields with completion are plain inputs instead: a list of suggestions has to be named by the input it
 * belongs to (`aria-controls`, `aria-activedescendant`), and no such reference leads out of a control's shadow.
 */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeTextArea());
}
