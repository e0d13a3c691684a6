import type { EntryDraft } from '../../src/core/entries/draft.ts';
import { entryPath } from '../../src/core/format/entryPath.ts';
import { printEntry } from '../../src/core/format/printEntry.ts';
import { GitRepository } from './gitRepository.ts';

/** The file that tests of the editor open. */
export const cartFile = 'src/cart.ts';

const cart = `export const ttl = 60;

export function total(prices: readonly number[]): number {
  return prices.reduce((sum, price) => sum + price, 0);
}
`;

/** A small repository with one commit and the identity of its user, so that a test can write a log into it. */
export function shopRepository(): GitRepository {
  const repository = new GitRepository();
  repository.git('config', 'user.name', 'Ada Lovelace');
  repository.git('config', 'user.email', 'ada@example.com');
  repository.commit('Cache product pages', { [cartFile]: cart });
  return repository;
}

/** Writes one entry as a teammate's commit would bring it, and returns its path. */
export function writeEntry(
  repository: GitRepository,
  id: string,
  draft: EntryDraft & { readonly date: string },
): string {
  const path = entryPath('retro', draft.date, draft.title, id);
  repository.write(path, printEntry(id, draft));
  return path;
}
