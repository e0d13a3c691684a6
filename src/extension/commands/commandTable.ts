import type { EntryKind } from '../../core/entries/kinds.ts';
import type { TeamPage } from '../../core/pages/teamPage.ts';
import type { App } from '../app.ts';
import { capture } from './capture.ts';
import type { CommandId } from '../manifestNames.ts';
import { openEntry } from './openEntry.ts';
import { refreshLog } from './refreshLog.ts';

type Command = (app: App) => (argument: unknown) => Promise<void> | void;

/** A command whose file is loaded when it is first given. */
function later(load: () => Promise<Command>): Command {
  return (app) => async (argument) => (await load())(app)(argument);
}

function laterKind(kind: EntryKind): Command {
  return later(async () => (await import('./logKind.ts')).logKind(kind));
}

function laterPage(page: TeamPage): Command {
  return later(async () => (await import('./openTeamPage.ts')).openTeamPage(page));
}

/** What each command does. The compiler sees to it that none is missing. */
export const commandTable: Readonly<Record<CommandId, Command>> = {
  'retrolog.capture': capture,
  'retrolog.logWin': laterKind('win'),
  'retrolog.logFailure': laterKind('failure'),
  'retrolog.logLearning': laterKind('learning'),
  'retrolog.logExperiment': laterKind('experiment'),
  'retrolog.logAction': laterKind('action'),
  'retrolog.logKudos': laterKind('kudos'),
  'retrolog.logBlocker': laterKind('blocker'),
  'retrolog.logAboutThisCode': later(async () => (await import('./logAboutThisCode.ts')).logAboutThisCode),
  'retrolog.thankForLine': later(async () => (await import('./thankForLine.ts')).thankForLine),
  'retrolog.thankForCommit': later(async () => (await import('./thankForCommit.ts')).thankForCommit),
  'retrolog.showKudos': (app) => () => app.trends.show('kudos'),
  'retrolog.openThanks': later(async () => (await import('./openThanks.ts')).openThanks),
  'retrolog.dismissThanks': later(async () => (await import('./openThanks.ts')).dismissThanks),
  'retrolog.searchLog': later(async () => (await import('./searchLog.ts')).searchLog),
  'retrolog.filterLog': later(async () => (await import('./filterLog.ts')).filterLog),
  'retrolog.clearFilter': later(async () => (await import('./filterLog.ts')).clearFilter),
  'retrolog.refreshLog': refreshLog,
  'retrolog.groupByWeek': (app) => () => app.logView.groupBy('week'),
  'retrolog.groupByKind': (app) => () => app.logView.groupBy('kind'),
  'retrolog.groupByTag': (app) => () => app.logView.groupBy('tag'),
  'retrolog.groupByArea': (app) => () => app.logView.groupBy('area'),
  'retrolog.openEntry': openEntry,
  'retrolog.revealEntry': later(async () => (await import('./revealEntry.ts')).revealEntry),
  'retrolog.openPlace': later(async () => (await import('./openPlace.ts')).openPlace),
  'retrolog.showCommit': later(async () => (await import('./showCommit.ts')).showCommit),
  'retrolog.openCommitOnHost': later(async () => (await import('./openCommitOnHost.ts')).openCommitOnHost),
  'retrolog.mentionEntry': later(async () => (await import('./mentionEntry.ts')).mentionEntry),
  'retrolog.copyLink': later(async () => (await import('./copyLink.ts')).copyLink),
  'retrolog.copyId': later(async () => (await import('./copyId.ts')).copyId),
  'retrolog.linkCommits': later(async () => (await import('./linkCommits.ts')).linkCommits),
  'retrolog.completeLinks': later(async () => (await import('./completeLinks.ts')).completeLinks),
  'retrolog.repairLinks': later(async () => (await import('./repairLinks.ts')).repairLinks),
  'retrolog.editTags': later(async () => (await import('./editTags.ts')).editTags),
  'retrolog.deleteEntry': later(async () => (await import('./deleteEntry.ts')).deleteEntry),
  'retrolog.undoDelete': later(async () => (await import('./deleteEntry.ts')).undoDelete),
  'retrolog.initialise': later(async () => (await import('./initialise.ts')).initialise),
  'retrolog.openAgreement': laterPage('agreement'),
  'retrolog.openVision': laterPage('vision'),
  'retrolog.openPlan': laterPage('plan'),
  'retrolog.addToPlan': later(async () => (await import('./addToPlan.ts')).addToPlan),
  'retrolog.auditCulture': later(async () => (await import('./auditCulture.ts')).auditCulture),
  'retrolog.planFromAudit': later(async () => (await import('./planFromAudit.ts')).planFromAudit),
  'retrolog.openWalkthrough': later(async () => (await import('./openWalkthrough.ts')).openWalkthrough),
  'retrolog.startPilot': later(async () => (await import('./startPilot.ts')).startPilot),
  'retrolog.showPilot': later(async () => (await import('./showPilot.ts')).showPilot),
  'retrolog.acceptSuggestion': later(async () => (await import('./acceptSuggestion.ts')).acceptSuggestion),
  'retrolog.dismissSuggestion': later(async () => (await import('./dismissSuggestion.ts')).dismissSuggestion),
  'retrolog.muteRule': later(async () => (await import('./dismissSuggestion.ts')).muteRule),
  'retrolog.showMutedRules': later(async () => (await import('./showMutedRules.ts')).showMutedRules),
  'retrolog.startExperiment': later(async () => (await import('./startExperiment.ts')).startExperiment),
  'retrolog.concludeExperiment': later(
    async () => (await import('./concludeExperiment.ts')).concludeExperiment,
  ),
  'retrolog.closeAction': later(async () => (await import('./closeAction.ts')).closeAction),
  'retrolog.dropAction': later(async () => (await import('./dropAction.ts')).dropAction),
  'retrolog.clearBlocker': later(async () => (await import('./clearBlocker.ts')).clearBlocker),
  'retrolog.reopenEntry': later(async () => (await import('./reopenEntry.ts')).reopenEntry),
  'retrolog.moveOn': later(async () => (await import('./moveOn.ts')).moveOn),
  'retrolog.openOrigin': later(async () => (await import('./openOrigin.ts')).openOrigin),
  'retrolog.writeWhatFollows': later(async () => (await import('./writeWhatFollows.ts')).writeWhatFollows),
  'retrolog.startRetro': later(async () => (await import('./startRetro.ts')).startRetro),
  'retrolog.openRetro': later(async () => (await import('./openRetro.ts')).openRetro),
  'retrolog.shareRetro': later(async () => (await import('./shareRetro.ts')).shareRetro),
  'retrolog.joinRetro': later(async () => (await import('./joinRetro.ts')).joinRetro),
  'retrolog.saveTemplate': later(async () => (await import('./saveTemplate.ts')).saveTemplate),
  'retrolog.saveDigest': later(async () => (await import('./saveDigest.ts')).saveDigest),
  'retrolog.copyDigest': later(async () => (await import('./copyDigest.ts')).copyDigest),
  'retrolog.putDigestIntoRetro': later(
    async () => (await import('./putDigestIntoRetro.ts')).putDigestIntoRetro,
  ),
  'retrolog.showTrends': later(async () => (await import('./showTrends.ts')).showTrends),
  'retrolog.writeReport': later(async () => (await import('./writeReport.ts')).writeReport),
  'retrolog.showEntryHistory': later(async () => (await import('./showEntryHistory.ts')).showEntryHistory),
  'retrolog.showLogAt': later(async () => (await import('./showLogAt.ts')).showLogAt),
  'retrolog.showLogChanges': later(async () => (await import('./showLogChanges.ts')).showLogChanges),
  'retrolog.backToNow': later(async () => (await import('./backToNow.ts')).backToNow),
  'retrolog.answerQuestion': later(async () => (await import('./answerQuestion.ts')).answerQuestion),
  'retrolog.askDaily': (app) => async () => {
    await (await import('./askDaily.ts')).askDaily(app)();
  },
  'retrolog.switchQuiet': later(async () => (await import('./switchQuiet.ts')).switchQuiet),
  'retrolog.takeOffer': later(async () => (await import('./takeOffer.ts')).takeOffer),
  'retrolog.dismissOffer': later(async () => (await import('./dismissOffer.ts')).dismissOffer),
  'retrolog.muteOffers': later(async () => (await import('./dismissOffer.ts')).muteOffers),
};
