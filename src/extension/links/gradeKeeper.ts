import * as vscode from 'vscode';
import { addDays } from '../../core/dates.ts';
import { entryLinks } from '../../core/links/entryLinks.ts';
import type { EntryLink, Grading } from '../../core/links/grade.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { sayingSo } from './sayingSo.ts';
import type { LinksState } from './sessionLinks.ts';

/** Milliseconds in which changes are gathered before links are graded again. */
const gathering = 300;

interface Graded {
  readonly links: readonly EntryLink[];
  readonly stop: AbortController;
}

/**
 * Finds out in the background where the links of every log lead and which commits name its entries, whenever these or
 * history have changed.
 */
export class GradeKeeper implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #report: (error: unknown) => void;
  readonly #graded = new Map<Session, Graded>();
  readonly #listening: vscode.Disposable;
  readonly #end = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(sessions: Sessions, report: (error: unknown) => void) {
    this.#sessions = sessions;
    this.#report = report;
    this.#listening = vscode.Disposable.from(
      sessions.onDidChange(() => this.#soon()),
      sessions.onDidMoveHistory(() => this.doubt()),
    );
    this.#soon();
  }

  /** Everything is graded again: history has changed. */
  doubt(): void {
    this.#forget([...this.#graded.keys()]);
    this.#soon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#end.abort();
    this.#listening.dispose();
    this.#forget([...this.#graded.keys()]);
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { all } = this.#sessions;
      this.#forget([...this.#graded.keys()].filter((session) => !all.includes(session)));
      for (const session of all.filter(({ log }) => log.state.name === 'ready')) {
        this.#grade(session).catch(this.#report);
        this.#readMentions(session).catch(this.#report);
      }
    }, gathering);
  }

  #forget(sessions: readonly Session[]): void {
    for (const session of sessions) {
      this.#graded.get(session)?.stop.abort();
      this.#graded.delete(session);
    }
  }

  async #grade(session: Session): Promise<void> {
    const links = entryLinks(session.log.entries);
    const before = this.#graded.get(session);
    if (before !== undefined && areSame(before.links, links)) {
      return;
    }
    this.#forget([session]);
    const stop = new AbortController();
    this.#graded.set(session, { links, stop });
    const state = await this.#stateOf(session, links, stop.signal);
    if (!stop.signal.aborted) {
      session.links.become(state);
    }
  }

  /** Where git cannot say, what was known stays. */
  async #readMentions(session: Session): Promise<void> {
    const { history, log, clock, links } = session;
    const since = dayBefore([clock.today(), ...log.entries.map(({ date }) => date)]);
    const answer =
      log.entries.length === 0 ? undefined : await history?.mentions({ since }, this.#end.signal);
    if (answer?.state === 'ok') {
      links.mentioned(answer.value);
    }
  }

  async #stateOf(session: Session, links: readonly EntryLink[], signal: AbortSignal): Promise<LinksState> {
    if (links.length === 0) {
      return { name: 'graded', grading: { links: [], incomplete: false, patchIds: 0 } };
    }
    if (session.history === undefined) {
      return {
        name: 'unchecked',
        reason: vscode.l10n.t('Links are not checked: this workspace is restricted.'),
      };
    }
    const grading = session.history.grade(links, { cancellation: signal });
    return stateOf(await sayingSo(vscode.l10n.t('Checking links to commits'), grading));
  }
}

/** A month before the first of some days: no message names an entry that is not there yet, by whatever clock. */
function dayBefore(days: readonly string[]): string {
  const first = days.reduce((day, other) => (other < day ? other : day));
  return addDays(first, -31);
}

function stateOf(answer: GitAnswer<Grading>): LinksState {
  switch (answer.state) {
    case 'ok':
      return { name: 'graded', grading: answer.value };
    case 'noRepository':
      return {
        name: 'unchecked',
        reason: vscode.l10n.t('Links are not checked: this folder is not in a git repository.'),
      };
    case 'failed':
      return {
        name: 'unchecked',
        reason: vscode.l10n.t('Links were not checked: {0}', answer.reason),
      };
  }
}

/** What a file says of a commit is one object for as long as the file is not read again. */
function areSame(some: readonly EntryLink[], others: readonly EntryLink[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ id, path, link }, at) => {
      const other = others[at];
      return other?.id === id && other.path === path && (other.link === link || sameText(other.link, link));
    })
  );
}

function sameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
