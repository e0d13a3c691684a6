import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Entry } from '../core/entries/entry.ts';
import { RetroLog } from '../core/log/retroLog.ts';
import type { CodeHistory } from '../core/ports/codeHistory.ts';
import type { Git, Staging } from '../core/ports/git.ts';
import type { History } from '../core/ports/history.ts';
import type { Versions } from '../core/ports/versions.ts';
import { cryptoIds } from '../node/cryptoIds.ts';
import type { Located } from '../node/locateLog.ts';
import { systemClock } from '../node/systemClock.ts';
import { EditorFiles } from './editorFiles.ts';
import { SessionLinks } from './links/sessionLinks.ts';
import type { Repository } from './openRepository.ts';

/** One log that is open in this window, and what belongs to it. */
export class Session {
  /** Absolute path of the repository's root. */
  readonly root: string;
  readonly log: RetroLog;
  /** Absent in a workspace that is not trusted: then git is never run. */
  readonly git: Git | undefined;
  readonly history: History | undefined;
  readonly code: CodeHistory | undefined;
  readonly versions: Versions | undefined;
  readonly staging: Staging | undefined;
  readonly links = new SessionLinks();
  readonly clock = systemClock;
  readonly #logged = new vscode.EventEmitter<void>();
  /** Fires when this person has logged something in this window. */
  readonly onDidLog = this.#logged.event;
  #entries: readonly Entry[] | undefined;

  constructor(located: Located, repository: Repository | undefined) {
    this.root = located.root;
    this.git = repository?.git;
    this.history = repository?.history;
    this.code = repository?.code;
    this.versions = repository?.versions;
    this.staging = repository?.staging;
    this.log = new RetroLog(
      {
        files: new EditorFiles(located.root),
        clock: this.clock,
        ids: cryptoIds,
        versions: this.versions,
      },
      located.folder,
    );
    const forget = () => {
      this.#entries = undefined;
    };
    this.log.onDidChange(forget);
    this.links.onDidChange(forget);
  }

  /** The entries of the log, newest first, with the commits whose messages name them among their own. */
  get entries(): readonly Entry[] {
    this.#entries ??= this.log.entries.map((entry) => this.links.withNaming(entry));
    return this.#entries;
  }

  /** Tells that this person has logged something. */
  tellLogged(): void {
    this.#logged.fire();
  }

  /** The name that tells this log from another in the same window. */
  get name(): string {
    return this.log.team.team ?? path.basename(this.root);
  }

  uriOf(pathInRoot: string): vscode.Uri {
    return vscode.Uri.file(path.join(this.root, pathInRoot));
  }

  /** The POSIX path of a file from the root; `undefined` for one that is elsewhere. */
  pathOf(uri: vscode.Uri): string | undefined {
    if (uri.scheme !== 'file') {
      return undefined;
    }
    const relative = path.relative(this.root, uri.fsPath);
    return relative === '' || relative.startsWith('..') || path.isAbsolute(relative)
      ? undefined
      : relative.split(path.sep).join('/');
  }
}
