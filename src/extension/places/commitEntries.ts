import type * as vscode from 'vscode';
import { type EntriesByCommit, entriesByCommit } from '../../core/code/entriesByCommit.ts';
import type { CommitLink } from '../../core/entries/entry.ts';
import { entryLinks } from '../../core/links/entryLinks.ts';
import type { Session } from '../session.ts';

interface Known {
  byCommit: EntriesByCommit | undefined;
  /** The commits that links mean today, where these are others; by entry and hash. */
  meant: ReadonlyMap<string, string>;
  /** The links that `meant` is about, or is going to be. */
  graded: string | undefined;
  stop: AbortController | undefined;
}

/**
 * Knows which entries a commit is about, also where history was rewritten since they were linked: that is found out
 * in the background, and told when it is known.
 */
export class CommitEntries implements vscode.Disposable {
  readonly #known = new Map<Session, Known>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** As far as it is known by now. */
  of(session: Session): EntriesByCommit {
    const known = this.#known.get(session) ?? {
      byCommit: undefined,
      meant: new Map(),
      graded: undefined,
      stop: undefined,
    };
    this.#known.set(session, known);
    if (known.byCommit === undefined) {
      known.byCommit = entriesByCommit(session.log.entries, (entry, link) =>
        known.meant.get(keyOf(entry.path, link)),
      );
      void this.#grade(session, known);
    }
    return known.byCommit;
  }

  /** The log has changed. */
  forget(): void {
    for (const known of this.#known.values()) {
      known.byCommit = undefined;
    }
  }

  /** HEAD may have moved, and with it what links mean. */
  doubt(): void {
    for (const known of this.#known.values()) {
      known.byCommit = undefined;
      known.graded = undefined;
    }
  }

  dispose(): void {
    for (const { stop } of this.#known.values()) {
      stop?.abort();
    }
  }

  async #grade(session: Session, known: Known): Promise<void> {
    const links = entryLinks(session.log.entries);
    const graded = links.map(({ path, link }) => keyOf(path, link)).join('\n');
    if (graded === known.graded || graded === '') {
      return;
    }
    known.stop?.abort();
    const stop = new AbortController();
    Object.assign(known, { graded, stop });
    const answer = await session.history?.grade(links, { cancellation: stop.signal });
    // Where it cannot be told, links mean what they say.
    if (answer?.state !== 'ok' || stop.signal.aborted) {
      return;
    }
    const others = answer.value.links.flatMap(({ path, link, now }) =>
      now === undefined || now === link.sha ? [] : [[keyOf(path, link), now] as const],
    );
    if (String(others) !== String([...known.meant])) {
      Object.assign(known, { meant: new Map(others), byCommit: undefined });
      this.#changed();
    }
  }
}

function keyOf(path: string, link: CommitLink): string {
  return `${link.sha} ${path}`;
}
