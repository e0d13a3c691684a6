import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import * as l10n from '@vscode/l10n';
import { RetroError } from '../../core/retroError.ts';

/** One file of the guest page, as it is sent. */
interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly zipped: Buffer;
}

/** The files of the guest page by their paths, in memory: nothing else is ever served. */
export type GuestPages = ReadonlyMap<string, PageFile>;

const types: Readonly<Record<string, string>> = {
  'guest.js': 'text/javascript; charset=utf-8',
  'codicons.css': 'text/css; charset=utf-8',
  'webview.css': 'text/css; charset=utf-8',
  'board.css': 'text/css; charset=utf-8',
  'door.css': 'text/css; charset=utf-8',
  'guest.css': 'text/css; charset=utf-8',
  'codicon.ttf': 'font/ttf',
};

/**
 * Reads the files of the guest page as the build made them.
 *
 * @param programUrl of a file of this program, above which they are looked for in `dist/webview/`
 * @throws RetroError `not-found`
 */
export async function readGuestPages(programUrl: string): Promise<GuestPages> {
  for (let folder = new URL('.', programUrl); ; folder = new URL('..', folder)) {
    const files = await filesIn(new URL('dist/webview/', folder));
    if (files !== undefined) {
      return files;
    }
    if (folder.pathname === new URL('..', folder).pathname) {
      throw new RetroError(
        'not-found',
        l10n.t('The page for guests is missing. Build it with “npm run build”.'),
      );
    }
  }
}

async function filesIn(folder: URL): Promise<GuestPages | undefined> {
  try {
    const read = async (name: string): Promise<readonly [string, PageFile]> => {
      const bytes = await readFile(new URL(name, folder));
      return [`/${name}`, { type: types[name] ?? '', bytes, zipped: gzipSync(bytes, { level: 9 }) }];
    };
    return new Map(await Promise.all(Object.keys(types).map(read)));
  } catch {
    return undefined;
  }
}

/** Answers with the page itself. Nothing in it runs but what carries its nonce, and it speaks with its server alone. */
export function sendPage(response: ServerResponse, host: string, withBody: boolean): void {
  const nonce = randomBytes(16).toString('base64url');
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'self'`,
    `font-src 'self'`,
    `connect-src ws://${host} wss://${host}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
  send(response, withBody, 'text/html; charset=utf-8', Buffer.from(pageText(nonce)), {
    'Content-Security-Policy': policy,
  });
}

/** Answers with one of the files. */
export function sendFile(response: ServerResponse, file: PageFile, zipped: boolean, withBody: boolean): void {
  send(response, withBody, file.type, zipped ? file.zipped : file.bytes, {
    'Content-Security-Policy': `default-src 'none'; frame-ancestors 'none'`,
    ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
  });
}

/** What every answer says, whatever it is. */
export const commonHeaders = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
} as const;

function send(
  response: ServerResponse,
  withBody: boolean,
  type: string,
  bytes: Buffer,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(200, {
    ...commonHeaders,
    ...headers,
    'Content-Type': type,
    'Content-Length': bytes.length,
    Vary: 'Accept-Encoding',
  });
  response.end(withBody ? bytes : undefined);
}

function pageText(nonce: string): string {
  const styles = ['codicons.css', 'webview.css', 'board.css', 'door.css', 'guest.css'];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>Retrolog</title>
${styles.map((file) => `<link rel="stylesheet" href="/${file}">`).join('\n')}
</head>
<body>
<main id="page"></main>
<noscript>This page needs JavaScript.</noscript>
<script nonce="${nonce}" src="/guest.js"></script>
</body>
</html>`;
}
