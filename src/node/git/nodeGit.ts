import * as l10n from '@vscode/l10n';
import { authorNames } from '../../core/git/authorNames.ts';
import {
  type LoggedCommit,
  type LogContents,
  type LoggedCommits,
  commitLog,
} from '../../core/git/commitLog.ts';
import { currentBranch } from '../../core/git/currentBranch.ts';
import { isFullHash } from '../../core/git/fullHash.ts';
import {
  type Identity,
  authorPattern,
  configuredIdentity,
  leavesObjectsOut,
  mappedIdentity,
} from '../../core/git/identity.ts';
import { objectNames } from '../../core/git/objectNames.ts';
import { type Place, place, withoutCommits } from '../../core/git/place.ts';
import { unreachableCommits } from '../../core/git/unreachableCommits.ts';
import type { Commit, Git, GitAnswer, Head } from '../../core/ports/git.ts';
import { type Ask, GitAsker, type GitSettings } from './askGit.ts';
import { failed } from './gitFailure.ts';

/** How far back names of people are looked for, in commits. */
const recentHistory = 2000;
const longestRevision = 1000;
const mostCommits = 100_000;

/** What a {@link NodeGit} needs to know. */
export interface NodeGitSettings extends GitSettings {
  /** POSIX path of the log's folder from the root: what is in it is left out of `paths`. `''`: nothing is. */
  readonly folder: string;
}

/**
 * The repository that a folder is in, read with the git that is installed. Where the folder is below the root of
 * the work tree, `paths` of commits are still from the root of the work tree. Who someone is comes from git's
 * configuration alone: `GIT_AUTHOR_NAME` and the like belong to whatever started us. Making one starts nothing.
 */
export class NodeGit implements Git {
  readonly #asker: GitAsker;
  readonly #folder: string;

  constructor(settings: NodeGitSettings) {
    this.#asker = new GitAsker(settings);
    this.#folder = settings.folder.replace(/^\.\/|\/+$/g, '');
  }

  async head(): Promise<GitAnswer<Head>> {
    const ask = this.#asker.begin();
    const here = await placeOf(ask);
    if (here.state !== 'ok') {
      return here;
    }
    const [branch, partial] = await Promise.all([ask(currentBranch), ask(leavesObjectsOut)]);
    if (branch.state !== 'ok') {
      return branch;
    }
    if (partial.state !== 'ok') {
      return partial;
    }
    return ok({
      ...(here.value.head === undefined ? {} : { sha: here.value.head }),
      ...(branch.value === undefined ? {} : { branch: branch.value }),
      incomplete: here.value.shallow || partial.value,
    });
  }

  async resolve(revision: string): Promise<GitAnswer<Commit | undefined>> {
    const ask = this.#asker.begin();
    const here = await placeOf(ask);
    if (here.state !== 'ok') {
      return here;
    }
    if (!isAskable(revision)) {
      return ok(undefined);
    }
    // The second name is for `:/text`, which takes all that follows it for the text.
    const named = await ask(objectNames([`${revision}^{commit}`, revision]));
    if (named.state !== 'ok') {
      return named;
    }
    const commit = named.value.find((object) => object?.type === 'commit');
    if (commit === undefined) {
      return ok(undefined);
    }
    const log = await this.#log(ask, here.value, { from: commit.sha, limit: 1, merges: true });
    return log.state === 'ok' ? ok(log.value[0]) : log;
  }

  async recent(query: {
    readonly mine: boolean;
    readonly limit: number;
  }): Promise<GitAnswer<readonly Commit[]>> {
    const ask = this.#asker.begin();
    const here = await placeOf(ask);
    if (here.state !== 'ok') {
      return here;
    }
    const author = query.mine ? await authorOfMine(ask) : ok(undefined);
    if (author.state !== 'ok') {
      return author;
    }
    const { head } = here.value;
    const limit = Math.min(Math.trunc(query.limit), mostCommits);
    if (head === undefined || !(limit > 0)) {
      return ok([]);
    }
    const by = author.value === undefined ? {} : { author: author.value };
    return this.#log(ask, here.value, { from: head, limit, merges: false, ...by });
  }

