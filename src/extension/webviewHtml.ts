import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** A page of one of the extension's webviews. */
export interface WebviewPage {
  /** Its script and its own style, without endings: `capture`. Both are in `dist/webview/`. */
  readonly name: string;
  readonly title: string;
  /** A board that is shared: its page is a guest's. */
  readonly isGuest?: boolean;
}

/** The only folder that a webview may read from. */
export function webviewRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/** What every webview of the extension may do: run its script, and read what the build put into one folder. */
export function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, enableForms: false, localResourceRoots: [webviewRoot(extensionUri)] };
}

/**
 * The whole document of a webview. Nothing in it runs or styles but what carries the page's nonce or comes
 * from the extension's own folder; nothing can be fetched, framed or sent. The nonce is also in a property
 * where the controls look for it, since they add a style of their own.
 */
export function webviewHtml(webview: vscode.Webview, extensionUri: vscode.Uri, page: WebviewPage): string {
  const nonce = randomBytes(16).toString('base64url');
  const uri = (file: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(webviewRoot(extensionUri), file)).toString();
  const styles = [
    'codicons.css',
    'webview.css',
    `${page.name}.css`,
    ...(page.isGuest === true ? ['door.css'] : []),
  ];
  const policy = [
    `default-src 'none'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta property="csp-nonce" content="${nonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
${styles.map((file) => `<link rel="stylesheet" href="${escapeHtml(uri(file))}">`).join('\n')}
</head>
<body>
<main id="page"${page.isGuest === true ? ' data-guest' : ''}></main>
<script type="application/json" id="translations" nonce="${nonce}">${translations()}</script>
<script nonce="${nonce}" src="${escapeHtml(uri(`${page.name}.js`))}"></script>
</body>
</html>`;
}

/** The bundle of the editor's language for the page's own sentences; no character in it can end the block. */
function translations(): string {
  return JSON.stringify(vscode.l10n.bundle ?? {}).replaceAll('<', '\\u003c');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
