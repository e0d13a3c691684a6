import type { App } from '../app.ts';
import { capture } from './capture.ts';
import type { CommandId } from '../manifestNames.ts';
import { copyId } from './copyId.ts';
import { copyLink } from './copyLink.ts';
import { deleteEntry, undoDelete } from './deleteEntry.ts';
import { editTags } from './editTags.ts';
import { clearFilter, filterLog } from './filterLog.ts';
import { initialise } from './initialise.ts';
import { logAboutThisCode } from './logAboutThisCode.ts';
import { logKind } from './logKind.ts';
import { openEntry } from './openEntry.ts';
import { refreshLog } from './refreshLog.ts';
import { revealEntry } from './revealEntry.ts';
import { searchLog } from './searchLog.ts';

type Command = (app: App) => (argument: unknown) => Promise<void> | void;

/** A command whose file is loaded when it is first given. */
function later(load: () => Promise<Command>): Command {
  return (app) => async (argument) => (await load())(app)(argument);
}

/** What each command does. The compiler sees to it that none is missing. */
export const commandTable: Readonly<Record<CommandId, Command>> = {
  'retrolog.capture': capture,
  'retrolog.logWin': logKind('win'),
  'retrolog.logFailure': logKind('failure'),
  'retrolog.logLearning': logKind('learning'),
  'retrolog.logExperiment': logKind('experiment'),
  'retrolog.logAction': logKind('action'),
  'retrolog.logKudos': logKind('kudos'),
  'retrolog.logBlocker': logKind('blocker'),
  'retrolog.logAboutThisCode': logAboutThisCode,
  'retrolog.searchLog': searchLog,
  'retrolog.filterLog': filterLog,
  'retrolog.clearFilter': clearFilter,
  'retrolog.refreshLog': refreshLog,
  'retrolog.groupByWeek': (app) => () => app.logView.groupBy('week'),
  'retrolog.groupByKind': (app) => () => app.logView.groupBy('kind'),
  'retrolog.groupByTag': (app) => () => app.logView.groupBy('tag'),
  'retrolog.groupByArea': (app) => () => app.logView.groupBy('area'),
  'retrolog.openEntry': openEntry,
  'retrolog.revealEntry': revealEntry,
  'retrolog.copyLink': copyLink,
  'retrolog.copyId': copyId,
  'retrolog.linkCommits': later(async () => (await import('./linkCommits.ts')).linkCommits),
  'retrolog.completeLinks': later(async () => (await import('./completeLinks.ts')).completeLinks),
  'retrolog.repairLinks': later(async () => (await import('./repairLinks.ts')).repairLinks),
  'retrolog.editTags': editTags,
  'retrolog.deleteEntry': deleteEntry,
  'retrolog.undoDelete': undoDelete,
  'retrolog.initialise': initialise,
};
