import type { CommitLink } from '../../../src/core/entries/entry.ts';
import type { GradedLink } from '../../../src/core/links/grade.ts';
import type { HistoryOperation } from '../../support/history/historyOperations.ts';
import { LinkScene } from '../../support/history/linkScene.ts';
import { valueOf } from '../git/gitContract.ts';
import { historyOf } from './noteLinks.ts';

/** A link that is left with some of what it carries, and where its entry is. */
export interface KindOfLink {
  /** As the documentation calls it. */
  readonly name: string;
  readonly entry: 'nowhere' | 'alone' | 'with its change';
  /** Whether the commit says itself which entry is about it. */
  readonly marked?: boolean;
  readonly of: (link: CommitLink) => CommitLink;
}

const whole = (link: CommitLink): CommitLink => link;

/** What is tried, from a link of the barest kind to those that the extension writes. */
export const kindsOfLink: readonly KindOfLink[] = [
  { name: 'bare hash', entry: 'nowhere', of: ({ sha }) => ({ sha }) },
  {
    name: 'author time, subject',
    entry: 'nowhere',
    of: ({ sha, ...link }) => ({ sha, ...pick(link, 'authored', 'subject') }),
  },
  {
    name: 'patch-id',
    entry: 'nowhere',
    of: ({ sha, ...link }) => ({ sha, ...pick(link, 'patch', 'paths') }),
  },
  {
    name: 'patch-id of the branch',
    entry: 'nowhere',
    of: ({ sha, ...link }) => ({ sha, ...pick(link, 'range', 'paths') }),
  },
  {
    name: 'subject',
    entry: 'nowhere',
    of: ({ sha, ...link }) => ({ sha, ...pick(link, 'subject', 'paths') }),
  },
  {
    name: '`Change-Id`',
    entry: 'nowhere',
    marked: true,
    of: ({ sha, ...link }) => ({ sha, ...pick(link, 'change') }),
  },
  { name: '`Retro:` line', entry: 'alone', marked: true, of: ({ sha }) => ({ sha }) },
  {
    name: 'entry in the commit',
    entry: 'with its change',
    of: ({ sha, ...link }) => ({ sha, ...pick(link, 'paths') }),
  },
  { name: 'whole link', entry: 'alone', of: whole },
  { name: 'whole link, entry in the commit', entry: 'with its change', of: whole },
];

/** A link after an operation, and whether it was led to another commit than the one that holds its change. */
export interface Outcome {
  readonly kind: KindOfLink;
  readonly graded: GradedLink;
  readonly wrong: boolean;
}

/** Does an operation and says what became of every kind of link, as a teammate's clone sees it. */
export async function linksThrough({ run }: HistoryOperation): Promise<readonly Outcome[]> {
  const outcomes = new Map<KindOfLink, Outcome>();
  for (const marked of [false, true]) {
    for (const withChange of [false, true]) {
      const kinds = kindsOfLink.filter(
        (kind) => (kind.marked === true) === marked && (kind.entry === 'with its change') === withChange,
      );
      for (const outcome of await outcomesOf(run, kinds, marked, withChange)) {
        outcomes.set(outcome.kind, outcome);
      }
    }
  }
  return kindsOfLink.flatMap((kind) => outcomes.get(kind) ?? []);
}

async function outcomesOf(
  run: HistoryOperation['run'],
  kinds: readonly KindOfLink[],
  marked: boolean,
  withChange: boolean,
): Promise<readonly Outcome[]> {
  if (kinds.length === 0) {
    return [];
  }
  const scene = new LinkScene({ marked });
  try {
    const { repository, linked, id, entryPath } = scene;
    const link = valueOf(await historyOf(repository).describe(linked)) ?? { sha: linked };
    if (withChange) {
      scene.commitEntryWithItsChange(link);
    }
    const now = run(scene);
    if (!withChange) {
      scene.commitEntryAlone(link);
    }
    scene.useTheSameWordsAgain();
    const asked = kinds.map((kind) => ({
      ...(kind.entry === 'nowhere'
        ? { id: 'k0000000', path: 'retro/entries/none.md' }
        : { id, path: entryPath }),
      link: kind.of(link),
    }));
    const { links } = valueOf(await historyOf(repository, scene.clone()).grade(asked));
    return kinds.flatMap((kind, index) => {
      const graded = links[index];
      return graded === undefined
        ? []
        : [{ kind, graded, wrong: graded.now !== undefined && graded.now !== now }];
    });
  } finally {
    scene.remove();
  }
}

function pick<T extends object, K extends keyof T>(from: T, ...keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((key) => key in from).map((key) => [key, from[key]])) as Pick<T, K>;
}
