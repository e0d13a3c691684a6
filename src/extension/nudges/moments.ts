import * as vscode from 'vscode';
import { type OpenConflict, watchConflict } from '../../core/nudges/conflictWatch.ts';
import { hasMoved, type Moment, momentOfCommit } from '../../core/nudges/moment.ts';
import { afterRun, type FailedRuns, isTestCommand } from '../../core/nudges/testRuns.ts';
import { systemClock } from '../../node/systemClock.ts';
import { gitApi, type GitRepository } from '../gitExtension.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { isOn } from '../settingOf.ts';

/** Milliseconds after which a commit that HEAD comes to was not made just now. */
const justNow = 15 * 60 * 1000;

/** Notices moments from which there may be something to learn, of what this person does in this window. */
export class Moments implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #came: (session: Session, moment: Moment) => void;
  readonly #report: (error: unknown) => void;
  readonly #disposables: vscode.Disposable[];
  readonly #began = systemClock.now();
  /** The commit that HEAD named when it was last looked at. */
  readonly #heads = new WeakMap<Session, string>();
  #failed: FailedRuns = new Set();

  /** @param came told of a moment, and in which log's repository it was */
  constructor(
    sessions: Sessions,
    came: (session: Session, moment: Moment) => void,
    report: (error: unknown) => void,
  ) {
    this.#sessions = sessions;
    this.#came = came;
    this.#report = report;
    this.#disposables = [
      sessions.onDidMoveHistory(() => this.#lookAtHeads()),
      sessions.onDidOpen(() => this.#lookAtHeads()),
      vscode.tasks.onDidEndTaskProcess(({ execution: { task }, exitCode }) =>
        this.#ended(testNameOf(task), exitCode),
      ),
      vscode.window.onDidEndTerminalShellExecution(({ execution, exitCode }) => {
        const line = execution.commandLine.value;
        this.#ended(isTestCommand(line) ? line.trim() : undefined, exitCode);
      }),
    ];
    this.#lookAtHeads();
    this.#followGitExtension().catch(report);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #ended(name: string | undefined, exitCode: number | undefined): void {
    const session = this.#sessions.current;
    if (name === undefined || exitCode === undefined || session === undefined) {
      return;
    }
    const { failed, recovered } = afterRun(this.#failed, name, exitCode);
    this.#failed = failed;
    if (recovered) {
      this.#came(session, { what: 'tests', about: name });
    }
  }

  #lookAtHeads(): void {
    for (const session of isOn('offerMoments') ? this.#sessions.all : []) {
      this.#lookAtHead(session).catch(this.#report);
    }
  }

  /** Where suggestions are on, what was taken back stands among them already. */
  async #lookAtHead(session: Session): Promise<void> {
    const [head, name] = await Promise.all([session.git?.resolve('HEAD'), session.git?.userName()]);
    if (head?.state !== 'ok' || head.value === undefined) {
      return;
    }
    const { sha, subject, authored, author } = head.value;
    const before = this.#heads.get(session);
    this.#heads.set(session, sha);
    const isMine = name?.state === 'ok' && name.value === author;
    const isNew = Math.abs(session.clock.now() - Date.parse(authored)) < justNow;
    const isOther = hasMoved(head.value, before, this.#began);
    const moment = isOther && isMine && isNew && momentOfCommit({ sha, subject });
    if (moment && !(moment.what === 'revert' && isOn('suggestions', session.uriOf(session.log.folder)))) {
      this.#came(session, moment);
    }
  }

  async #followGitExtension(): Promise<void> {
    const api = await gitApi();
    if (api !== undefined) {
      this.#disposables.push(api.onDidOpenRepository((one) => this.#followConflicts(one)));
      for (const repository of api.repositories) {
        this.#followConflicts(repository);
      }
    }
  }

  #followConflicts({ rootUri, state }: GitRepository): void {
    let open: OpenConflict | undefined;
    const look = (): void => {
      const { HEAD, mergeChanges, indexChanges } = state;
      const now = { conflicts: mergeChanges.length, staged: indexChanges.length };
      const seen = watchConflict(open, HEAD?.commit === undefined ? now : { ...now, head: HEAD.commit });
      open = seen.open;
      const session = this.#sessions.all.find(({ root }) => root === rootUri.fsPath);
      if (seen.resolvedBy !== undefined && session !== undefined) {
        this.#resolved(session, seen.resolvedBy).catch(this.#report);
      }
    };
    this.#disposables.push(state.onDidChange(look));
    look();
  }

  async #resolved(session: Session, sha: string): Promise<void> {
    const commit = await session.git?.resolve(sha);
    if (commit?.state === 'ok' && commit.value !== undefined) {
      const { subject } = commit.value;
      this.#came(session, { what: 'conflict', about: subject, commit: { sha, subject } });
    }
  }
}

/** The name of a task that runs tests: one of that group, or whose command says so. */
function testNameOf({ name, group, execution }: vscode.Task): string | undefined {
  const line = execution instanceof vscode.ShellExecution ? (execution.commandLine ?? '') : '';
  return group?.id === vscode.TaskGroup.Test.id || isTestCommand(line) ? name : undefined;
}
