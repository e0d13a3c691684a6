import { move, swap, write } from '../fileEdits.ts';
import { jonas, kofi, mara, priya } from '../people.ts';
import { done, type Story } from '../story.ts';

/** The stampede comes back in another cache, half a year later. */
export const secondStampede: Story = {
  changes: [
    {
      key: 'keep-suggestions',
      at: '29.4',
      by: kofi,
      subject: 'Keep search suggestions in memory',
      pulled: true,
      edits: [
        write(
          'database/016-words.sql',
          `create table words (word text primary key);
`,
        ),
        write(
          'src/search/suggestions.ts',
          `import { query } from '../shared/database.ts';

const lifetime = 5 * 60 * 1000;
const suggestions = new Map<string, { words: string[]; until: number }>();

export async function suggest(start: string): Promise<string[]> {
  const known = suggestions.get(start);
  if (known !== undefined && known.until > Date.now()) {
    return known.words;
  }
  const rows = await query<{ word: string }>('select word from words where word like $1 limit 8', [start + '%']);
  const words = rows.map((row) => row.word);
  suggestions.set(start, { words, until: Date.now() + lifetime });
  return words;
}
`,
        ),
      ],
    },
    {
      key: 'suggestions-off',
      at: '31.2 18:20',
      by: priya,
      subject: 'Turn suggestions off until the database has recovered',
      edits: [
        swap(
          'src/search/suggestions.ts',
          'export async function suggest(start: string): Promise<string[]> {',
          `export async function suggest(start: string): Promise<string[]> {
  if (process.env.SUGGESTIONS === 'off') {
    return [];
  }`,
        ),
      ],
    },
    {
      key: 'shared-cache',
      at: '32.2',
      by: mara,
      subject: 'Move the cache to shared and use it for suggestions too',
      body: 'One cache with spread lifetimes and one load at a time, instead of three that each learn it the hard way.',
      pulled: true,
      edits: [
        move('src/catalogue/cache.ts', 'src/shared/cache.ts'),
        swap('src/shared/cache.ts', `'../shared/metrics.ts'`, `'./metrics.ts'`),
        swap(
          'src/catalogue/productPage.ts',
          `import { cached } from './cache.ts';`,
          `import { cached } from '../shared/cache.ts';`,
        ),
        write(
          'src/search/suggestions.ts',
          `import { cached } from '../shared/cache.ts';
import { query } from '../shared/database.ts';

export function suggest(start: string): Promise<string[]> {
  return cached('suggest:' + start, async () => {
    const rows = await query<{ word: string }>('select word from words where word like $1 limit 8', [start + '%']);
    return rows.map((row) => row.word);
  });
}
`,
        ),
      ],
    },
    {
      key: 'cache-limit',
      at: '48.2',
      by: kofi,
      subject: 'Let the cache hold at most 5,000 things',
      pulled: true,
      edits: [
        swap('src/shared/cache.ts', 'const spread = 0.2;', 'const spread = 0.2;\nconst most = 5000;'),
        swap(
          'src/shared/cache.ts',
          '  kept.set(key, {',
          `  if (kept.size >= most) {
    kept.delete(kept.keys().next().value ?? '');
  }
  kept.set(key, {`,
        ),
      ],
    },
  ],
  entries: [
    {
      key: 'second-stampede',
      kind: 'failure',
      title: 'Search suggestions stampeded just as the pages had',
      at: '31.2 19:05',
      by: priya,
      tags: ['caching', 'search', 'incident'],
      about: ['keep-suggestions', 'suggestions-off'],
      code: [['src/search/suggestions.ts', 'const lifetime = 5 * 60 * 1000;']],
      follows: ['expire-together'],
      body: 'At 18:05 every suggestion expired in the same second and the database was busy for four minutes. The same story as six months ago, in a cache that was written by hand next door. We turned suggestions off and people could still search.',
    },
    {
      kind: 'learning',
      title: 'A lesson kept in one file does not reach the next one',
      at: '31.3',
      by: mara,
      tags: ['caching', 'ways-of-working'],
      follows: ['second-stampede', 'expire-together'],
      body: 'We knew all about stampedes and had it written down, in an entry and in a comment. Kofi could not know that there was a cache worth reading. A thing that everybody should do the same way belongs where everybody finds it: in the code that they call.',
    },
    {
      kind: 'action',
      title: 'One cache for all, in the shared folder',
      at: '31.3',
      by: mara,
      tags: ['caching'],
      owner: mara,
      due: '33.1',
      follows: ['second-stampede'],
      later: [done('32.2', 'shared-cache')],
    },
    {
      kind: 'kudos',
      title: 'Kofi told the story of his own incident at the demo',
      at: '31.5',
      by: priya,
      tags: ['incident', 'safety'],
      people: [kofi],
      follows: ['second-stampede'],
      body: 'With the graph, without excuses, and with a slide called “what I would have liked to find”. Two people from another team asked for it afterwards.',
    },
    {
      kind: 'win',
      title: 'Three hand-made caches became one',
      at: '32.3',
      by: kofi,
      tags: ['caching'],
      about: ['shared-cache'],
      code: [['src/shared/cache.ts', 'export async function cached<T>']],
      body: 'Pages, suggestions and opening hours now go through the same forty lines. The cold start test covers all of them.',
    },
    {
      kind: 'learning',
      title: 'A cache without a limit is a leak with a good name',
      at: '48.2',
      by: kofi,
      tags: ['caching', 'performance'],
      with: 'cache-limit',
      code: [['src/shared/cache.ts', 'const most = 5000;']],
      body: 'Memory grew by 40 MB a day and nobody called it a leak, since “that is only the cache”. Every half-typed search word was kept until the next restart.',
    },
    {
      kind: 'action',
      title: 'Show the size of the cache on the dashboard',
      at: '48.3',
      by: kofi,
      tags: ['caching', 'observability'],
      owner: jonas,
      due: '50.3',
    },
  ],
};
