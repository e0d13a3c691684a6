import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import { kindName } from '../log/kindLooks.ts';
import { dayName } from '../log/logDates.ts';
import type { Session } from '../session.ts';

/** How many are offered: who looks further back searches. */
const mostEntries = 300;
const mostCommits = 100;

/** An id that YAML could only read as a text. */
const plainId = /^[a-df-z][a-z0-9]*$/;

/** Ids of entries for `links`, newest first, found by their titles too. */
export function completeEntries(
  session: Session,
  path: string,
  prefix: string,
  position: vscode.Position,
): vscode.CompletionItem[] {
  const { typed, quote } = writtenBefore(prefix, /[A-Za-z0-9-]*$/);
  return session.log.entries
    .filter((entry) => entry.path !== path)
    .slice(0, mostEntries)
    .map((entry, rank) => {
      const title = displayText(entry.title, 80);
      const text = quote === '' && !plainId.test(entry.id) ? `"${entry.id}"` : entry.id;
      const item = new vscode.CompletionItem(
        { label: title, description: entry.id },
        vscode.CompletionItemKind.Reference,
      );
      item.detail = [displayText(kindName(entry.kind), 40), dayName(entry.date, '')].join(' · ');
      return placed(item, text, `${entry.id} ${title}`, { rank, typed, position });
    });
}

/** Hashes of recent commits for `sha`, newest first, found by their subjects too; none where git is never run. */
export async function completeCommits(
  session: Session,
  prefix: string,
  rest: string,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const answer = await session.git?.recent({ mine: false, limit: mostCommits });
  const { typed, quote } = writtenBefore(prefix, /[0-9a-f]*$/);
  const end = quote !== '' && !rest.startsWith(quote) ? quote : '';
  return (answer?.state === 'ok' ? answer.value : []).map(({ sha, subject, authored }, rank) => {
    const label = displayText(subject.trim() === '' ? sha.slice(0, 8) : subject, 80);
    const item = new vscode.CompletionItem(
      { label, description: sha.slice(0, 8) },
      vscode.CompletionItemKind.Reference,
    );
    item.detail = dayName(authored.slice(0, 10), '');
    const text = quote === '' ? `"${sha}"` : `${sha}${end}`;
    return placed(item, text, `${sha} ${label}`, { rank, typed, position });
  });
}

/** What was typed of a word, and the quote before it. */
function writtenBefore(prefix: string, word: RegExp): { typed: string; quote: string } {
  const typed = word.exec(prefix)?.[0] ?? '';
  const before = prefix.slice(0, prefix.length - typed.length).slice(-1);
  return { typed, quote: before === '"' || before === "'" ? before : '' };
}

function placed(
  item: vscode.CompletionItem,
  text: string,
  words: string,
  at: { readonly rank: number; readonly typed: string; readonly position: vscode.Position },
): vscode.CompletionItem {
  item.insertText = text;
  item.filterText = words;
  item.sortText = String(at.rank).padStart(5, '0');
  item.range = new vscode.Range(at.position.translate(0, -at.typed.length), at.position);
  return item;
}
