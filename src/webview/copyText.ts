import * as l10n from '@vscode/l10n';

/** Puts text on the clipboard; refused where the browser gives none, as on a page that is not encrypted. */
export async function copyText(text: string): Promise<void> {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard === undefined) {
    throw new Error(l10n.t('This browser does not let the page copy. Select the link and copy it.'));
  }
  await clipboard.writeText(text);
}
