import { wordsInUse } from '../../core/log/wordsInUse.ts';
import type { RetroLog } from '../../core/log/retroLog.ts';
import { areasInUse } from '../../core/team/areaOf.ts';
import type { TrendsState } from '../../protocol/trends.ts';
import { inTurns } from './trendsMaker.ts';

const mostWords = 1000;

/** What figures of a part of the log can be about. */
export type Parts = Pick<TrendsState, 'areas' | 'tags'>;

/** The parts that can be chosen of a log, looked up again when it is another one. */
export class TrendsParts {
  #known: (Parts & { readonly of: RetroLog }) | undefined;
  #version = 0;

  /** Others have their turn meanwhile. */
  async of(log: RetroLog): Promise<Parts> {
    if (this.#known?.of === log) {
      const { areas, tags } = this.#known;
      return { areas, tags };
    }
    const version = this.#version;
    const entries = [...log.entries];
    const areas = fitting(await inTurns(areasInUse(entries, log.team)));
    const tags = fitting(wordsInUse(entries, 'tags'));
    this.#known = version === this.#version ? { of: log, areas, tags } : undefined;
    return { areas, tags };
  }

  /** The log may have others now. */
  forget(): void {
    this.#known = undefined;
    this.#version += 1;
  }
}

function fitting(words: readonly string[]): readonly string[] {
  return words.filter((word) => word !== '' && word.length <= 300).slice(0, mostWords);
}
