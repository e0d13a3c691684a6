import { isFullHash } from './fullHash.ts';
import type { GitCommand } from './gitCommand.ts';

/** A file as a commit has it, a line a commit. Nothing of it says who. */
export interface Blamed {
  /** Full hashes, one a line. */
  readonly commits: readonly string[];
  /** The lines, without what ends them and without a byte order mark. */
  readonly lines: readonly string[];
}

/**
 * Asks which commit each line of a file is from, as the file is in a commit: the work tree is not looked at, so
 * that no filter is run over it. Lines that were only indented anew, or moved within the file, keep their commit.
 * A file that the commit does not have has no lines.
 *
 * @param commit a full hash
 * @param path POSIX, from the folder that git is started in
 */
export function blameLines(commit: string, path: string): GitCommand<Blamed> {
  return {
    args: ['blame', '--porcelain', '-w', '-M', '--no-textconv', '--no-progress', commit, '--', path],
    parse: parseBlame,
    parseRefusal: ({ stderr }) =>
      /^fatal: no such path /m.test(stderr) ? { commits: [], lines: [] } : undefined,
  };
}

/** Reads what {@link blameLines} asks for: a line with a hash, headers, and the line itself after a tab. */
export function parseBlame(stdout: string): Blamed {
  const commits: string[] = [];
  const lines: string[] = [];
  let sha = '';
  let isHeader = false;
  for (const line of stdout.split('\n')) {
    if (isHeader && line.startsWith('\t')) {
      commits.push(sha);
      lines.push(line.slice(1).replace(lines.length === 0 ? /^\ufeff|\r$/g : /\r$/, ''));
      isHeader = false;
    } else if (!isHeader) {
      sha = line.slice(0, line.indexOf(' '));
      isHeader = isFullHash(sha);
    }
  }
  return { commits, lines };
}
