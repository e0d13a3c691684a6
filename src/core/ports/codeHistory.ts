import type { Blamed } from '../git/blameLines.ts';
import type { CommitChanges } from '../git/commitChanges.ts';
import type { Place } from '../git/place.ts';
import type { Remote } from '../git/remotes.ts';
import type { Interruption } from './cancellation.ts';
import type { GitAnswer } from './git.ts';

/**
 * What an editor asks the repository of the log about the code that it shows. Only for a workspace that is
 * trusted; what `Git` promises holds here too.
 */
export interface CodeHistory {
  /** Where in the repository the log's root is, and which commit HEAD names. */
  place(): Promise<GitAnswer<Place>>;

  /** Which commit each line of a file (POSIX, from the log's root) is from, as `commit` (a full hash) has it. */
  blame(commit: string, path: string, interruption?: Interruption): Promise<GitAnswer<Blamed>>;

  /** Those of the given hashes, whole or abbreviated, that are one commit here, each with its full hash. */
  commits(hashes: readonly string[]): Promise<GitAnswer<ReadonlyMap<string, string>>>;

  /** What a commit (a full hash) changed against its first parent; `undefined` where there is no such commit. */
  changes(sha: string): Promise<GitAnswer<CommitChanges | undefined>>;

  /** The same as text: its message, then its patch. */
  patch(sha: string): Promise<GitAnswer<string | undefined>>;

  /** Where the repository is fetched from. */
  remotes(): Promise<GitAnswer<readonly Remote[]>>;
}
