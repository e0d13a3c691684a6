import { pageFile } from '../../core/log/logFiles.ts';
import { firstPromise } from '../../core/pages/firstPromise.ts';
import { EditorFiles } from '../editorFiles.ts';
import type { Session } from '../session.ts';

/** What the agreement of a team promises first, as its file says now; empty where there is none. */
export async function promiseOf(session: Session): Promise<string> {
  const file = await new EditorFiles(session.root).read(pageFile(session.log.folder, 'agreement'));
  return file.state === 'text' ? firstPromise(file.text) : '';
}
