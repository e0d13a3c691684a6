import type { Told } from '../../core/resemblance/failureIndex.ts';
import { type EarlierFailure, longestTold } from '../../protocol/capture.ts';
import type { Draft } from '../../protocol/draft.ts';

/** Milliseconds of quiet before what was typed is looked for. */
const quiet = 150;

/** What of a draft is compared with earlier failures; `undefined` where it is none, or nothing is written yet. */
export function toldIn({ kind, text, tags, code }: Draft): Told | undefined {
  if (kind !== 'failure' || text.trim() === '') {
    return undefined;
  }
  return { text: text.slice(0, longestTold), tags, places: code.map(({ path }) => path) };
}

/** Looks for earlier failures while one is being written, a moment after the last key. */
export class LookBack {
  readonly #ask: (told: Told) => Promise<readonly EarlierFailure[]>;
  readonly #show: (earlier: readonly EarlierFailure[]) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was looked for last. */
  #told = '';

  /** @param show told what was found for the newest draft; nothing where there is nothing to look for */
  constructor(
    ask: (told: Told) => Promise<readonly EarlierFailure[]>,
    show: (earlier: readonly EarlierFailure[]) => void,
  ) {
    this.#ask = ask;
    this.#show = show;
  }

  /** The draft is this now. */
  follow(draft: Draft): void {
    const told = toldIn(draft);
    const key = told === undefined ? '' : JSON.stringify(told);
    if (key === this.#told) {
      return;
    }
    this.#told = key;
    clearTimeout(this.#timer);
    if (told === undefined) {
      this.#show([]);
    } else {
      this.#timer = setTimeout(() => void this.#look(told, key), quiet);
    }
  }

  /** What cannot be looked for is not missed while something is written. */
  async #look(told: Told, key: string): Promise<void> {
    const earlier = await this.#ask(told).catch(() => []);
    if (key === this.#told) {
      this.#show(earlier);
    }
  }
}
