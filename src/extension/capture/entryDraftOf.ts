import type { EntryDraft } from '../../core/entries/draft.ts';
import { draftFromText } from '../../core/entries/draftFromText.ts';
import type { CommitLink } from '../../core/entries/entry.ts';
import type { Git } from '../../core/ports/git.ts';
import type { CommitChoice, Draft } from '../../protocol/draft.ts';

/** What the log needs of what was written in the capture view. What belongs to another kind stays behind. */
export async function entryDraftOf(draft: Draft, git: Git | undefined): Promise<EntryDraft> {
  const { title, body } = draftFromText(draft.text);
  return {
    kind: draft.kind,
    title,
    body,
    tags: draft.tags,
    people: draft.people,
    commits: await Promise.all(draft.commits.map((commit) => commitLink(commit, git))),
    code: draft.code,
    links: draft.links.map((link) => link.id),
    ...(draft.date === undefined ? {} : { date: draft.date }),
    ...(draft.kind === 'experiment' ? { hypothesis: draft.hypothesis, measure: draft.measure } : {}),
    ...(draft.kind === 'action' && draft.owner !== '' ? { owner: draft.owner } : {}),
    ...(draft.kind === 'action' && draft.due !== '' ? { due: draft.due } : {}),
  };
}

/** All that lets a link survive, as far as git can say it now; else what is known of the commit. */
export async function commitLink({ sha, subject }: CommitChoice, git: Git | undefined): Promise<CommitLink> {
  const answer = await git?.resolve(sha);
  const commit = answer?.state === 'ok' ? answer.value : undefined;
  return commit === undefined
    ? { sha, subject }
    : { sha: commit.sha, subject: commit.subject, authored: commit.authored, paths: commit.paths };
}
