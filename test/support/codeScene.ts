import type { GitRepository } from './gitRepository.ts';
import { cartFile, shopRepository, writeEntry } from './shopRepository.ts';

/** A repository whose log is about its code, by places and by commits. */
export interface CodeScene {
  readonly repository: GitRepository;
  /** Full hash of the commit that made the total round, which the failure links. */
  readonly rounding: string;
}

/** The line that the learning is about; it stood elsewhere when that was written. */
export const movedLine = 'export const ttl = 60;';

/** A shop whose cart was changed by a commit that an entry links, and whose other line an entry names. */
export function codeScene(): CodeScene {
  const repository = shopRepository();
  const rounding = repository.commit('Round the total', {
    [cartFile]: `// The cart.
// Prices are cents.
${movedLine}

export function total(prices: readonly number[]): number {
  const sum = prices.reduce((sum, price) => sum + price, 0);
  return Math.round(sum * 100) / 100;
}
`,
  });
  writeEntry(repository, 'h3k9q2xa', {
    kind: 'failure',
    title: 'Rounding twice lost a cent',
    body: 'The cart and the invoice rounded on their own.\nNow one of them does.',
    date: '2026-03-05',
    commits: [
      { sha: rounding, subject: 'Round the total', authored: '2026-01-05T09:01:00Z', paths: [cartFile] },
    ],
  });
  writeEntry(repository, 'h3k9q2xb', {
    kind: 'learning',
    title: 'Sixty seconds are enough',
    date: '2026-03-06',
    code: [{ path: cartFile, line: 1, text: movedLine }],
  });
  writeEntry(repository, 'h3k9q2xc', {
    kind: 'win',
    title: 'No more floats',
    date: '2026-03-07',
    code: [{ path: cartFile, line: 2, text: 'const price = 1.5;' }],
  });
  repository.commit('Log it');
  return { repository, rounding };
}
