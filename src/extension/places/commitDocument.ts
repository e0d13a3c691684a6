import * as vscode from 'vscode';
import { isFullHash } from '../../core/git/fullHash.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { commitScheme } from './places.ts';

/** The address of a read-only document that shows a commit’s message and patch. */
export function commitDocumentUri(session: Session, sha: string): vscode.Uri {
  return vscode.Uri.from({
    scheme: commitScheme,
    path: `/${sha.slice(0, 8)}.diff`,
    query: `${sha} ${session.root}`,
  });
}

/** Its text; empty where the commit is not here any more. */
export async function commitDocument(sessions: Sessions, uri: vscode.Uri): Promise<string> {
  const [sha = '', ...root] = uri.query.split(' ');
  const session = sessions.all.find((one) => one.root === root.join(' '));
  const patch = isFullHash(sha) ? await session?.code?.patch(sha) : undefined;
  return patch?.state === 'failed' ? patch.reason : (patch?.state === 'ok' && patch.value) || '';
}
