import * as vscode from 'vscode';
import type { CodePlace } from '../../core/entries/entry.ts';
import type { EntryKind } from '../../core/entries/kinds.ts';
import type { ThankOffer } from '../../protocol/capture.ts';
import type { Draft } from '../../protocol/draft.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import type { CapturePage } from './capturePage.ts';

/** The view in the side bar where entries are written. What stands behind it is loaded when it is first opened. */
export class CaptureView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #load: () => Promise<CapturePage>;
  readonly #disposables: vscode.Disposable[];
  #page: Promise<CapturePage> | undefined;
  #loaded: CapturePage | undefined;

  constructor(context: vscode.ExtensionContext, sessions: Sessions, output: vscode.LogOutputChannel) {
    this.#load = async () => {
      const { CapturePage } = await import('./capturePage.ts');
      const page = new CapturePage(context, sessions, output);
      this.#disposables.push(page);
      this.#loaded = page;
      return page;
    };
    this.#disposables = [vscode.window.registerWebviewViewProvider('retrolog.capture', this)];
  }

  async resolveWebviewView(
    view: vscode.WebviewView,
    _context: vscode.WebviewViewResolveContext,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const page = await this.#behind();
    if (!token.isCancellationRequested) {
      page.resolve(view);
    }
  }

  /** Brings the view to the front with the text focused, and puts the kind and the place into the draft. */
  async reveal(kind?: EntryKind, place?: CodePlace): Promise<void> {
    const page = await this.#behind();
    await page.reveal(kind, place);
  }

  /** Brings the view to the front with an entry that was suggested, ready to be changed and logged. */
  async suggest(draft: Draft, session: Session): Promise<void> {
    const page = await this.#behind();
    await page.suggest(draft, session);
  }

  /** The same for thanks, with those who are offered to be thanked. */
  async thank(draft: Draft, session: Session, toThank: readonly ThankOffer[]): Promise<void> {
    const page = await this.#behind();
    await page.thank(draft, session, toThank);
  }

  /** Brings the view to the front for the answer to the day's question. */
  async answerQuestion(session: Session): Promise<void> {
    const page = await this.#behind();
    await page.answerQuestion(session);
  }

  /** When something was last written here, in milliseconds since the epoch. */
  get usedAt(): number | undefined {
    return this.#loaded?.usedAt;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #behind(): Promise<CapturePage> {
    this.#page ??= this.#load();
    return this.#page;
  }
}
