import { append, swap, write } from '../fileEdits.ts';
import { jonas, mara, nina, tomas } from '../people.ts';
import { concluded, done, running, type Story } from '../story.ts';

/** A cache that helped, then hurt, and was understood. */
export const cacheStampede: Story = {
  branches: [
    { name: 'page-cache', merged: '4.4', by: tomas },
    {
      name: 'one-load-at-a-time',
      merged: '8.3',
      by: mara,
      squashed: 'Load a missing page only once at a time',
    },
  ],
  changes: [
    {
      key: 'cache-pages',
      at: '4.2',
      by: mara,
      branch: 'page-cache',
      subject: 'Cache product pages for a minute',
      body: 'The page asks the database for the same 40 plants all day long.',
      edits: [
        write(
          'src/catalogue/cache.ts',
          `interface Kept {
  value: unknown;
  expires: number;
}

const ttl = 60;
const kept = new Map<string, Kept>();

/** Keeps what \`load\` gives for a while. */
export async function cached<T>(key: string, load: () => Promise<T>): Promise<T> {
  const found = kept.get(key);
  if (found !== undefined && found.expires > Date.now()) {
    return found.value as T;
  }
  const value = await load();
  kept.set(key, { value, expires: Date.now() + ttl * 1000 });
  return value;
}
`,
        ),
        swap(
          'src/catalogue/productPage.ts',
          `import { formatPrice } from './price.ts';`,
          `import { cached } from './cache.ts';\nimport { formatPrice } from './price.ts';`,
        ),
        swap(
          'src/catalogue/productPage.ts',
          'await findProduct(id)',
          `await cached('product:' + id, () => findProduct(id))`,
        ),
      ],
    },
    {
      key: 'cache-counts',
      at: '4.3',
      by: mara,
      branch: 'page-cache',
      subject: 'Count what the cache finds and misses',
      edits: [
        write(
          'src/shared/metrics.ts',
          `const counts = new Map<string, number>();

export function count(name: string, by = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

export function metricsPage(): string {
  return [...counts].map(([name, value]) => name + ' ' + value).join('\\n');
}
`,
        ),
        swap(
          'src/catalogue/cache.ts',
          'interface Kept {',
          `import { count } from '../shared/metrics.ts';\n\ninterface Kept {`,
        ),
        swap(
          'src/catalogue/cache.ts',
          '    return found.value as T;',
          `    count('cache.found');\n    return found.value as T;`,
        ),
        swap(
          'src/catalogue/cache.ts',
          '  const value = await load();',
          `  count('cache.missed');\n  const value = await load();`,
        ),
      ],
    },
    {
      key: 'longer-lifetime',
      at: '6.2 11:52',
      by: tomas,
      subject: 'Raise the cache lifetime to ten minutes while we look',
      edits: [swap('src/catalogue/cache.ts', 'const ttl = 60;', 'const ttl = 600;')],
    },
    {
      key: 'jitter',
      at: '6.4',
      by: mara,
      subject: 'Spread cache lifetimes by up to a fifth',
      body: 'Pages that were loaded together no longer expire together.',
      edits: [
        swap('src/catalogue/cache.ts', 'const ttl = 600;', 'const ttl = 60;\nconst spread = 0.2;'),
        swap(
          'src/catalogue/cache.ts',
          'expires: Date.now() + ttl * 1000 });',
          'expires: Date.now() + lifetime() });',
        ),
        append(
          'src/catalogue/cache.ts',
          `function lifetime(): number {
  return ttl * 1000 * (1 - spread * Math.random());
}
`,
        ),
      ],
    },
    {
      key: 'pending-loads',
      at: '8.1',
      by: mara,
      branch: 'one-load-at-a-time',
      subject: 'Remember loads that are under way',
      edits: [
        swap(
          'src/catalogue/cache.ts',
          'const kept = new Map<string, Kept>();',
          'const kept = new Map<string, Kept>();\nconst underWay = new Map<string, Promise<unknown>>();',
        ),
        swap(
          'src/catalogue/cache.ts',
          '  const value = await load();',
          '  const value = await once(key, load);',
        ),
        append(
          'src/catalogue/cache.ts',
          `function once<T>(key: string, load: () => Promise<T>): Promise<T> {
  const running = underWay.get(key) as Promise<T> | undefined;
  if (running !== undefined) {
    return running;
  }
  const promise = load();
  underWay.set(key, promise);
  return promise;
}
`,
        ),
      ],
    },
    {
      key: 'forget-failed-loads',
      at: '8.2',
      by: mara,
      branch: 'one-load-at-a-time',
      subject: 'Forget a load when it ends, also when it fails',
      edits: [
        swap(
          'src/catalogue/cache.ts',
          '  const promise = load();',
          '  const promise = load().finally(() => underWay.delete(key));',
        ),
      ],
    },
    {
      key: 'cold-cache-test',
      at: '9.2',
      by: jonas,
      subject: 'Add a load test that starts with a cold cache',
      edits: [
        write(
          'ops/load/coldCache.ts',
          `/** Asks for the 200 most wanted pages at once, right after a restart. */
const pages = await (await fetch(process.env.SHOP_URL + '/most-wanted?limit=200')).json();
const started = Date.now();
const answers = await Promise.all(pages.map((page: string) => fetch(process.env.SHOP_URL + page)));
const failed = answers.filter((answer) => !answer.ok).length;
console.log(failed + ' of ' + answers.length + ' failed in ' + (Date.now() - started) + ' ms');
process.exitCode = failed > 0 ? 1 : 0;
`,
        ),
      ],
    },
  ],
  entries: [
    {
      kind: 'win',
      title: 'Product pages answer in 40 ms instead of 310',
      at: '4.5',
      by: mara,
      tags: ['performance', 'caching'],
      about: ['cache-pages', 'cache-counts'],
      body: 'Median over two days on the live shop. 94 of 100 pages now come from memory, and the database is down from 210 queries a second to 30.',
    },
    {
      key: 'stampede',
      kind: 'failure',
      title: 'Cache stampede took the shop down for eleven minutes',
      at: '6.2 15:10',
      by: tomas,
      tags: ['caching', 'incident', 'performance'],
      about: ['cache-pages', 'longer-lifetime'],
      code: [['src/catalogue/cache.ts', 'const ttl = 600;']],
      body: `The newsletter went out at 11:30 and everybody opened the same six plants. All of those pages had been loaded in the same second, so all of them expired in the same second, and every visitor's request went to the database at once.

## What we saw

- 11:41 pages time out, 20 of 20 database connections busy
- 11:44 restart of the shop: worse, since the cache was empty now
- 11:52 lifetime raised to ten minutes, pages come back one after the other

## What helped

Nina noticed that the errors came every sixty seconds. Without that we would have looked at the newsletter for another hour.

About 430 visitors got an error page. No order was lost.`,
    },
    {
      key: 'expire-together',
      kind: 'learning',
      title: 'What is loaded together expires together',
      at: '6.3',
      by: mara,
      tags: ['caching'],
      follows: ['stampede'],
      code: [['src/catalogue/cache.ts', 'if (found !== undefined && found.expires > Date.now()) {']],
      body: `A fixed lifetime keeps the rhythm of the first load for ever. A little randomness breaks it:

\`\`\`ts
expires: now + ttl * (1 - 0.2 * Math.random())
\`\`\`

And a restart is the worst case, not the cure: it makes everything expire at the same moment.`,
    },
    {
      kind: 'kudos',
      title: 'Nina saw the sixty-second rhythm',
      at: '6.3',
      by: tomas,
      tags: ['incident'],
      people: [nina],
      follows: ['stampede'],
      body: 'While three of us were reading logs, Nina looked at the graph from two metres away and said “why is it every minute?”. Thank you.',
    },
    {
      kind: 'action',
      title: 'Add jitter to cache lifetimes',
      at: '6.3',
      by: mara,
      tags: ['caching'],
      owner: mara,
      due: '7.2',
      follows: ['expire-together'],
      later: [done('6.4', 'jitter')],
    },
    {
      key: 'jitter-experiment',
      kind: 'experiment',
      title: 'Spread lifetimes keep the database below half its connections',
      at: '6.5',
      by: mara,
      tags: ['caching', 'performance'],
      about: ['jitter'],
      owner: mara,
      timebox: '9.5',
      follows: ['stampede'],
      hypothesis:
        'If lifetimes differ by up to a fifth, a newsletter no longer makes the database busy, because pages expire one after the other.',
      measure:
        'Most database connections in use in the ten minutes after a newsletter. Baseline: 20 of 20. Target: at most 10, in three newsletters.',
      later: [
        running('6.5'),
        concluded(
          '9.4',
          'validated',
          'Three newsletters: 9, 7 and 8 connections. We keep it. The first minute after a restart is still rough, which jitter cannot help.',
        ),
      ],
    },
    {
      kind: 'experiment',
      title: 'One load at a time survives a cold start',
      at: '8.2',
      by: mara,
      tags: ['caching'],
      about: ['pending-loads', 'forget-failed-loads'],
      owner: mara,
      timebox: '10.5',
      follows: ['jitter-experiment'],
      hypothesis:
        'When requests for the same page wait for one load, a restart at noon does not cause an error page.',
      measure:
        'Error pages in the first two minutes after a restart at noon. Baseline: 61. Target: 0, in two restarts.',
      later: [
        running('8.2'),
        concluded(
          '10.3',
          'validated',
          'Two restarts at noon, no error page in either. The longest wait was 1.9 s. The rejected promise that was kept for ever (found by Tomas in review) would have spoiled it.',
        ),
      ],
    },
    {
      kind: 'action',
      title: 'Have a load test that starts with a cold cache',
      at: '8.4',
      by: jonas,
      tags: ['testing', 'performance'],
      owner: jonas,
      due: '10.1',
      follows: ['stampede'],
      later: [done('9.2', 'cold-cache-test')],
    },
  ],
};
