import type * as vscode from 'vscode';
import { l10n } from 'vscode';
import { beginningOf } from '../../core/entries/beginningOf.ts';
import { displayText } from '../../core/entries/displayText.ts';
import type { Entry } from '../../core/entries/entry.ts';
import { kindName } from '../log/kindLooks.ts';
import { dayName } from '../log/logDates.ts';
import type { Session } from '../session.ts';
import { PlainHover } from './plainHover.ts';

/** What is told of an entry's text. */
const mostLines = 3;
const longestLine = 240;

/** What a hover says about an entry: its title, kind and day, how its text begins, and where to read on. */
export async function entryHover(session: Session, entry: Entry): Promise<vscode.MarkdownString> {
  const beginning = beginningOf(await session.log.bodyOf(entry), mostLines);
  return new PlainHover()
    .addTitle(displayText(entry.title))
    .add([displayText(kindName(entry.kind), 40), dayName(entry.date, '')].join(' · '))
    .add(...beginning.map((line) => displayText(line, longestLine)))
    .addLink(l10n.t('Open the entry'), session.uriOf(entry.path)).markdown;
}
