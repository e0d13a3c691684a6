import * as l10n from '@vscode/l10n';
import { type GradedLink, type Grading, type Grade, grades } from './grade.ts';
import { gradeName, reasonOf } from './gradeWords.ts';

const shortHash = 8;

/**
 * What became of a link, in a few words for people.
 *
 * @param incomplete history is cut off here: then nothing is called lost
 */
export function gradeText({ grade, now = '' }: GradedLink, incomplete: boolean): string {
  switch (grade) {
    case 'exact':
      return gradeName(grade);
    case 'same-change':
    case 'rewritten':
      return l10n.t('{0}: now {1}', gradeName(grade), now.slice(0, shortHash));
    case 'squashed-into':
      return l10n.t('squashed into {0}', now.slice(0, shortHash));
    case 'lost':
      return incomplete ? l10n.t('not in this clone') : gradeName(grade);
  }
}

/** Why that is thought, as a sentence for people. */
export function gradeReason({ by, grade }: GradedLink, incomplete: boolean): string {
  if (by !== undefined) {
    const reason = reasonOf(by, grade);
    return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
  }
  return incomplete
    ? l10n.t('This clone does not have the whole history. A full one may have the commit.')
    : l10n.t('No branch or tag has the commit, nor one that can be told to be made of it.');
}

/** How many links have each of some grades, in words: “30 rewritten, 2 lost”. Grades that none has are left out. */
export function gradeCounts(links: readonly GradedLink[], among: readonly Grade[] = grades): string {
  return among
    .map((grade) => ({ grade, count: links.filter((link) => link.grade === grade).length }))
    .filter(({ count }) => count > 0)
    .map(
      ({ grade, count }) => `${count} ${grade === 'squashed-into' ? l10n.t('squashed') : gradeName(grade)}`,
    )
    .join(', ');
}

/** How many of a log's links lead to a commit: “212 of 214 links found: 180 exact, 30 rewritten, 2 lost”. */
export function survivalText({ links, incomplete }: Pick<Grading, 'links' | 'incomplete'>): string {
  const found = links.filter(({ grade }) => grade !== 'lost').length;
  if (links.length === 0) {
    return l10n.t('There are no links to commits.');
  }
  const known = incomplete ? grades.filter((grade) => grade !== 'lost') : grades;
  const counts = gradeCounts(links, known);
  const share =
    counts === ''
      ? l10n.t('{0} of {1} links found', found, links.length)
      : l10n.t('{0} of {1} links found: {2}', found, links.length, counts);
  return incomplete ? l10n.t('{0}. History is incomplete here', share) : share;
}
