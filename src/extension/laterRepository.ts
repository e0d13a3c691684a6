import type { Located } from '../node/locateLog.ts';
import type { Repository } from './openRepository.ts';

/** What `openRepository` makes, with all of its code loaded when it is first asked. */
export function laterRepository(located: Located): Repository {
  let loading: Promise<Repository> | undefined;
  const load = (): Promise<Repository> => {
    loading ??= import('./openRepository.ts').then(({ openRepository }) => openRepository(located));
    return loading;
  };
  return {
    git: {
      head: async () => (await load()).git.head(),
      resolve: async (revision) => (await load()).git.resolve(revision),
      recent: async (query) => (await load()).git.recent(query),
      reachable: async (shas) => (await load()).git.reachable(shas),
      people: async () => (await load()).git.people(),
      userName: async () => (await load()).git.userName(),
      identities: async () => (await load()).git.identities(),
    },
    history: {
      describe: async (sha) => (await load()).history.describe(sha),
      describeAll: async (shas, cancellation) => (await load()).history.describeAll(shas, cancellation),
      grade: async (links, options) => (await load()).history.grade(links, options),
      unmerged: async (shas) => (await load()).history.unmerged(shas),
      walk: async (query, take, cancellation) => (await load()).history.walk(query, take, cancellation),
      mentions: async (query, cancellation) => (await load()).history.mentions(query, cancellation),
      tips: async () => (await load()).history.tips(),
      facts: async (team, need, cancellation) => (await load()).history.facts(team, need, cancellation),
    },
    code: {
      place: async () => (await load()).code.place(),
      blame: async (commit, path, interruption) => (await load()).code.blame(commit, path, interruption),
      commits: async (hashes) => (await load()).code.commits(hashes),
      changes: async (sha) => (await load()).code.changes(sha),
      patch: async (sha) => (await load()).code.patch(sha),
      remotes: async () => (await load()).code.remotes(),
    },
    versions: {
      named: async (revision) => (await load()).versions.named(revision),
      onDay: async (day, timeZone) => (await load()).versions.onDay(day, timeZone),
      tags: async (limit) => (await load()).versions.tags(limit),
      filesAt: async (sha) => (await load()).versions.filesAt(sha),
      history: async (query) => (await load()).versions.history(query),
      contents: async (blobs) => (await load()).versions.contents(blobs),
    },
    staging: {
      stage: async (paths) => (await load()).staging.stage(paths),
      commit: async (paths, message) => (await load()).staging.commit(paths, message),
    },
  };
}
