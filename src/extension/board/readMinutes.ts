import { boardFrom } from '../../core/minutes/boardFrom.ts';
import { parseMinutes } from '../../core/minutes/parseMinutes.ts';
import type { Board } from '../../core/board/board.ts';
import { builtInTemplates } from '../../core/templates/builtInTemplates.ts';
import { cryptoIds } from '../../node/cryptoIds.ts';
import { EditorFiles } from '../editorFiles.ts';
import type { Session } from '../session.ts';

/** The minutes of a meeting, and the board that they make; `undefined` where there are none that can be read. */
export async function readMinutes(
  session: Session,
  meeting: string,
): Promise<{ readonly text: string; readonly board: Board } | undefined> {
  const page = session.log.pages.find(({ id, kind }) => id === meeting && kind === 'meeting');
  const content = page && (await new EditorFiles(session.root).read(page.path));
  if (page === undefined || content?.state !== 'text') {
    return undefined;
  }
  const templates = [...session.log.templates, ...builtInTemplates()];
  const parsed = parseMinutes(page.path, content.text);
  const board =
    parsed &&
    boardFrom(parsed.minutes, { templates, entryAt: (path) => session.log.at(path), ids: cryptoIds });
  return board && { text: content.text, board };
}
