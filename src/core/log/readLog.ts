import * as l10n from '@vscode/l10n';
import type { Files, Listing, ReadingOptions, SkipReason, TakeContent } from '../ports/files.ts';
import type { Problem } from '../problem.ts';
import { parseTeamSettings, defaultTeamSettings, type TeamSettings } from '../team/teamSettings.ts';
import { checkMergeRules } from './checkMergeRules.ts';
import { indexFile, type IndexedFile } from './indexedFile.ts';
import { attributeFiles, isLogFile, isTemplateFile, teamFile } from './logFiles.ts';
import { type FoundTemplates, readTemplates } from './readTemplates.ts';

/** What stands beside the indexed files: the team's settings, templates and surveys, and problems that no single entry has. */
export interface LogSurroundings extends FoundTemplates {
  readonly team: TeamSettings;
}

/** What reading a log found. */
export type FoundLog =
  | ({
      readonly state: 'read';
      /** Every path that is there. */
      readonly paths: readonly string[];
      /** The files whose stamp is not the one that was known. */
      readonly changed: readonly IndexedFile[];
    } & LogSurroundings)
  | { readonly state: 'absent' }
  | { readonly state: 'unreadable'; readonly reason: string };

/**
 * Lists a log's folder and reads the files in it whose stamp differs from the one that `stampOf` remembers;
 * all of them without it.
 */
export async function readLog(files: Files, folder: string, options: ReadingOptions = {}): Promise<FoundLog> {
  const listing = await files.list(folder, ['.md', '.yml', '.yaml']);
  switch (listing.state) {
    case 'missing':
      return { state: 'absent' };
    case 'notAFolder':
    case 'failed':
      return { state: 'unreadable', reason: listing.reason };
    case 'listed':
      break;
  }
  const listed = listing.files.filter((path) => isLogFile(folder, path));
  const gone = new Set<string>();
  const changed: IndexedFile[] = [];
  const take: TakeContent = (path, content, stamp) => {
    const file = indexFile(path, content, stamp);
    if (file !== undefined) {
      changed.push(file);
    } else {
      gone.add(path);
    }
  };
  const [surroundings] = await Promise.all([
    readSurroundings(files, folder, listing.files),
    files.readMany(listed, take, options),
  ]);
  return {
    state: 'read',
    paths: gone.size === 0 ? listed : listed.filter((path) => !gone.has(path)),
    changed,
    ...surroundings,
    problems: [...surroundings.problems, ...skippedProblems(listing, folder)],
  };
}

async function readSurroundings(
  files: Files,
  folder: string,
  listed: readonly string[],
): Promise<LogSurroundings> {
  const path = teamFile(folder);
  const content = await files.read(path);
  const problems: Problem[] = [];
  let team = defaultTeamSettings;
  if (content.state === 'text') {
    const parsed = parseTeamSettings(path, content.text);
    team = parsed.settings;
    problems.push(...parsed.problems);
  } else if (content.state === 'unreadable') {
    problems.push(...(indexFile(path, content)?.problems ?? []));
  }
  for (const attributes of attributeFiles(folder)) {
    const rules = await files.read(attributes);
    if (rules.state === 'text') {
      problems.push(...checkMergeRules(attributes, rules.text, folder));
    }
  }
  const found = await readTemplates(
    files,
    listed.filter((path) => isTemplateFile(folder, path)),
  );
  return { team, ...found, problems: [...problems, ...found.problems] };
}

function skippedProblems(listing: Extract<Listing, { state: 'listed' }>, folder: string): Problem[] {
  return listing.skipped
    .filter((skipped) => skipped.reason === 'too-many' || isLogFile(folder, skipped.path))
    .map((skipped) => ({
      code: skipped.reason,
      severity: skipped.reason === 'not-portable' ? 'warning' : 'error',
      path: skipped.path,
      line: 1,
      message: skippedSentence(skipped.reason, skipped.detail ?? ''),
    }));
}

function skippedSentence(reason: SkipReason, detail: string): string {
  switch (reason) {
    case 'symbolic-link':
      return l10n.t('This is a symbolic link, which is not followed. Put the file itself here.');
    case 'not-a-file':
      return l10n.t('This is not a regular file, so it was not opened.');
    case 'too-many':
      return l10n.t(
        'There are more files here than can be kept in view, so the rest was left out. {0}',
        detail,
      );
    case 'not-portable':
      return l10n.t('This name does not work on every system: {0} Rename the file.', detail);
    case 'not-readable':
      return l10n.t('This could not be read: {0}', detail);
  }
}
