import * as vscode from 'vscode';
import { addDays, startOfWeek } from '../../core/dates.ts';
import type { Thanks } from '../kudos/thanks.ts';
import { thanksWords } from '../kudos/thanksItem.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { isOn } from '../settingOf.ts';

/** How many entries the team has this week, in the status bar: of all together, of nobody. */
export class WeekItem implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #thanks: Thanks;
  readonly #item: vscode.StatusBarItem;
  readonly #disposables: vscode.Disposable[];

  constructor(sessions: Sessions, thanks: Thanks) {
    this.#sessions = sessions;
    this.#thanks = thanks;
    this.#item = vscode.window.createStatusBarItem('retrolog.week', vscode.StatusBarAlignment.Right, 90);
    this.#item.name = vscode.l10n.t('The team’s entries this week');
    this.#item.command = 'retrolog.capture';
    this.#disposables = [
      this.#item,
      sessions.onDidChange(() => this.show()),
      thanks.onDidChange(() => this.show()),
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
    ];
    this.show();
  }

  /** Draws it anew, if it says something else. */
  show(): void {
    const session = this.#sessions.current;
    if (session === undefined || session.log.state.name !== 'ready') {
      this.#item.hide();
      return;
    }
    const count = countThisWeek(session);
    const quiet = isOn('quiet');
    const words = weekWords(count);
    const thanks = this.#thanks.of(session).map(({ entry }) => thanksWords(entry.title));
    const text = count === 0 ? vscode.l10n.t('This week') : vscode.l10n.t('{0} this week', count);
    this.#item.text = `$(${quiet ? 'bell-slash' : 'history'}) ${text}`;
    this.#item.tooltip = [
      words,
      ...thanks,
      vscode.l10n.t('Click to log something.'),
      ...(quiet ? [vscode.l10n.t('Quiet is on: you are asked and offered nothing.')] : []),
    ].join('\n');
    this.#item.accessibilityInformation = { label: [words, ...thanks].join(' '), role: 'button' };
    this.#item.show();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}

/** Entries of the week that it is for the team; whoever wrote one may have been a time zone ahead. */
function countThisWeek({ log, clock }: Session): number {
  const monday = startOfWeek(clock.today(log.team.timezone));
  const after = addDays(monday, 7);
  return log.entries.filter(({ date }) => date >= monday && date < after).length;
}

function weekWords(count: number): string {
  switch (count) {
    case 0:
      return vscode.l10n.t('Nothing is in the team’s log this week yet. Quiet weeks are fine.');
    case 1:
      return vscode.l10n.t('One entry is in the team’s log this week.');
    default:
      return vscode.l10n.t('{0} entries are in the team’s log this week.', count);
  }
}
