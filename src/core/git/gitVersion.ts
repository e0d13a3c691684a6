import type { GitCommand } from './gitCommand.ts';

/** The least version that is worked with: the first that knows `--end-of-options`. */
export const leastGitVersion = '2.24';

/** Asks which git this is: `2.39.5`; `undefined` where it does not say so. */
export const gitVersion: GitCommand<string | undefined> = {
  args: ['version'],
  parse: (stdout) => /^git version (\d+\.\d+(?:\.\d+)*)/.exec(stdout)?.[1],
};

/** Whether a version is the least one or a later one, number by number. */
export function isAtLeast(version: string, least: string): boolean {
  const [have, need] = [version, least].map((text) => text.split('.').map(Number));
  for (const [index, number] of (need ?? []).entries()) {
    const difference = (have?.[index] ?? 0) - number;
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return true;
}
