import { resolve } from 'node:path';
import type { GitCommand } from '../../core/git/gitCommand.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import { GitAsker, type GitSettings } from './askGit.ts';

const excludeFile: GitCommand<string> = {
  args: ['rev-parse', '--git-path', 'info/exclude'],
  parse: (stdout) => stdout.replace(/\r?\n$/, ''),
};

/**
 * The absolute path of the file in which the repository of a folder lists what it leaves out for this clone
 * alone: `info/exclude`. It need not be there yet, nor its folder.
 */
export async function temporaryFilesExclude(settings: GitSettings): Promise<GitAnswer<string>> {
  const answer = await new GitAsker(settings).begin()(excludeFile);
  return answer.state === 'ok' ? { state: 'ok', value: resolve(settings.root, answer.value) } : answer;
}
