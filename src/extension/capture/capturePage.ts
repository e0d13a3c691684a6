import * as vscode from 'vscode';
import type { CodePlace, CommitLink } from '../../core/entries/entry.ts';
import type { EntryKind } from '../../core/entries/kinds.ts';
import { pageFile } from '../../core/log/logFiles.ts';
import type { Told } from '../../core/resemblance/failureIndex.ts';
import { RetroError } from '../../core/retroError.ts';
import { systemClock } from '../../node/systemClock.ts';
import type { CaptureState, EarlierFailure, Logged, Show, ThankOffer } from '../../protocol/capture.ts';
import {
  type Draft,
  type DraftRecord,
  type EntryChoice,
  emptyDraft,
  isBlank,
  isCodePlace,
  longestList,
} from '../../protocol/draft.ts';
import { placeInEditor } from '../placeInEditor.ts';
import type { Session } from '../session.ts';
import { bugsTo } from '../webviewEnds.ts';
import type { Sessions } from '../sessions.ts';
import { webviewHtml, webviewOptions } from '../webviewHtml.ts';
import { availability } from './availability.ts';
import { captureOffers, noOffers, type Offers } from './captureOffers.ts';
import { type CaptureRpc, captureRpc } from './captureRpc.ts';
import { choiceOf } from './choiceOf.ts';
import { CommitDescriptions } from './commitDescriptions.ts';
import type { DraftStore } from './draftStore.ts';
import { entryDraftOf } from './entryDraftOf.ts';
import { LastLogged } from './lastLogged.ts';
import { type LoggedEntry, logEntry } from './logEntry.ts';
import { missingLinks } from './missingLinks.ts';
import { openDrafts } from './openDrafts.ts';
import { OpenPage } from './openPage.ts';
import { type TakeableEntry, takeable, takeBack } from './takeBack.ts';

const viewId = 'retrolog.capture';
const mostFound = 8;
/** Milliseconds in which changes of the log are gathered before git is asked again. */
const gathering = 200;

