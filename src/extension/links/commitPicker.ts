import * as vscode from 'vscode';
import { CommitFinder, mostFound } from '../../core/links/commitFinder.ts';
import { fileQuestion, hashTyped } from '../../core/links/commitWords.ts';
import type { Git, GitAnswer } from '../../core/ports/git.ts';
import type { History, WalkedCommit } from '../../core/ports/history.ts';
import { type CommitItem, listOf } from './commitItems.ts';

/** What the picker asks for. */
export interface CommitQuestion {
  readonly title: string;
  /** Full hashes of commits that are linked already: they are marked, and cannot be chosen. */
  readonly linked: ReadonlySet<string>;
}

/** What the picker reads. */
export interface CommitSource {
  readonly git: Pick<Git, 'resolve'>;
  readonly history: Pick<History, 'walk'>;
}

/** Milliseconds without a key until git is asked for files: that takes it longer than reading what commits say. */
const pause = 250;

/**
 * Lets a person choose commits by subject, author, hash or file. The list is there with the first commits that git
 * tells of, and grows while one types.
 *
 * @returns what was chosen; `undefined` where nothing was
 */
export function pickCommits(
  source: CommitSource,
  question: CommitQuestion,
): Promise<readonly WalkedCommit[] | undefined> {
  return new CommitPicker(source, question).chosen;
}

class CommitPicker {
  readonly chosen: Promise<readonly WalkedCommit[] | undefined>;
  readonly #source: CommitSource;
  readonly #linked: ReadonlySet<string>;
  readonly #finder: CommitFinder;
  readonly #pick = vscode.window.createQuickPick<CommitItem>();
  #resolve: (commits: readonly WalkedCommit[] | undefined) => void = () => undefined;
  /** Those that are ticked: they stay in sight whatever is typed. */
  #ticked: readonly CommitItem[] = [];
  #found: readonly WalkedCommit[] = [];
  #byFile: readonly WalkedCommit[] = [];
  #named: readonly WalkedCommit[] = [];
  #failure = '';
  /** Searches that have not ended. */
  #open = 0;
  #asked = new AbortController();
  #drawing: NodeJS.Timeout | undefined;
  /** What the list shows. */
  #drawn = '';

  constructor(source: CommitSource, { title, linked }: CommitQuestion) {
    this.#source = source;
    this.#linked = linked;
    this.#finder = new CommitFinder(source.history);
    this.chosen = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    const pick = this.#pick;
    pick.title = title;
    pick.placeholder = vscode.l10n.t('Type words of the subject, an author, a hash or a part of a path');
    pick.canSelectMany = true;
    // What is ticked is not lost by a look at the code.
    pick.ignoreFocusOut = true;
    // The newest comes first; where the editor does not know this, it lays the list out by name.
    Object.assign(pick, { sortByLabel: false });
    pick.onDidChangeValue((typed) => this.#ask(typed));
    pick.onDidChangeSelection((items) => {
      this.#ticked = items;
    });
    pick.onDidAccept(() => this.#accept());
    pick.onDidHide(() => this.#close());
    pick.show();
    this.#ask('');
  }

  #ask(typed: string): void {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    [this.#byFile, this.#named, this.#failure, this.#open, this.#drawn] = [[], [], '', 0, ''];
    this.#search(signal, () => this.#findAll(typed, signal));
    const hash = hashTyped(typed);
    if (hash !== undefined) {
      this.#search(signal, () => this.#resolveHash(hash, signal));
    }
  }

  /** What commits say is read first; files only where that is not a list full, and nothing is typed for a while. */
  async #findAll(typed: string, signal: AbortSignal): Promise<GitAnswer<void>> {
    const answer = await this.#finder.find(typed, (found) => this.#show(signal, { found }));
    const question = fileQuestion(typed);
    if (answer.state !== 'ok' || question === undefined || this.#found.length >= mostFound) {
      return answer;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
    return signal.aborted
      ? answer
      : this.#finder.findByFile(question, (byFile) => this.#show(signal, { byFile }), signal);
  }

  /** A hash names its commit, on whatever branch it is. */
  async #resolveHash(hash: string, signal: AbortSignal): Promise<GitAnswer<void>> {
    const answer = await this.#source.git.resolve(hash);
    if (answer.state === 'ok' && answer.value !== undefined) {
      const { sha, subject, author, authored } = answer.value;
      const seconds = Date.parse(authored) / 1000;
      this.#show(signal, { named: [{ sha, subject, author, authored: seconds, committed: seconds }] });
    }
    return answer.state === 'ok' ? { state: 'ok', value: undefined } : answer;
  }

  #search(signal: AbortSignal, search: () => Promise<GitAnswer<void>>): void {
    this.#open += 1;
    this.#pick.busy = true;
    const end = (failure: string): void => {
      if (!signal.aborted) {
        this.#open -= 1;
        this.#pick.busy = this.#open > 0;
        this.#failure ||= failure;
        this.#draw();
      }
    };
    search().then(
      (answer) => end(failureOf(answer)),
      (error: unknown) => end(String(error)),
    );
  }

  #show(
    signal: AbortSignal,
    more: {
      readonly found?: readonly WalkedCommit[];
      readonly byFile?: readonly WalkedCommit[];
      readonly named?: readonly WalkedCommit[];
    },
  ): void {
    if (signal.aborted) {
      return;
    }
    this.#found = more.found ?? this.#found;
    this.#byFile = more.byFile ?? this.#byFile;
    this.#named = more.named ?? this.#named;
    // What comes in one moment is drawn once.
    this.#drawing ??= setTimeout(() => this.#draw(), 0);
  }

  #draw(): void {
    clearTimeout(this.#drawing);
    this.#drawing = undefined;
    const { items, ticked } = listOf({
      ticked: this.#ticked,
      found: [...this.#named, ...this.#found],
      byFile: this.#byFile,
      linked: this.#linked,
      failure: this.#failure,
      isTyped: this.#pick.value.trim() !== '',
    });
    const pick = this.#pick;
    const looked = pick.activeItems[0]?.commit?.sha;
    const commits = items.filter(({ commit }) => commit !== undefined);
    const active =
      commits.find(({ commit }) => commit?.sha === looked) ??
      // What Enter takes is seen beforehand; nothing is taken that nobody asked for.
      (pick.value.trim() === '' ? undefined : commits[ticked.length]);
    // One that is drawn again takes back a tick that the editor has not told of yet.
    const drawn = JSON.stringify([active?.commit?.sha, items]);
    if (drawn === this.#drawn) {
      return;
    }
    this.#drawn = drawn;
    pick.keepScrollPosition = true;
    pick.items = items;
    pick.selectedItems = ticked;
    pick.activeItems = active === undefined ? [] : [active];
  }

  /** Enter takes what is ticked; where nothing is, the one that is looked at. */
  #accept(): void {
    const items = this.#ticked.length > 0 ? this.#ticked : this.#pick.activeItems;
    const commits = items.flatMap(({ commit }) =>
      commit === undefined || this.#linked.has(commit.sha) ? [] : commit,
    );
    if (commits.length > 0) {
      this.#resolve(commits);
      this.#pick.hide();
    }
  }

  #close(): void {
    clearTimeout(this.#drawing);
    this.#asked.abort();
    this.#finder.close();
    this.#resolve(undefined);
    this.#pick.dispose();
  }
}

function failureOf(answer: GitAnswer<void>): string {
  switch (answer.state) {
    case 'ok':
      return '';
    case 'noRepository':
      return vscode.l10n.t('This folder is not in a git repository.');
    case 'failed':
      return vscode.l10n.t('Git could not read the history: {0}', answer.reason);
  }
}
