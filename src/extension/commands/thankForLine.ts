import * as vscode from 'vscode';
import { followLines } from '../../core/code/followLines.ts';
import { emptyDraft } from '../../protocol/draft.ts';
import type { App } from '../app.ts';
import { thankOffers } from '../capture/thankOffers.ts';
import { sayingSo } from '../links/sayingSo.ts';
import type { Session } from '../session.ts';
import { needPlace } from './needPlace.ts';

/** Begins thanks for the line that the cursor is on. Who wrote it last is offered, where git can tell. */
export function thankForLine(app: App) {
  return async (): Promise<void> => {
    const { session, editor, place } = await needPlace(app);
    const { path } = place;
    const asking = authorOfLine(session, path, editor.document, editor.selection.start.line);
    const author = await sayingSo(vscode.l10n.t('Looking for who wrote this line'), asking);
    const toThank = await thankOffers(session, author === undefined ? [] : [{ author, path }]);
    await app.capture.thank({ ...emptyDraft('kudos'), code: [place] }, session, toThank);
  };
}

/** Who wrote a line (from 0) of a document; `undefined` where it is in no commit yet, or git cannot tell. */
async function authorOfLine(
  { code, git }: Session,
  path: string,
  document: vscode.TextDocument,
  line: number,
): Promise<string | undefined> {
  const lines = document.getText().split(/\r\n|\n|\r/);
  const place = await code?.place();
  const head = place?.state === 'ok' ? place.value.head : undefined;
  const blamed = head === undefined ? undefined : await code?.blame(head, path);
  if (blamed?.state !== 'ok') {
    return undefined;
  }
  const was = followLines(blamed.value.lines, lines)[line];
  const sha = was === undefined ? undefined : blamed.value.commits[was];
  const commit = sha === undefined ? undefined : await git?.resolve(sha);
  return commit?.state === 'ok' ? commit.value?.author : undefined;
}