/** What stands behind the page of the capture view: the draft, what is offered, and what is logged. */
export class CapturePage implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #sessions: Sessions;
  readonly #onBug: (error: unknown) => void;
  readonly #drafts: DraftStore;
  readonly #descriptions = new CommitDescriptions();
  readonly #disposables: vscode.Disposable[];
  #rpc: CaptureRpc | undefined;
  readonly #page = new OpenPage(async (show) => this.#rpc?.ask('show', show));
  #offers: Offers = noOffers;
  #asking = 0;
  #timer: NodeJS.Timeout | undefined;
  #usedAt: number | undefined;
  /** Whether what is written answers the day's question: then the day's own commits are to hand. */
  #answering = false;
  /** Whom git names for what thanks are about. */
  #toThank: readonly ThankOffer[] = [];
  readonly #last = new LastLogged<TakeableEntry>();
  /** Which log the last suggestion was for, and its commits and entries, which are of that log. */
  #suggested: { readonly session: Session; readonly names: readonly string[] } | undefined;

  constructor(context: vscode.ExtensionContext, sessions: Sessions, output: vscode.LogOutputChannel) {
    this.#extensionUri = context.extensionUri;
    this.#sessions = sessions;
    this.#onBug = bugsTo(output);
    this.#drafts = openDrafts(context, (error) => output.warn(String(error)));
    this.#disposables = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#offer()),
      vscode.window.onDidChangeTextEditorSelection(() => this.#offer()),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#agreementMayChange(uri)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#renewSoon()),
      sessions.onDidChange(() => this.#renewSoon()),
      sessions.onDidMoveHistory(() => {
        this.#descriptions.forget();
        this.#renewSoon();
      }),
      new vscode.Disposable(() => clearTimeout(this.#timer)),
    ];
  }

  /** Fills the view. One that comes after another takes its place. */
  resolve(view: vscode.WebviewView): void {
    view.webview.options = webviewOptions(this.#extensionUri);
    const rpc = this.#connect(view.webview);
    const received = view.webview.onDidReceiveMessage((message: unknown) => rpc.receive(message));
    // A hidden page is gone; when it is shown it begins anew and asks.
    const hidden = view.onDidChangeVisibility(() => (view.visible ? undefined : this.#leave()));
    view.onDidDispose(() => {
      this.#leave();
      rpc.close();
      vscode.Disposable.from(received, hidden).dispose();
    });
    const title = vscode.l10n.t('Log an entry');
    view.webview.html = webviewHtml(view.webview, this.#extensionUri, { name: 'capture', title });
  }

  get usedAt(): number | undefined {
    return this.#usedAt;
  }

  /** As `CaptureView` says; the same holds for `suggest`, `thank` and `answerQuestion`. */
  async reveal(kind?: EntryKind, place?: CodePlace): Promise<void> {
    await this.#show({ ...(kind === undefined ? {} : { kind }), ...(place === undefined ? {} : { place }) });
  }

  async suggest(draft: Draft, session: Session): Promise<void> {
    this.#suggested = { session, names: namesIn(draft) };
    await this.#show({ draft });
  }

  async thank(draft: Draft, session: Session, toThank: readonly ThankOffer[]): Promise<void> {
    this.#toThank = toThank;
    await this.suggest(draft, session);
    this.#offer();
  }

  async answerQuestion(session: Session): Promise<void> {
    this.#answering = true;
    await this.suggest(emptyDraft('learning'), session);
    this.#offer();
  }

  dispose(): void {
    this.#leave();
    this.#rpc?.close();
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #connect(webview: vscode.Webview): CaptureRpc {
    this.#rpc?.close();
    this.#rpc = captureRpc(
      webview,
      {
        open: () => this.#opened(),
        log: (draft) => this.#log(draft),
        takeBack: (id) => this.#takeBack(id),
        searchEntries: (words) => this.#search(words),
        resembling: (told) => this.#resembling(told),
        findCommits: (linked) => this.#findCommits(linked),
        keep: (record) => this.#keep(record),
        openEntry: (id) => this.#openEntry(id),
      },
      this.#onBug,
    );
    return this.#rpc;
  }

  async #opened(): Promise<{ readonly state: CaptureState; readonly record: DraftRecord }> {
    const record = await this.#page.open(this.#drafts.record());
    this.#renewSoon();
    return { state: this.#state(), record };
  }

  #leave(): void {
    this.#page.leave();
    void this.#drafts.flush();
  }

  async #show(show: Show): Promise<void> {
    // Before the focus comes: whoever types at once types into it.
    this.#page.show(show);
    await vscode.commands.executeCommand(`${viewId}.focus`);
  }

  #state(): CaptureState {
    const session = this.#sessions.current;
    const editor = vscode.window.activeTextEditor;
    const place = session && editor && placeInEditor(session, editor);
    const { today, ...offers } = this.#offers;
    const atHand = this.#answering ? Math.max(1, today) : 1;
    return {
      availability: availability(session),
      ...offers,
      toThank: this.#toThank,
      atHand,
      ...(isCodePlace(place) ? { place } : {}),
    };
  }

  #offer(): void {
    if (this.#page.isOpen) {
      this.#rpc?.tell('offer', this.#state());
    }
  }

  #agreementMayChange(uri: vscode.Uri): void {
    const session = this.#sessions.current;
    if (session !== undefined && session.pathOf(uri) === pageFile(session.log.folder, 'agreement')) {
      this.#renewSoon();
    }
  }

  #renewSoon(): void {
    this.#offer();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#renew().catch(this.#onBug);
    }, gathering);
  }

  /** Asks again what there is to offer, and tells it unless it was asked again meanwhile. */
  async #renew(): Promise<void> {
    const session = this.#sessions.current;
    if (!this.#page.isOpen || session === undefined || !vscode.workspace.isTrusted) {
      return;
    }
    const asking = ++this.#asking;
    const offers = await captureOffers(session, systemClock.now());
    if (asking === this.#asking) {
      this.#offers = offers;
      this.#offer();
    }
  }

  async #log(draft: Draft): Promise<Logged> {
    const { session, logged, commits } = await this.#drafts.logging(this.#write(draft));
    this.#answering = false;
    this.#toThank = [];
    this.#usedAt = systemClock.now();
    // A window that ends now must not come back with what is logged.
    void this.#drafts.flush();
    this.#last.set(await takeable(session, logged.id, logged.undo));
    this.#complete(session, logged, commits).catch(this.#onBug);
    this.#renewSoon();
    return { id: logged.id, title: logged.title };
  }

  async #write(draft: Draft) {
    const session = await this.#writableSession(draft);
    const history = session.history && this.#descriptions.of(session);
    const entry = await entryDraftOf(draft, history, this.#descriptions.timeUp());
    return { session, logged: await logEntry(session, entry), commits: entry.commits ?? [] };
  }

  /** What git took too long to say about the commits is written when it is there. The entry may be gone by then. */
  async #complete(
    session: Session,
    { id, path, undo }: LoggedEntry,
    commits: readonly CommitLink[],
  ): Promise<void> {
    try {
      const links = await missingLinks(session, commits, this.#descriptions);
      if (links.length > 0) {
        await this.#last.complete(id, async () => {
          const { paths } = await session.log.apply({ type: 'relink', path, links });
          return paths.length === 0 ? undefined : takeable(session, id, undo);
        });
      }
    } catch (error) {
      if (!(error instanceof RetroError)) {
        throw error;
      }
    }
  }

  #keep(record: DraftRecord): void {
    this.#drafts.keep(record);
    this.#usedAt = isBlank(record.draft) ? this.#usedAt : systemClock.now();
    const shas = record.draft.commits.map((commit) => commit.sha);
    this.#descriptions.prepare(vscode.workspace.isTrusted ? this.#sessions.current : undefined, shas);
  }

  async #writableSession(draft: Draft): Promise<Session> {
    await this.#sessions.open();
    const suggested = this.#suggested;
    const isSuggested =
      suggested !== undefined &&
      this.#sessions.all.includes(suggested.session) &&
      namesIn(draft).some((name) => suggested.names.includes(name));
    const session = isSuggested ? suggested.session : this.#sessions.current;
    if (session === undefined || !vscode.workspace.isTrusted) {
      throw new RetroError(
        'not-trusted',
        vscode.l10n.t('Nothing can be written here. Open a folder that you trust.'),
      );
    }
    return session;
  }

  async #takeBack(id: string): Promise<null> {
    await this.#last.takeBack(id, async (entry) => {
      if (entry === undefined) {
        throw new RetroError('not-found', vscode.l10n.t('Only what was logged last can be taken back here.'));
      }
      await takeBack(entry);
    });
    return null;
  }

  async #search(words: string): Promise<readonly EntryChoice[]> {
    const log = this.#sessions.current?.log;
    const found = words.trim() === '' ? log?.entries : await log?.search(words, mostFound);
    return (found ?? []).slice(0, mostFound).map(choiceOf);
  }

  async #resembling(told: Told): Promise<readonly EarlierFailure[]> {
    const log = this.#sessions.current?.log;
    if (log === undefined) {
      return [];
    }
    const { earlierFailures } = await import('./earlierFailures.ts');
    return earlierFailures(log, told);
  }

  /** The page may be another one by the time a commit is chosen: it is told when it is there. */
  async #findCommits(linked: readonly string[]): Promise<void> {
    const { findCommits } = await import('./findCommits.ts');
    const found = await findCommits(this.#sessions.current, linked);
    if (found !== undefined) {
      this.#toThank = [...this.#toThank, ...found.toThank].slice(-longestList);
      await this.#show({ commits: found.commits });
      this.#offer();
    }
  }

  async #openEntry(id: string): Promise<void> {
    const session = this.#sessions.current;
    const entry = session?.log.withId(id)[0];
    if (session !== undefined && entry !== undefined) {
      await vscode.commands.executeCommand('vscode.open', session.uriOf(entry.path));
    }
  }
}

/** The commits and the entries that a draft names: they tell the log that it belongs to. */
function namesIn({ commits, links }: Draft): readonly string[] {
  return [...commits.map(({ sha }) => sha), ...links.map(({ id }) => id)];
}
