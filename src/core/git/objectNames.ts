import type { GitCommand } from './gitCommand.ts';
import { isFullHash } from './fullHash.ts';

/** What one name stands for; `undefined` where it names nothing here, or two things. */
export type NamedObject = { readonly type: string; readonly sha: string } | undefined;

/** Asks what each name stands for. A name holds no line break. The answers are in the order of the names. */
export function objectNames(names: readonly string[]): GitCommand<readonly NamedObject[]> {
  return {
    args: ['cat-file', '--batch-check=%(objecttype) %(objectname)'],
    input: names.map((name) => `${name}\n`).join(''),
    parse: (stdout) => parseObjectNames(stdout).slice(0, names.length),
  };
}

/** Reads what {@link objectNames} asks for: a line a name. Anything but a type and a hash names nothing. */
export function parseObjectNames(stdout: string): NamedObject[] {
  const lines = stdout.split('\n');
  return lines.slice(0, -1).map((line) => {
    const [, type, sha] = /^(commit|tree|blob|tag) (\S+)$/.exec(line) ?? [];
    return type !== undefined && sha !== undefined && isFullHash(sha) ? { type, sha } : undefined;
  });
}
