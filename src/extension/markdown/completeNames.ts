import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { Entry } from '../../core/entries/entry.ts';
import { meansCommit, meansEntry, typedName, wordBefore } from '../../core/markdown/typedName.ts';
import type { Commit } from '../../core/ports/git.ts';
import { kindName } from '../log/kindLooks.ts';
import { dayName } from '../log/logDates.ts';
import type { Session } from '../session.ts';

/** How many are offered: who looks further back searches. */
const mostEntries = 300;
const mostCommits = 100;
const longestLabel = 36;

/** An id that YAML could only read as a text. */
const plainId = /^[a-df-z][a-z0-9]*$/;

/** Of a hash in a text: who writes one for people does not write all of it. */
const shortHash = 12;

/** Ids of entries for `links`, newest first, found by their titles too. */
export function completeEntries(
  session: Session,
  path: string,
  prefix: string,
  position: vscode.Position,
): vscode.CompletionItem[] {
  const { typed, quote } = writtenBefore(prefix, /[A-Za-z0-9-]/);
  return session.log.entries
    .filter((entry) => entry.path !== path)
    .slice(0, mostEntries)
    .map((entry, rank) => {
      const text = quote === '' && !plainId.test(entry.id) ? `"${entry.id}"` : entry.id;
      return placed(entryItem(entry), text, wordsOfEntry(entry), { rank, typed, position });
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
  const { typed, quote } = writtenBefore(prefix, /[0-9a-f]/);
  const end = quote !== '' && !rest.startsWith(quote) ? quote : '';
  return (answer?.state === 'ok' ? answer.value : []).map((commit, rank) => {
    const text = quote === '' ? `"${commit.sha}"` : `${commit.sha}${end}`;
    return placed(commitItem(commit), text, wordsOfCommit(commit), { rank, typed, position });
  });
}

/**
 * Ids of entries and hashes of recent commits for the text of a Markdown file, entries first, by their names and by
 * what they are called.
 *
 * @param prefix the line up to the cursor
 */
export async function completeInText(
  session: Session,
  prefix: string,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const name = typedName(prefix);
  if (name === undefined) {
    return [];
  }
  const { typed } = name;
  const entries = session.log.entries
    .filter((entry) => meansEntry(name, entry))
    .slice(0, mostEntries)
    .map((entry, rank) => placed(entryItem(entry), entry.id, wordsOfEntry(entry), { rank, typed, position }));
  const answer = name.isEntry ? undefined : await session.git?.recent({ mine: false, limit: mostCommits });
  const commits = (answer?.state === 'ok' ? answer.value : [])
    .filter((commit) => meansCommit(name, commit))
    .map((commit, rank) =>
      placed(commitItem(commit), commit.sha.slice(0, shortHash), wordsOfCommit(commit), {
        rank: mostEntries + rank,
        typed,
        position,
      }),
    );
  return [...entries, ...commits];
}

function entryItem({ id, title, kind, date }: Entry): vscode.CompletionItem {
  const item = named(title, id);
  item.detail = [displayText(kindName(kind), 40), dayName(date, '')].join(' · ');
  return item;
}

function wordsOfEntry({ id, title }: Entry): string {
  return `${id} ${displayText(title, 80)}`;
}

function commitItem(commit: Commit): vscode.CompletionItem {
  const item = named(commit.subject.trim() === '' ? commit.sha : commit.subject, commit.sha.slice(0, 8));
  item.detail = dayName(commit.authored.slice(0, 10), '');
  return item;
}

/** The list is narrow: what does not fit in stands beside it. */
function named(title: string, name: string): vscode.CompletionItem {
  const label = displayText(title, longestLabel);
  const item = new vscode.CompletionItem({ label, description: name }, vscode.CompletionItemKind.Reference);
  const whole = displayText(title);
  return label === whole ? item : Object.assign(item, { documentation: whole });
}

function wordsOfCommit(commit: Commit): string {
  return `${commit.sha} ${displayText(commit.subject, 80)}`;
}

/** What was typed of a word, and the quote before it. */
function writtenBefore(prefix: string, letter: RegExp): { typed: string; quote: string } {
  const typed = wordBefore(prefix, letter);
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
