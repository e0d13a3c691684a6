import type { SeededRandom } from '../seededRandom.ts';
import type { InventedCommit } from './inventedCommits.ts';

/** A pull request that is about to be squashed. */
export interface PullRequest {
  readonly number: number;
  /** What its author called it. */
  readonly title: string;
  readonly commits: readonly InventedCommit[];
}

/** The message that hosts propose, each in its own form; some people write their own instead. */
export function squashMessage(random: SeededRandom, request: PullRequest): string {
  const { number, title } = request;
  const share = random.next();
  if (share < 0.6) {
    return onGitHub(request);
  }
  if (share < 0.75) {
    return `${title}\n\nSee merge request shop/shop!${number}\n`;
  }
  if (share < 0.85) {
    const list = request.commits.map(({ subject }) => `* ${subject}\n`).join('\n');
    return `Merged in topic-${number} (pull request #${number})\n\n${title}\n\n${list}`;
  }
  if (share < 0.95) {
    return `Merged PR ${number}: ${title}\n`;
  }
  return `${title}\n`;
}

/** The only commit's own message, or the title and the list of all. */
function onGitHub({ number, title, commits }: PullRequest): string {
  const [only, ...others] = commits;
  if (only !== undefined && others.length === 0) {
    return `${only.subject} (#${number})\n\n${only.body ?? ''}`;
  }
  const list = commits.map(({ subject, body }) => `* ${subject}\n${body === undefined ? '' : `\n${body}\n`}`);
  return `${title} (#${number})\n\n${list.join('\n')}`;
}
