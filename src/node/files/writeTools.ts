import type { FileCalls } from './fileCalls.ts';
import { claimOf } from './ownNames.ts';
import type { Patience } from './patience.ts';
import { thisWriter, type Writer } from './writer.ts';

/** What every step of a write shares. */
export class WriteTools {
  readonly calls: FileCalls;
  readonly patience: Patience;
  readonly writer: Writer = thisWriter();
  /** Claims to locks that could not be let go. Whoever finds such a lock here may take it. */
  readonly abandoned = new Set<string>();
  #claims = 0;

  constructor(calls: FileCalls, patience: Patience) {
    this.calls = calls;
    this.patience = patience;
  }

  /** A claim that nobody ever made. */
  newClaim(): string {
    this.#claims += 1;
    return claimOf(this.writer, this.#claims);
  }
}
