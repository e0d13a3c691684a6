import * as l10n from '@vscode/l10n';

/** The `retro.yml` of a new log: everything has its default, and the comments say what can be set. */
export function newTeamFile(): string {
  return [
    `# ${l10n.t('Settings of the team for its retrospectives. Everything has a default.')}`,
    '# team: Checkout',
    `# timezone: Europe/London        # ${l10n.t('for weeks and windows of time; default UTC')}`,
    `# areas:                         # ${l10n.t('areas of the code; default: the first two folders')}`,
    '#   payments: [services/pay/**]',
    `# experiments: {limit: 3}        # ${l10n.t('at most this many running at once')}`,
    '',
  ].join('\n');
}
