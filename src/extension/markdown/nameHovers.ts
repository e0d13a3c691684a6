import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { Page } from '../../core/format/parseFile.ts';
import { entriesOfCommits } from '../links/entriesOfCommits.ts';
import { kindName } from '../log/kindLooks.ts';
import { dayName } from '../log/logDates.ts';
import { PlainHover } from '../places/plainHover.ts';
import type { Session } from '../session.ts';

const mostFiles = 8;
const mostEntries = 5;

/** What a hover says about a commit: its subject, its day, its files, and the entries about it; never by whom it is. */
export async function commitHover(session: Session, sha: string): Promise<vscode.MarkdownString | undefined> {
  const answer = await session.git?.resolve(sha);
  if (answer?.state !== 'ok' || answer.value === undefined) {
    return undefined;
  }
  const { subject, authored, paths } = answer.value;
  const more = paths.length - mostFiles;
  const entries = entriesOfCommits(session).get(sha) ?? [];
  const hover = new PlainHover()
    .addTitle(subject.trim() === '' ? sha.slice(0, 8) : displayText(subject))
    .add([sha.slice(0, 8), dayName(authored.slice(0, 10), '')].join(' · '))
    .add(
      ...paths.slice(0, mostFiles).map((path) => displayText(path)),
      ...(more > 0 ? [vscode.l10n.t('and {0} more', paths.length === 20 ? `${more}+` : more)] : []),
    );
  return hover.add(
    ...entries.slice(0, mostEntries).map((entry) => displayText(`${kindName(entry.kind)}: ${entry.title}`)),
  ).markdown;
}

/** What a hover says about a meeting or a survey. */
export function pageHover(session: Session, page: Page): vscode.MarkdownString {
  const word = kindName(page.kind);
  return new PlainHover()
    .addTitle(displayText(page.title))
    .add([word, dayName(page.date, '')].join(' · '))
    .addLink(vscode.l10n.t('Open'), session.uriOf(page.path)).markdown;
}
