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
    ...partsOfKind(draft),
  };
}

function partsOfKind({ kind, hypothesis, measure, timebox, owner, due }: Draft): Partial<EntryDraft> {
  const owned = owner === '' ? {} : { owner };
  switch (kind) {
    case 'experiment':
      return { hypothesis, measure, ...(timebox === '' ? {} : { timebox }), ...owned };
    case 'action':
      return { ...(due === '' ? {} : { due }), ...owned };
    case 'win':
    case 'failure':
    case 'learning':
    case 'kudos':
    case 'blocker':
      return {};
  }
}
