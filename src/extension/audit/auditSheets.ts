import type * as vscode from 'vscode';
import { type AuditSheet, emptySheet, isAuditSheet, newerSheet } from '../../protocol/audit.ts';

const memoryKey = 'retrolog.auditSheets';
/** Milliseconds of quiet before what was typed is written. */
const quiet = 200;

/** Keeps what teams have answered so far in the memory of the workspace: one sheet for each log. */
export class AuditSheets implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #onFailure: (error: unknown) => void;
  readonly #sheets = new Map<string, AuditSheet>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(memory: vscode.Memento, onFailure: (error: unknown) => void) {
    this.#memory = memory;
    this.#onFailure = onFailure;
    for (const [log, sheet] of Object.entries(memory.get<Record<string, unknown>>(memoryKey, {}))) {
      if (isAuditSheet(sheet)) {
        this.#sheets.set(log, sheet);
      }
    }
  }

  /** @param log its root */
  of(log: string): AuditSheet {
    return this.#sheets.get(log) ?? emptySheet(0);
  }

  /** Keeps a sheet, unless a newer one is kept already, and writes it when the typing pauses. */
  keep(log: string, sheet: AuditSheet): void {
    this.#sheets.set(log, newerSheet(this.of(log), sheet));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), quiet);
  }

  /** Writes what is not written yet. */
  dispose(): void {
    if (this.#timer !== undefined) {
      this.#write();
    }
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#memory.update(memoryKey, Object.fromEntries(this.#sheets)).then(undefined, this.#onFailure);
  }
}
