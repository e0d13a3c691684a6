import * as l10n from '@vscode/l10n';
import { displayText } from '../core/entries/displayText.ts';
import type { Entry } from '../core/entries/entry.ts';
import { titleLimit } from '../core/format/entryTitle.ts';
import { gradeName } from '../core/links/gradeWords.ts';
import type { EntryJson } from './entryJson.ts';
import { paintKind, quiet, strong } from './paint.ts';
import type { Terminal } from './terminal.ts';
import { padText, textWidth } from './textWidth.ts';

const shortHash = 12;
const longestLine = 100_000;

/** An entry to be read: its title, what its front matter says, and its body. */
export function entryPage(entry: EntryJson, body: string, terminal: Pick<Terminal, 'colour'>): string[] {
  const about = aboutRows(entry);
  const width = about.reduce((most, [label]) => Math.max(most, textWidth(label)), 0);
  const head = [displayText(entry.kind), ...stateOf(entry)].join(' · ');
  const text = body.trimEnd().split('\n');
  return [
    strong(displayText(entry.title, titleLimit), terminal),
    `${paintKind(head, entry.kind, terminal)} · ${entry.date} · ${entry.id}`,
    '',
    ...about.map(([label, value]) => `${quiet(padText(label, width), terminal)}  ${value}`),
    ...(text.length === 1 && text[0] === '' ? [] : ['', ...text.map(bodyLine)]),
  ];
}

function stateOf({ status, outcome }: Pick<Entry, 'status' | 'outcome'>): string[] {
  return [status, outcome].flatMap((word) => (word === undefined ? [] : displayText(word)));
}

function aboutRows(entry: EntryJson): [string, string][] {
  const rows: [string, readonly (string | undefined)[]][] = [
    [l10n.t('Tags'), [entry.tags.join(', ') || undefined]],
    [l10n.t('People'), [entry.people.join(', ') || undefined]],
    [l10n.t('Owner'), [entry.owner]],
    [l10n.t('Due'), [entry.due]],
    [l10n.t('Started'), [entry.started]],
    [l10n.t('Time box'), [entry.timebox]],
    [l10n.t('Concluded'), [entry.concluded]],
    [l10n.t('Closed'), [entry.closed]],
    [l10n.t('Reason'), [entry.reason]],
    [l10n.t('Follows from'), [entry.links.join(', ') || undefined]],
    [l10n.t('Commit'), entry.commits.map(commitText)],
    [l10n.t('Code'), entry.code.map(placeText)],
    [l10n.t('File'), [entry.path]],
  ];
  return rows.flatMap(([label, values]) =>
    values.flatMap((value): [string, string][] =>
      value === undefined ? [] : [[label, displayText(value, 1000)]],
    ),
  );
}

function commitText({ sha, subject, grade, now }: EntryJson['commits'][number]): string {
  const text = [sha.slice(0, shortHash), subject].filter((part) => part !== '').join(' ');
  if (grade === undefined || grade === 'exact') {
    return text;
  }
  return grade === 'lost'
    ? l10n.t('{0} (not found in this repository)', text)
    : l10n.t('{0} (now {1}: {2})', text, now?.slice(0, shortHash) ?? '', gradeName(grade));
}

function placeText({ path, line, state }: EntryJson['code'][number]): string {
  const text = line === null ? path : `${path}:${line}`;
  switch (state) {
    case 'here':
      return text;
    case 'moved':
      return l10n.t('{0} (moved there)', text);
    case 'gone':
      return l10n.t('{0} (not found any more)', text);
  }
}

/** A line of Markdown keeps its indentation; nothing else in it may move the cursor. */
function bodyLine(line: string): string {
  return line
    .replace(/\r$/, '')
    .split('\t')
    .map((part) => displayText(part, longestLine))
    .join('\t');
}
