import * as vscode from 'vscode';
import type { BoardHost } from '../../core/board/boardHost.ts';
import { type Brought, bringOnto } from '../../core/board/bringEntries.ts';
import type { GivenEntry } from '../../core/board/given.ts';
import type { Deed } from '../../core/board/intent.ts';
import { namingsLeft } from '../../core/board/namingsLeft.ts';
import { RetroError } from '../../core/retroError.ts';
import type { Naming, Template } from '../../core/templates/template.ts';
import type { PanelFacts } from '../../protocol/boardPanel.ts';
import { EditorFiles } from '../editorFiles.ts';
import type { CommandId } from '../manifestNames.ts';
import type { Session } from '../session.ts';
import { bugsTo } from '../webviewEnds.ts';
import { BoardPage } from './boardPage.ts';
import { MeetingFiles, type MeetingPlace } from '../../node/meeting/meetingFiles.ts';
import { peopleOf } from '../../node/meeting/peopleOf.ts';
import { recoveredText } from '../../node/meeting/recoveredText.ts';
import type { MinutesMemory } from '../../node/meeting/minutesMemory.ts';
import { openBeside, openEntryBeside } from './openBeside.ts';
import type { PageMemory } from './pageMemory.ts';
import type { ShownBoard } from './shownBoard.ts';

/** A board that is shown in a panel, with the file of its minutes. */
export class OpenBoard implements ShownBoard {
  readonly session: Session;
  readonly #panel: vscode.WebviewPanel;
  readonly #host: BoardHost;
  readonly #page: BoardPage;
  /** What its page keeps. */
  readonly memory: PageMemory;
  readonly #files: MeetingFiles;
  readonly #disposables: vscode.Disposable[];
  #people: readonly string[] = [];
  #closing: Promise<void> | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    session: Session,
    host: BoardHost,
    memory: { readonly minutes: MinutesMemory; readonly page: PageMemory },
    output: vscode.LogOutputChannel,
  ) {
    this.session = session;
    this.#panel = panel;
    this.#host = host;
    this.memory = memory.page;
    const onBug = bugsTo(output);
    this.#files = new MeetingFiles(placeOf(session), host, memory.minutes, () => this.#page.tellFacts());
    this.#page = new BoardPage(
      panel.webview,
      host,
      memory.page,
      () => this.#facts(),
      {
        previewMinutes: () => this.#files.preview(),
        closeMeeting: async ({ commit }) => this.#files.closeMeeting((deed) => this.#page.lead(deed), commit),
        keepBoth: () => this.#files.keepBoth(),
        share: () => void vscode.commands.executeCommand('retrolog.shareRetro' satisfies CommandId),
        openMinutes: () => this.#openMinutes(),
        openEntry: (id) => openEntryBeside(session, id),
      },
      onBug,
    );
    const stop = host.onDidChange((board, { deed }) => {
      if (deed.type === 'rename') {
        panel.title = board.meeting.title;
      }
      this.#files.changed(deed.type);
    });
    this.#disposables = [
      new vscode.Disposable(stop),
      new vscode.Disposable(session.log.onDidRead(() => void this.#files.look().catch(onBug))),
    ];
    this.#findPeople().catch(onBug);
    this.#files.open().catch(onBug);
  }

  get panel(): vscode.WebviewPanel {
    return this.#panel;
  }

  /** It was not closed. */
  get isOpen(): boolean {
    return this.#host.board.state === 'open';
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  /** The id of its meeting. */
  get meeting(): string {
    return this.#host.board.meeting.id;
  }

  get template(): Template {
    return this.#host.board.template;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Brings entries onto the board, in the facilitator's name: see `OpenBoards.bring`. */
  bring(entries: readonly GivenEntry[]): Promise<Brought> {
    return bringOnto(this.#host.board, entries, (deed) => this.#page.lead(deed));
  }

  /** What the names on its cards can still become, the present ones first; nothing once somebody has written. */
  get namings(): readonly Naming[] {
    return namingsLeft(this.#host.board);
  }

  /**
   * Says whose names stand on its cards.
   *
   * @throws RetroError `bad-input` where somebody has written meanwhile
   */
  async setNames(names: Naming | undefined): Promise<void> {
    if (names !== undefined && names !== this.#host.board.names) {
      await this.#lead({ type: 'setNames', names });
    }
  }

  /** Writes what is not written yet, and lets the board go. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    vscode.Disposable.from(...this.#disposables).dispose();
    await this.#page.close();
    await this.#files.flush();
    this.#files.rest();
    await this.#host.close();
  }

  async #lead(deed: Deed): Promise<void> {
    const refused = await this.#page.lead(deed);
    if (refused !== undefined) {
      throw new RetroError('bad-input', refused.message);
    }
  }

  #facts(): PanelFacts {
    return {
      people: this.#people,
      minutes: this.#files.state,
      canCommit: this.#files.canCommit,
      recovered: recoveredText(this.#host.damage),
    };
  }

  async #findPeople(): Promise<void> {
    this.#people = await peopleOf(this.session);
    this.#page.tellFacts();
  }

  async #openMinutes(): Promise<void> {
    await this.#files.flush();
    const { path } = this.#files.state;
    if (path !== '') {
      await openBeside(this.session, path);
    }
  }
}

function placeOf({ log, root, clock, staging }: Session): MeetingPlace {
  return { log, files: new EditorFiles(root), clock, staging };
}
