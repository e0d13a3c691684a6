import * as vscode from 'vscode';
import type { Entry } from '../../core/entries/entry.ts';
import { displayText } from '../../core/entries/displayText.ts';
import { gradeText } from '../../core/links/gradeText.ts';
import { gradeName } from '../../core/links/gradeWords.ts';
import type { GradedLink } from '../../core/links/grade.ts';
import type { SessionLinks } from './sessionLinks.ts';

/** More commits than this are counted. */
const mostLinks = 5;

/** That commits of an entry are lost, for its row in the log view. */
export function lostText(links: SessionLinks, { path }: Entry): readonly string[] {
  const lost = links.incomplete ? [] : links.at(path).filter(({ grade }) => grade === 'lost');
  switch (lost.length) {
    case 0:
      return [];
    case 1:
      return [vscode.l10n.t('1 commit lost')];
    default:
      return [vscode.l10n.t('{0} commits lost', lost.length)];
  }
}

/** The commits of an entry, as they are now and what became of them, one line each. */
export function linkTexts(links: SessionLinks, { id, path, commits }: Entry): readonly string[] {
  const lines = commits.slice(0, mostLinks).map(({ sha, subject = '' }) => {
    const graded = links.of(path, sha);
    const short = (graded?.now ?? sha).slice(0, 8);
    const name = `${short} ${displayText(subject, 100)}`.trim();
    if (graded !== undefined) {
      return `${name} (${wordOf(graded, links.incomplete)})`;
    }
    return links.isNamed(id, sha) ? vscode.l10n.t('{0} (its message names the entry)', name) : name;
  });
  const others = commits.length - lines.length;
  return [
    ...lines,
    ...(others > 0 ? [vscode.l10n.t('and {0} more commits', others)] : []),
    ...(lines.length > 0 && links.state.name === 'unchecked' ? [links.state.reason] : []),
  ];
}

/** The commit's name is that of today: how it came to be is one word. */
function wordOf(graded: GradedLink, incomplete: boolean): string {
  return graded.grade === 'lost' ? gradeText(graded, incomplete) : gradeName(graded.grade);
}
