import * as l10n from '@vscode/l10n';

/** A page that a team keeps beside its log, as free Markdown: what it promises each other, where it wants to be, and how. */
export type TeamPage = 'agreement' | 'vision' | 'plan';

/** What a new page says, for the team to change until it is its own. Lines end in LF. */
export function newTeamPage(page: TeamPage): string {
  return `${firstLines[page]().join('\n')}\n`;
}

const firstLines: Readonly<Record<TeamPage, () => readonly string[]>> = {
  agreement: newAgreement,
  vision: newVision,
  plan: newPlan,
};

function newPlan(): readonly string[] {
  return [
    `# ${l10n.t('Our plan')}`,
    '',
    l10n.t(
      'What we chose to get better at: at most three things at once, each with a reason, and with the experiments and',
    ),
    l10n.t('actions that carry it. “Add to Our Plan…” adds one. How far we are is read from those entries.'),
  ];
}

function newAgreement(): readonly string[] {
  return [
    `# ${l10n.t('Our agreement')}`,
    '',
    l10n.t(
      'What we promise each other, so that it is safe to say what went wrong. Change it until it is yours.',
    ),
    l10n.t('The first promise is shown where failures are logged.'),
    '',
    `- ${l10n.t('Messengers are thanked: whoever tells of a failure first has done us a favour.')}`,
    `- ${l10n.t('We ask what made it possible, and never who it was.')}`,
    `- ${l10n.t('We write down what we learned, and hold ourselves to high standards.')}`,
    `- ${l10n.t('Those who lead tell of their own failures first.')}`,
  ];
}

function newVision(): readonly string[] {
  return [
    `# ${l10n.t('Our vision')}`,
    '',
    l10n.t(
      'Where we want to be, on one page. Fill it in together; what you cannot answer yet may stay open.',
    ),
    '',
    `## ${l10n.t('A year from now')}`,
    '',
    `- ${l10n.t('What can people do, thanks to us, that they cannot do today?')}`,
    '',
    `## ${l10n.t('How we work then')}`,
    '',
    `- ${l10n.t('What do we do every week that we do not do yet?')}`,
    '',
    `## ${l10n.t('What is in the way')}`,
    '',
    `- ${l10n.t('What keeps us from it? Log it as a blocker, too.')}`,
    '',
    `## ${l10n.t('What we try first')}`,
    '',
    `- ${l10n.t('Which small experiment takes us one step nearer?')}`,
  ];
}
