import type { GitCommand } from './gitCommand.ts';

/** A place that the repository is fetched from. */
export interface Remote {
  readonly name: string;
  /** As git would use it. It may hold a password: never shown, never opened. */
  readonly address: string;
}

/** Asks for the remotes, with what the configuration makes of their addresses. Nothing is asked over the network. */
export const remotes: GitCommand<readonly Remote[]> = { args: ['remote', '-v'], parse: parseRemotes };

/** Reads what {@link remotes} asks for: each name once, `origin` first. */
export function parseRemotes(stdout: string): readonly Remote[] {
  const found = new Map<string, Remote>();
  for (const line of stdout.split('\n')) {
    const [, name, address] = /^([^\t]+)\t(.+) \(fetch\)(?: \[[^\]]*\])?$/.exec(line) ?? [];
    if (name !== undefined && address !== undefined && !found.has(name)) {
      found.set(name, { name, address });
    }
  }
  const all = [...found.values()];
  return [...all.filter(({ name }) => name === 'origin'), ...all.filter(({ name }) => name !== 'origin')];
}
