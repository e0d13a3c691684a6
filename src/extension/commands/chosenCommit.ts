import * as vscode from 'vscode';
import { displayText } from '../../core/entries/displayText.ts';
import type { CommitLink, Entry } from '../../core/entries/entry.ts';
import { isFullHash } from '../../core/git/fullHash.ts';
import type { CodeHistory } from '../../core/ports/codeHistory.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import { RetroError } from '../../core/retroError.ts';
import type { App } from '../app.ts';
import { type ChosenEntry, entryInEditor } from '../entryInEditor.ts';
import { literalIcons } from '../literalIcons.ts';
import { dayName } from '../log/logDates.ts';
import type { Session } from '../session.ts';
import { isEntryRow } from './chosenEntry.ts';
import { needSession } from './needSession.ts';
import { showPick } from '../showPrompt.ts';

/** A commit, and the log in whose repository it is. */
export interface ChosenCommit {
  readonly session: Session;
  readonly code: CodeHistory;
  /** Full hash. */
  readonly sha: string;
}

type Offered = Pick<CommitLink, 'sha' | 'subject' | 'authored'>;

/** How many recent commits are offered where no entry says which. */
const mostRecent = 200;

/**
 * The commit that a command is about: the one that a link in a document names, the one of the entry that it was
 * called on or that is open or selected, or one that is picked. `undefined` where none was picked.
 *
 * @throws RetroError `not-trusted`, `git`, or `not-found` where the commit is not in this clone
 */
export async function chosenCommit(app: App, argument: unknown): Promise<ChosenCommit | undefined> {
  const entry = entryWithCommits(app, argument);
  const address = isCommitAddress(argument) ? argument : undefined;
  const session =
    app.sessions.all.find((one) => one.root === address?.root) ?? entry?.session ?? (await needSession(app));
  const { code } = session;
  if (code === undefined) {
    throw new RetroError(
      'not-trusted',
      vscode.l10n.t(
        'This workspace is restricted, so git is not run in it. Trust it first, with “Manage Workspace Trust”.',
      ),
    );
  }
  const sha =
    address?.sha ??
    (entry === undefined ? await pickCommit(await recentCommits(session)) : await commitOfEntry(entry));
  return sha === undefined ? undefined : { session, code, sha };
}

/**
 * The value that git gave.
 *
 * @throws RetroError `git` with the reason where it gave none
 */
export function answered<T>(answer: GitAnswer<T>): T {
  if (answer.state === 'ok') {
    return answer.value;
  }
  throw new RetroError(
    'git',
    answer.state === 'failed' ? answer.reason : vscode.l10n.t('This folder is not in a git repository.'),
  );
}

/** The error where a hash names nothing: somebody rewrote history, or has not pushed. */
export function commitMissing(sha: string): RetroError {
  return new RetroError(
    'not-found',
    vscode.l10n.t(
      'Commit {0} is not in this clone: it was rewritten since, or is not fetched yet.',
      sha.slice(0, 8),
    ),
  );
}

function entryWithCommits(app: App, argument: unknown): ChosenEntry | undefined {
  const rows: readonly (ChosenEntry | undefined)[] = isEntryRow(argument)
    ? [argument]
    : [entryInEditor(app.sessions), app.logView.selected];
  return rows.find((one) => one !== undefined && hasCommits(one.entry));
}

function hasCommits(entry: Entry): boolean {
  return entry.commits.length > 0;
}

/** A link in a document can hold anything: only a root of ours and a full hash are taken. */
function isCommitAddress(argument: unknown): argument is { readonly root: string; readonly sha: string } {
  const { root, sha } = (argument ?? {}) as { root?: unknown; sha?: unknown };
  return typeof root === 'string' && typeof sha === 'string' && isFullHash(sha);
}

/** The commit that a link of the entry means today, which is another one where history was rewritten. */
async function commitOfEntry({ session, entry }: ChosenEntry): Promise<string | undefined> {
  const link = entry.commits.find(await pickedFrom(entry.commits));
  const grading = link && (await session.history?.grade([{ id: entry.id, path: entry.path, link }]));
  return (grading?.state === 'ok' && grading.value.links[0]?.now) || link?.sha;
}

async function pickedFrom(links: readonly CommitLink[]): Promise<(link: CommitLink) => boolean> {
  const sha = await pickCommit(links);
  return (link) => link.sha === sha;
}

async function recentCommits(session: Session): Promise<readonly Offered[]> {
  return session.git === undefined
    ? []
    : answered(await session.git.recent({ mine: false, limit: mostRecent }));
}

async function pickCommit(commits: readonly Offered[]): Promise<string | undefined> {
  const [only, ...others] = commits;
  if (only !== undefined && others.length === 0) {
    return only.sha;
  }
  const items = commits.map(({ sha, subject, authored }) => ({
    label: literalIcons(displayText(subject?.trim() || sha.slice(0, 8))),
    description: [
      sha.slice(0, 8),
      ...(authored === undefined ? [] : [dayName(authored.slice(0, 10), '')]),
    ].join(' · '),
    sha,
  }));
  const picked = await showPick(items, {
    placeHolder: vscode.l10n.t('Which commit?'),
    matchOnDescription: true,
  });
  return picked?.sha;
}
