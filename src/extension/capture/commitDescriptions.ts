import type { CommitLink } from '../../core/entries/entry.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { History } from '../../core/ports/history.ts';
import type { Session } from '../session.ts';

type Description = Promise<GitAnswer<CommitLink | undefined>>;

/** Milliseconds that saving an entry waits for what is not known yet of its commits. */
const patience = 1500;

/**
 * Describes the commits that are chosen for an entry while the person is still writing, so that saving it waits for
 * nothing.
 */
export class CommitDescriptions {
  #session: Session | undefined;
  readonly #told = new Map<string, Description>();

  /** Begins to describe commits. Never rejects. */
  prepare(session: Session | undefined, shas: readonly string[]): void {
    if (session?.history !== undefined) {
      const history = this.of(session);
      shas.forEach((sha) => void history.describe(sha));
    }
  }

  /** The history of a log, as far as commits are described by it: each of them once. */
  of(session: Session): Pick<History, 'describe'> {
    if (this.#session !== session) {
      this.#session = session;
      this.forget();
    }
    return {
      describe: (sha) => {
        const told = this.#told.get(sha) ?? this.#describe(session, sha);
        this.#told.set(sha, told);
        return told;
      },
    };
  }

  /** Forgets what is known: the repository has moved on. */
  forget(): void {
    this.#told.clear();
  }

  /** Resolves when saving has waited long enough. */
  timeUp(): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(resolve, patience).unref();
    });
  }

  async #describe({ history }: Session, sha: string): Description {
    try {
      const answer = await history?.describe(sha);
      if (answer?.state !== 'ok') {
        // It may be asked again.
        this.#told.delete(sha);
      }
      return answer ?? { state: 'noRepository' };
    } catch (error) {
      this.#told.delete(sha);
      return { state: 'failed', reason: String(error) };
    }
  }
}
