import * as l10n from '@vscode/l10n';

/** What the editor gives a webview: messages to the extension, and a state that outlives the page. */
export interface EditorApi {
  readonly send: (message: unknown) => void;
  readonly keptState: () => unknown;
  readonly keepState: (state: unknown) => void;
  /** Tells the person who looks into the page's console of a bug. */
  readonly onBug: (error: unknown) => void;
}

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** To be called once in a page's life. */
export function editorApi(): EditorApi {
  const editor = acquireVsCodeApi();
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window's, it takes none
    send: (message) => editor.postMessage(message),
    keptState: () => editor.getState(),
    keepState: (state) => editor.setState(state),
    // oxlint-disable-next-line no-console -- the console of a page is where its bugs are looked for
    onBug: (error) => console.error(error),
  };
}

/** Takes the translations that the page carries. To be called before the first sentence is asked for. */
export function readTranslations(): void {
  const contents = document.getElementById('translations')?.textContent?.trim();
  if (contents) {
    l10n.config({ contents });
  }
}

/** Whether the keyboard has a Command key. */
export function isMac(): boolean {
  return navigator.platform.startsWith('Mac');
}
