import * as vscode from 'vscode';
import type { ShownNudge } from '../../core/nudges/nudgeState.ts';
import type { CaptureView } from '../capture/captureView.ts';
import type { Thanks } from '../kudos/thanks.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import type { NudgeDesk } from './nudgeDesk.ts';

/** What nudges go by. */
export interface Around {
  readonly sessions: Sessions;
  readonly capture: CaptureView;
  readonly thanks: Thanks;
}

/** What a person is asked and offered. All that it takes is loaded once there is a log, after activation. */
export class Nudges implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #sessions: Sessions;
  readonly #around: Around;
  readonly #output: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;
  #loading: Promise<NudgeDesk> | undefined;
  #offer: ShownNudge | undefined;
  #isLogSeen = false;

  constructor(context: vscode.ExtensionContext, around: Around, output: vscode.LogOutputChannel) {
    const { sessions } = around;
    this.#context = context;
    this.#sessions = sessions;
    this.#around = around;
    this.#output = output;
    this.#disposables = [
      this.#changed,
      sessions.onDidOpen(() => {
        if (sessions.all.length > 0) {
          this.desk().catch((error: unknown) => output.error(String(error)));
        }
      }),
    ];
  }

  /** What is offered in a log's part of the log view today. */
  offerOf(session: Session): ShownNudge | undefined {
    const root = this.#offer?.root ?? this.#sessions.all.find(({ log }) => log.entries.length > 0)?.root;
    return session.root === root ? this.#offer : undefined;
  }

  /** Whether the log view can be seen: nothing is offered in it while it cannot. */
  set isLogSeen(isSeen: boolean) {
    this.#isLogSeen = isSeen;
    if (isSeen) {
      this.#loading?.then(
        (desk) => desk.lookSoon(),
        () => undefined,
      );
    }
  }

  /** What stands behind it. */
  desk(): Promise<NudgeDesk> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  async #load(): Promise<NudgeDesk> {
    const { NudgeDesk } = await import('./nudgeDesk.ts');
    const desk = new NudgeDesk(
      this.#context,
      { ...this.#around, isLogSeen: () => this.#isLogSeen },
      this.#output,
      (offer) => {
        this.#offer = offer;
        this.#changed.fire();
      },
    );
    this.#disposables.push(desk);
    return desk;
  }
}
