import type { GitCommand } from './gitCommand.ts';
import { plainReason } from './plainReason.ts';

/** Who a commit made now would be by, as far as git has it configured. */
export interface Identity {
  readonly name?: string;
  readonly email?: string;
}

/** Asks who is configured. `author.name` goes before `user.name`, as it does for a commit. */
export const configuredIdentity: GitCommand<Identity> = {
  args: ['config', '-z', '--get-regexp', '^(user|author)\\.(name|email)$'],
  answers: [0, 1],
  parse: (stdout) => {
    const values = parseConfig(stdout);
    const name = plainReason(values.get('author.name') || values.get('user.name') || '');
    const email = values.get('author.email') || values.get('user.email');
    return { ...(name ? { name } : {}), ...(email ? { email } : {}) };
  },
};

/** Asks whether objects are left to a remote (a partial clone). */
export const leavesObjectsOut: GitCommand<boolean> = {
  args: ['config', '-z', '--get-regexp', '^(extensions\\.partialclone|remote\\..*\\.promisor)$'],
  answers: [0, 1],
  parse: (stdout) =>
    [...parseConfig(stdout)].some(([key, value]) => key === 'extensions.partialclone' || isTrue(value)),
};

/** Reads `config -z --get-regexp`: the last value of each key. A key without `=` has the value `true`. */
export function parseConfig(stdout: string): ReadonlyMap<string, string> {
  const entries = stdout.split('\0').slice(0, -1);
  return new Map(
    entries.map((entry) => {
      const end = entry.indexOf('\n');
      return end < 0 ? [entry, 'true'] : [entry.slice(0, end), entry.slice(end + 1)];
    }),
  );
}

function isTrue(value: string): boolean {
  return !['', 'false', 'no', 'off', '0'].includes(value.toLowerCase());
}

/** Asks what `.mailmap` makes of someone. Neither name nor address holds a line break or an angle bracket. */
export function mappedIdentity(who: Identity & { readonly email: string }): GitCommand<Identity> {
  return {
    args: ['check-mailmap', '--stdin'],
    input: `${who.name ?? ''} <${who.email}>\n`,
    parse: (stdout) => {
      const [, name, email] = /^(.*?) ?<([^<>\n]*)>\n?$/.exec(stdout) ?? [];
      return { ...(name ? { name } : {}), email: email || who.email };
    },
  };
}

/** A basic regular expression that only commits by this person match: by address, or by name without one. */
export function authorPattern(who: Identity): string | undefined {
  const literal = (text: string): string => text.replace(/[\\.*[\]^$]/g, '\\$&');
  if (who.email !== undefined) {
    return `<${literal(who.email)}>`;
  }
  return who.name === undefined ? undefined : `^${literal(who.name)} <`;
}
