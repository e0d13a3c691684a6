/** The host of a remote, and the parts of its path. */
interface HostedPlace {
  readonly host: string;
  readonly parts: readonly string[];
}

/** A part of a path as the hosts allow it: nothing in it can lead elsewhere. */
const plainPart = /^(?!\.{1,2}$)[\w.~ -]+$/;

/**
 * Where a commit can be seen in a browser: on GitHub, GitLab, Bitbucket or Azure DevOps, by the address of a
 * remote over https or ssh; also on a host of one's own that is called `github.…` or `gitlab.…`. A user, a password
 * and a port in the remote's address are never taken over.
 *
 * @param remote the address as git uses it
 * @param sha a full hash
 * @returns `undefined` for a host that is not known
 */
export function commitAddress(remote: string, sha: string): string | undefined {
  const place = placeOf(remote);
  const form = place && formOf(place);
  return form && `https://${form.host}/${form.parts.map(encodeURIComponent).join('/')}/${form.word}/${sha}`;
}

function placeOf(remote: string): HostedPlace | undefined {
  const [, web, webPath] =
    /^(?:https?|ssh|git\+ssh):\/\/(?:[^/@]*@)*([\w.-]+)(?::\d*)?\/(.*)$/i.exec(remote) ?? [];
  // As in `git@host:owner/repository`; a single letter before the colon is a drive of Windows.
  const [, short, shortPath] = /^(?:[^/@:]+@)?([\w.-]{2,}):(?!\/\/)(.*)$/.exec(remote) ?? [];
  const host = web ?? short;
  const path = webPath ?? shortPath;
  if (host === undefined || path === undefined) {
    return undefined;
  }
  const parts = path
    .replace(/^\/+|(?:\.git)?\/*$/g, '')
    .split('/')
    .map(decoded);
  return parts.every((part) => plainPart.test(part)) ? { host: host.toLowerCase(), parts } : undefined;
}

function formOf({ host, parts }: HostedPlace): (HostedPlace & { readonly word: string }) | undefined {
  const known = otherNames[host] ?? host;
  const older = /^([\w-]+)\.visualstudio\.com$/.exec(host)?.[1];
  if (known === 'azure') {
    return azure(host, parts);
  }
  if (older !== undefined) {
    return azure('dev.azure.com', [older, ...parts.filter((part) => part !== 'DefaultCollection')]);
  }
  if (known === 'gitlab.com' || known.startsWith('gitlab.')) {
    return parts.length >= 2 ? { host: known, parts, word: '-/commit' } : undefined;
  }
  if (parts.length !== 2) {
    return undefined;
  }
  if (known === 'bitbucket.org') {
    return { host: known, parts, word: 'commits' };
  }
  return known.startsWith('github.') ? { host: known, parts, word: 'commit' } : undefined;
}

/** Hosts that answer under several names. */
const otherNames: Readonly<Record<string, string | undefined>> = {
  'www.github.com': 'github.com',
  'ssh.github.com': 'github.com',
  'altssh.gitlab.com': 'gitlab.com',
  'altssh.bitbucket.org': 'bitbucket.org',
  'dev.azure.com': 'azure',
  'ssh.dev.azure.com': 'azure',
  'vs-ssh.visualstudio.com': 'azure',
};

/** Over https `organisation/project/_git/repository`, over ssh `v3/organisation/project/repository`. */
function azure(
  host: string,
  parts: readonly string[],
): (HostedPlace & { readonly word: string }) | undefined {
  const [version, organisation, project, repository, ...more] = parts;
  if (host !== 'dev.azure.com') {
    return version === 'v3' && organisation && project && repository && more.length === 0
      ? { host: 'dev.azure.com', parts: [organisation, project, '_git', repository], word: 'commit' }
      : undefined;
  }
  const at = parts.indexOf('_git');
  // A repository that is called as its project may leave the project out.
  return (at === 1 || at === 2) && parts.length === at + 2
    ? { host: 'dev.azure.com', parts, word: 'commit' }
    : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