  async reachable(shas: readonly string[]): Promise<GitAnswer<ReadonlySet<string>>> {
    const ask = this.#asker.begin();
    const asked = [...new Set(shas)].filter(isFullHash);
    const named = await ask(objectNames(['HEAD', ...asked]));
    if (named.state !== 'ok') {
      return named;
    }
    const [head, ...objects] = named.value;
    const commits = asked.filter(
      (sha, index) => objects[index]?.type === 'commit' && objects[index]?.sha === sha,
    );
    if (commits.length === 0) {
      return ok(new Set());
    }
    const unreachable = await ask(unreachableCommits(commits, head?.sha));
    return unreachable.state === 'ok'
      ? ok(new Set(commits.filter((sha) => !unreachable.value.has(sha))))
      : unreachable;
  }

  async people(): Promise<GitAnswer<readonly string[]>> {
    const ask = this.#asker.begin();
    const here = await placeOf(ask);
    if (here.state !== 'ok') {
      return here;
    }
    const { head } = here.value;
    return head === undefined ? ok([]) : ask(authorNames(head, recentHistory));
  }

  async userName(): Promise<GitAnswer<string | undefined>> {
    const ask = this.#asker.begin();
    const here = await placeOf(ask);
    if (here.state !== 'ok') {
      return here;
    }
    const who = await ask(configuredIdentity);
    return who.state === 'ok' ? ok(who.value.name) : who;
  }

  async identities(): Promise<GitAnswer<readonly Identity[]>> {
    const ask = this.#asker.begin();
    const here = await placeOf(ask);
    if (here.state !== 'ok') {
      return here;
    }
    const configured = await ask(configuredIdentity);
    if (configured.state !== 'ok') {
      return configured;
    }
    const mapped = await afterMailmap(ask, configured.value);
    return mapped.state === 'ok' ? ok(withoutDouble(configured.value, mapped.value)) : mapped;
  }

  async #log(
    ask: Ask,
    here: Place,
    query: LoggedCommits & Omit<LogContents, 'leftOut'>,
  ): Promise<GitAnswer<readonly Commit[]>> {
    const leftOut = [here.prefix, this.#folder].filter((part) => part !== '').join('/');
    const log = await ask(commitLog({ ...query, leftOut: this.#folder === '' ? '' : leftOut }));
    return log.state === 'ok' ? ok(log.value.map(withoutEmail)) : log;
  }
}

/** Where the folder is, as soon as it is certain that git can read the repository. */
export async function placeOf(ask: Ask): Promise<GitAnswer<Place>> {
  const here = await ask(place);
  if (here.state !== 'ok') {
    return here;
  }
  if (here.value === undefined) {
    return failed(l10n.t('git could not say where in the repository this folder is.'));
  }
  const sound = here.value.head === undefined ? await ask(withoutCommits) : ok(true);
  return sound.state === 'ok' ? ok(here.value) : sound;
}

/** What the commits of the configured user match. */
async function authorOfMine(ask: Ask): Promise<GitAnswer<string>> {
  const configured = await ask(configuredIdentity);
  if (configured.state !== 'ok') {
    return configured;
  }
  const mapped = await afterMailmap(ask, configured.value);
  if (mapped.state !== 'ok') {
    return mapped;
  }
  const author = authorPattern(mapped.value);
  return author === undefined
    ? failed(l10n.t('git does not know who you are. Say your name: git config --global user.name "…"'))
    : ok(author);
}

async function afterMailmap(ask: Ask, who: Identity): Promise<GitAnswer<Identity>> {
  const { email } = who;
  const plain = email !== undefined && !/[<>\n]/.test(`${email}${who.name ?? ''}`);
  return plain ? ask(mappedIdentity({ ...who, email })) : ok(who);
}

function withoutDouble(configured: Identity, mapped: Identity): readonly Identity[] {
  const isSame = configured.name === mapped.name && configured.email === mapped.email;
  const both = isSame ? [configured] : [configured, mapped];
  return both.filter(({ name, email }) => (name ?? email) !== undefined);
}

function ok<T>(value: T): GitAnswer<T> {
  return { state: 'ok', value };
}

/** Whether a name can be put to git: as one line, and never where it starts as an option does. */
export function isAskable(revision: string): boolean {
  return (
    revision !== '' &&
    !revision.startsWith('-') &&
    revision.length <= longestRevision &&
    !/[\0\r\n]/.test(revision)
  );
}

function withoutEmail({ email: _email, ...commit }: LoggedCommit): Commit {
  return commit;
}
