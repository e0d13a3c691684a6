import type { Files } from '../ports/files.ts';
import { type NudgeState, nothingShown, readNudgeState } from './nudgeState.ts';

const file = 'nudges.json';

/**
 * Keeps what a person was shown, for all windows on this machine. A change is made while no other window can make one,
 * so of several windows that want to ask at the same moment only one does.
 */
export class NudgeStore {
  readonly #files: Files;

  /** @param files of a folder that all windows share */
  constructor(files: Files) {
    this.#files = files;
  }

  /** What was kept last; nothing where it cannot be read. */
  async read(): Promise<NudgeState> {
    const content = await this.#files.read(file);
    return content.state === 'text' ? stateIn(content.text) : nothingShown;
  }

  /**
   * Changes what is kept.
   *
   * @param change given the state as it is at that moment, `undefined` to leave it; may be called more than once
   * @throws RetroError as `Files.update` says; then nothing was changed
   */
  async change(change: (state: NudgeState) => NudgeState | undefined): Promise<void> {
    await this.#files.update(file, (text) => {
      const next = change(text === undefined ? nothingShown : stateIn(text));
      return next === undefined ? undefined : `${JSON.stringify(next)}\n`;
    });
  }
}

function stateIn(text: string): NudgeState {
  try {
    return readNudgeState(JSON.parse(text));
  } catch {
    return nothingShown;
  }
}
