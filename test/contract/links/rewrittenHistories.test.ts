import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { CommitLink } from '../../../src/core/entries/entry.ts';
import { rebasedHistories } from '../../support/history/rebasedHistories.ts';
import type { HistoryKind } from '../../support/history/rewrittenHistory.ts';
import { squashedHistories } from '../../support/history/squashedHistories.ts';
import { formatPage, markdownTable } from './documentedTable.ts';
import { historyOf, noteLinks } from './noteLinks.ts';
import { type Survival, survivalOf } from './survival.ts';

const size = 500;
const seeds = process.env['RETROLOG_LONG'] === '1' ? ['one', 'two', 'three', 'four', 'five'] : ['one'];

/** What a link may be left with, and what it is called on the page. */
const kindsOfLink: readonly { readonly name: string; readonly of: (link: CommitLink) => CommitLink }[] = [
  { name: 'bare hash', of: ({ sha }) => ({ sha }) },
  {
    name: 'author time and subject',
    of: ({ sha, authored, subject }) => ({ sha, authored, subject }) as CommitLink,
  },
  { name: 'patch-id', of: ({ sha, patch, paths }) => ({ sha, patch, paths }) as CommitLink },
  { name: 'whole link', of: (link) => link },
];

interface Measured {
  readonly kind: HistoryKind;
  readonly links: number;
  /** In the order of `kindsOfLink`. */
  readonly survivals: readonly Survival[];
}

async function measure(kind: HistoryKind, seed: string): Promise<Measured> {
  const links: CommitLink[] = [];
  const { repository, truth } = await kind.make(seed, size, async (shas, repository) => {
    links.push(...(await noteLinks(repository, shas)));
  });
  try {
    const reached = new Set(repository.git('rev-list', 'HEAD').split('\n'));
    assert.ok(
      links.every(({ sha }) => !reached.has(sha)),
      'every commit was rewritten',
    );
    assert.ok(
      [...truth.values()].every((sha) => reached.has(sha)),
      'and what it became is there',
    );
    // A teammate's clone: of what was rewritten, nothing is in it.
    const clone = join(repository.base, 'clone');
    repository.git('clone', '--quiet', '--no-local', '--no-checkout', repository.folder, clone);
    const history = historyOf(repository, clone);
    const survivals: Survival[] = [];
    for (const { of } of kindsOfLink) {
      survivals.push(await survivalOf(history, links.map(of), truth));
    }
    return { kind, links: links.length, survivals };
  } finally {
    repository.remove();
  }
}

const percent = (value: number): string => value.toFixed(1);

describe('links in histories of 500 commits that git rewrites', function () {
  this.timeout(seeds.length * 300_000);
  const measured: Measured[] = [];

  for (const kind of [...rebasedHistories, ...squashedHistories]) {
    it(`${kind.name}: at least ${kind.recall} % are found, and at least 99 % of what is found is right`, async () => {
      for (const seed of seeds) {
        const one = await measure(kind, seed);
        measured.push(one);
        const whole = one.survivals.at(-1);
        assert.equal(one.links, size);
        assert.ok((whole?.recall ?? 0) >= kind.recall, `recall ${whole?.recall}`);
        assert.ok((whole?.precision ?? 0) >= 99, `precision ${whole?.precision}`);
      }
    });
  }

  it('find almost nothing with a bare hash (control)', () => {
    for (const { kind, survivals } of measured) {
      assert.ok((survivals[0]?.recall ?? 100) < 1, kind.name);
    }
  });

  it('are what the documentation says', () => {
    const rows = measured.map(({ kind, survivals }) => [
      kind.name,
      ...survivals.map(({ recall, precision }) =>
        recall === 0 ? '0' : `${percent(recall)} / ${percent(precision)}`,
      ),
    ]);
    const table = markdownTable(['history', ...kindsOfLink.map(({ name }) => name)], rows);
    console.log(table);
    // Versions of git differ a little in how they put conflicts together.
    const figures = (text: string): number[] => [...text.matchAll(/\d+\.\d/g)].map(Number);
    for (const [name = '', ...cells] of seeds.length === 1 ? rows : []) {
      const documented = figures(rowOf(name));
      const printed = figures(cells.join(' '));
      assert.equal(documented.length, printed.length, name);
      assert.ok(
        printed.every((figure, index) => Math.abs(figure - (documented[index] ?? 0)) <= 0.5),
        `${name}: ${printed.join(', ')} and not ${documented.join(', ')}`,
      );
    }
  });
});

function rowOf(name: string): string {
  return (
    formatPage()
      .split('\n')
      .find((line) => line.startsWith(`| ${name} |`)) ?? ''
  );
}
