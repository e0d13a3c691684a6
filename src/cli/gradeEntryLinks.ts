import * as l10n from '@vscode/l10n';
import type { CommitLink, Entry } from '../core/entries/entry.ts';
import { entryLinks } from '../core/links/entryLinks.ts';
import type { GradedLink, Grading } from '../core/links/grade.ts';
import type { GitAnswer } from '../core/ports/git.ts';
import type { Terminal } from './terminal.ts';
import type { Workplace } from './workplace.ts';

/** What each link of some entries means today, by the link. */
export type GradedLinks = ReadonlyMap<CommitLink, GradedLink>;

/** Grades the links of some entries; where that cannot be done, says why and answers `undefined`. */
export async function gradeEntryLinks(
  entries: readonly Entry[],
  { history }: Pick<Workplace, 'history'>,
  terminal: Terminal,
): Promise<GradedLinks | undefined> {
  const links = entryLinks(entries);
  if (links.length === 0) {
    return new Map();
  }
  const grading = gradingOf(await history.grade(links), terminal);
  return grading && new Map(grading.links.map((graded) => [graded.link, graded]));
}

/** The value of an answer about links; what stands in the way, or in part, is said. */
export function gradingOf(answer: GitAnswer<Grading>, terminal: Terminal): Grading | undefined {
  switch (answer.state) {
    case 'ok':
      if (answer.value.incomplete && answer.value.links.some(({ grade }) => grade === 'lost')) {
        terminal.say(
          l10n.t(
            'History incomplete: this clone does not have all commits, and what is lost here may be found in a full one.',
          ),
        );
      }
      return answer.value;
    case 'noRepository':
      terminal.say(l10n.t('Links to commits were not checked: this is not in a git repository.'));
      return undefined;
    case 'failed':
      terminal.say(l10n.t('Links to commits were not checked: {0}', answer.reason));
      return undefined;
  }
}
