import { DatedList } from '../../src/core/trends/datedList.ts';
import type { CommitFact, HistoryAnswer, HistoryFacts } from '../../src/core/trends/historyFacts.ts';

/** A history of which a test only says what matters to it. */
export function historyOf(
  some: Omit<Partial<HistoryFacts>, 'commits'> & { readonly commits?: readonly Partial<CommitFact>[] },
): HistoryAnswer {
  const { commits = [], ...rest } = some;
  return {
    state: 'ok',
    facts: {
      known: new Map(),
      files: new Map(),
      mentions: [],
      since: '',
      ...rest,
      commits: new DatedList(
        commits.map((commit) => ({ day: '2026-06-28', people: ['ada'], areas: [], ...commit })),
        ({ day }) => day,
      ),
    },
  };
}
