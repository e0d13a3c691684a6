import { isAbsolute, join, resolve } from 'node:path';
import { commonFolder } from '../../core/git/commonFolder.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import { GitAsker, type GitSettings } from './askGit.ts';

/** The folder that is ours in the git folder of a clone: outside of what it tracks, the same for all its work trees. */
export async function ownFolder(settings: GitSettings): Promise<GitAnswer<string>> {
  const answer = await new GitAsker(settings).begin()(commonFolder);
  if (answer.state !== 'ok') {
    return answer;
  }
  const common = isAbsolute(answer.value) ? answer.value : resolve(settings.root, answer.value);
  return { state: 'ok', value: join(common, 'retrolog') };
}
