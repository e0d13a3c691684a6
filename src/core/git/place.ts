import type { GitCommand } from './gitCommand.ts';

/** Where in a repository a folder is, and where its HEAD stands. */
export interface Place {
  /** POSIX path of the folder from the root of the work tree, without a slash at its end; `''`: it is the root. */
  readonly prefix: string;
  /** Whether history is cut off by a shallow clone. */
  readonly shallow: boolean;
  /** Full hash of HEAD; absent where there is no commit yet. */
  readonly head?: string;
}

/** Asks where the current folder is. `undefined`: git said something that is none of what it is known to say. */
export const place: GitCommand<Place | undefined> = {
  args: ['rev-parse', '--show-prefix', '--is-shallow-repository', '--quiet', '--verify', 'HEAD'],
  answers: [0, 1],
  parse: parsePlace,
};

// Read from its end: a folder's name may hold a line break, what follows it cannot.
const known = /^([^]*)\n(true|false)\n(?:([0-9a-f]{40}|[0-9a-f]{64})\n)?$/;

/** Reads what {@link place} asks for. */
export function parsePlace(stdout: string): Place | undefined {
  const [, prefix, shallow, head] = known.exec(stdout) ?? [];
  if (prefix === undefined) {
    return undefined;
  }
  const where = { prefix: prefix.replace(/\/$/, ''), shallow: shallow === 'true' };
  return head === undefined ? where : { ...where, head };
}

/**
 * Asks whether there is no commit because none was made yet, which {@link place} cannot tell from a branch that
 * is broken. Broken is a failure.
 */
export const withoutCommits: GitCommand<true> = {
  args: ['log', '--max-count=1', '--format=', '--no-show-signature', '--'],
  parse: () => true,
  parseRefusal: ({ stderr }) =>
    /^fatal: .* does not have any commits yet$/m.test(stderr) ? true : undefined,
};
