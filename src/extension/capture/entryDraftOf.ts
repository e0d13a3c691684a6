import type { EntryDraft } from '../../core/entries/draft.ts';
import { draftFromText } from '../../core/entries/draftFromText.ts';
import type { History } from '../../core/ports/history.ts';
import { linkTo } from '../../core/links/linkTo.ts';
import type { Draft } from '../../protocol/draft.ts';

/**
 * What the log needs of what was written in the capture view. What belongs to another kind stays behind.
 *
 * @param timeUp when to go on with what is known of the commits
 */
export async function entryDraftOf(
  draft: Draft,
  history: Pick<History, 'describe'> | undefined,
  timeUp: Promise<void>,
): Promise<EntryDraft> {
  const { title, body } = draftFromText(draft.text);
  return {
    kind: draft.kind,
    title,
    body,
    tags: draft.tags,
    people: draft.people,
    commits: await Promise.all(draft.commits.map((commit) => linkTo({ ...commit }, history, timeUp))),
    code: draft.code,
    links: draft.links.map((link) => link.id),
    ...(draft.date === undefined ? {} : { date: draft.date }),
    ...(draft.kind === 'experiment' ? { hypothesis: draft.hypothesis, measure: draft.measure } : {}),
    ...(draft.kind === 'action' && draft.owner !== '' ? { owner: draft.owner } : {}),
    ...(draft.kind === 'action' && draft.due !== '' ? { due: draft.due } : {}),
  };
}
