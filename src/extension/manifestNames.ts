/** Every command. This and what follows are names that the manifest has too: a test holds both together, both ways. */
export const commandIds = [
  'retrolog.capture',
  'retrolog.logWin',
  'retrolog.logFailure',
  'retrolog.logLearning',
  'retrolog.logExperiment',
  'retrolog.logAction',
  'retrolog.logKudos',
  'retrolog.logBlocker',
  'retrolog.logAboutThisCode',
  'retrolog.thankForLine',
  'retrolog.thankForCommit',
  'retrolog.showKudos',
  'retrolog.openThanks',
  'retrolog.dismissThanks',
  'retrolog.searchLog',
  'retrolog.filterLog',
  'retrolog.clearFilter',
  'retrolog.refreshLog',
  'retrolog.groupByWeek',
  'retrolog.groupByKind',
  'retrolog.groupByTag',
  'retrolog.groupByArea',
  'retrolog.openEntry',
  'retrolog.revealEntry',
  'retrolog.openPlace',
  'retrolog.showCommit',
  'retrolog.openCommitOnHost',
  'retrolog.mentionEntry',
  'retrolog.copyLink',
  'retrolog.copyId',
  'retrolog.linkCommits',
  'retrolog.completeLinks',
  'retrolog.repairLinks',
  'retrolog.editTags',
  'retrolog.deleteEntry',
  'retrolog.undoDelete',
  'retrolog.initialise',
  'retrolog.openAgreement',
  'retrolog.openVision',
  'retrolog.openPlan',
  'retrolog.addToPlan',
  'retrolog.auditCulture',
  'retrolog.planFromAudit',
  'retrolog.openWalkthrough',
  'retrolog.startPilot',
  'retrolog.showPilot',
  'retrolog.acceptSuggestion',
  'retrolog.dismissSuggestion',
  'retrolog.muteRule',
  'retrolog.showMutedRules',
  'retrolog.startExperiment',
  'retrolog.concludeExperiment',
  'retrolog.closeAction',
  'retrolog.dropAction',
  'retrolog.clearBlocker',
  'retrolog.reopenEntry',
  'retrolog.moveOn',
  'retrolog.openOrigin',
  'retrolog.writeWhatFollows',
  'retrolog.copyDigest',
  'retrolog.saveDigest',
  'retrolog.putDigestIntoRetro',
  'retrolog.showTrends',
  'retrolog.startRetro',
  'retrolog.openRetro',
  'retrolog.shareRetro',
  'retrolog.joinRetro',
  'retrolog.saveTemplate',
  'retrolog.writeReport',
  'retrolog.showEntryHistory',
  'retrolog.showLogAt',
  'retrolog.showLogChanges',
  'retrolog.backToNow',
  'retrolog.answerQuestion',
  'retrolog.askDaily',
  'retrolog.switchQuiet',
  'retrolog.takeOffer',
  'retrolog.dismissOffer',
  'retrolog.muteOffers',
] as const;

export type CommandId = (typeof commandIds)[number];

/** The settings, without the `retrolog.` before them. */
export const settingKeys = [
  'folder',
  'openNewEntries',
  'stageNewEntries',
  'codeLens',
  'hover',
  'suggestions',
  'dailyQuestion',
  'quiet',
  'offerDigest',
  'offerMoments',
] as const;

export type SettingKey = (typeof settingKeys)[number];

/** What menus, key bindings and welcome texts depend on. */
export const contextKeys = [
  'retrolog.state',
  'retrolog.filtered',
  'retrolog.entryInEditor',
  'retrolog.canUndoDelete',
  'retrolog.suggested',
  'retrolog.reviewing',
  'retrolog.offered',
  'retrolog.asked',
  'retrolog.thanked',
] as const;

export type ContextKey = (typeof contextKeys)[number];

export const viewIds = ['retrolog.capture', 'retrolog.log', 'retrolog.work'] as const;

/** What can be learned in five minutes, by the name that the editor knows it by. */
export const walkthroughId = 'retrolog.retrolog#learn';

/** The panel of a board, by which a reload finds it again. */
export const boardPanelId = 'retrolog.board';

/** The panel of a retro that is somebody else's. */
export const guestPanelId = 'retrolog.guest';
