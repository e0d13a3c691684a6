import type { GitAnswer } from '../ports/git.ts';
import type { History, WalkedCommit } from '../ports/history.ts';
import type { Cancellation } from '../ports/cancellation.ts';
import { type CommitWords, commitWords, type FileQuestion, matchesCommit } from './commitWords.ts';

/** Takes what was found so far, whenever there is more. */
export type TakeFound = (found: readonly WalkedCommit[]) => void;

/** So many commits are shown without words: a page to choose from. */
const firstPage = 100;
/** As many commits as are found by words: more are a reason to type another one. */
export const mostFound = 200;
const mostByFile = 50;

interface Question {
  readonly words: CommitWords;
  readonly most: number;
  readonly found: WalkedCommit[];
  readonly take: TakeFound;
}

/**
 * Finds commits in the history of HEAD by words. What was read once is looked through again for other words, and
 * history is read on only while the words that were asked last want more.
 */
export class CommitFinder {
  readonly #history: Pick<History, 'walk'>;
  readonly #read: WalkedCommit[] = [];
  readonly #stop = { aborted: false };
  #isWhole = false;
  #reading: Promise<GitAnswer<number>> | undefined;
  #question: Question | undefined;

  constructor(history: Pick<History, 'walk'>) {
    this.#history = history;
  }

  /**
   * Finds commits by subject, author and the beginning of their hash, newest first. Asking again ends the search
   * before: it takes nothing more.
   *
   * @param take called at once with what is in the part that was read already
   * @returns when all was found that is shown; `failed` where history could not be read
   */
  async find(typed: string, take: TakeFound): Promise<GitAnswer<void>> {
    const words = commitWords(typed);
    const question: Question = { words, most: words.length === 0 ? firstPage : mostFound, found: [], take };
    this.#question = question;
    this.#answer(question, this.#read, true);
    while (this.#wants(question) && !this.#isWhole) {
      this.#reading ??= this.#readOn();
      const answer = await this.#reading;
      this.#reading = undefined;
      if (answer.state !== 'ok') {
        return this.#stop.aborted ? { state: 'ok', value: undefined } : answer;
      }
    }
    return { state: 'ok', value: undefined };
  }

  /** Finds commits that touch a file, newest first, until it is told to stop. */
  async findByFile(
    { touching, words }: FileQuestion,
    take: TakeFound,
    cancellation: Cancellation,
  ): Promise<GitAnswer<void>> {
    const found: WalkedCommit[] = [];
    const answer = await this.#history.walk(
      { touching },
      (commits) => {
        found.push(...commits.filter((commit) => matchesCommit(commit, words)));
        if (!cancellation.aborted) {
          take(found.slice(0, mostByFile));
        }
        return !cancellation.aborted && found.length < mostByFile;
      },
      cancellation,
    );
    return answer.state === 'ok' || cancellation.aborted ? { state: 'ok', value: undefined } : answer;
  }

  /** Ends every search. */
  close(): void {
    this.#question = undefined;
    this.#stop.aborted = true;
  }

  #wants(question: Question): boolean {
    return this.#question === question && question.found.length < question.most && !this.#stop.aborted;
  }

  /** What has been read is passed over, and history is read from where that began: HEAD may be elsewhere by now. */
  async #readOn(): Promise<GitAnswer<number>> {
    const from = this.#read[0]?.sha;
    let known = this.#read.length;
    let isEnough = false;
    const walked = await this.#history.walk(
      from === undefined ? {} : { from },
      (commits) => {
        const more = commits.slice(known);
        known = Math.max(0, known - commits.length);
        this.#read.push(...more);
        if (this.#question !== undefined) {
          this.#answer(this.#question, more, false);
        }
        isEnough = this.#question === undefined || !this.#wants(this.#question);
        return !isEnough;
      },
      this.#stop,
    );
    this.#isWhole = walked.state === 'ok' && !isEnough;
    return walked;
  }

  #answer(question: Question, commits: readonly WalkedCommit[], isFirst: boolean): void {
    const { words, most, found, take } = question;
    const before = found.length;
    for (const commit of commits) {
      if (found.length >= most) {
        break;
      }
      if (matchesCommit(commit, words)) {
        found.push(commit);
      }
    }
    if (found.length > before || isFirst) {
      take([...found]);
    }
  }
}
