import { append, below, swap, write } from '../fileEdits.ts';
import { elif, kofi, mara, nina, priya } from '../people.ts';
import { concluded, done, dropped, running, type Story } from '../story.ts';

/** What people type, what they meant, and an idea that everybody liked and that was wrong. */
export const searchRelevance: Story = {
  branches: [
    { name: 'synonyms', merged: '8.4', by: mara },
    {
      name: 'rank-by-sales',
      merged: '20.2',
      by: nina,
      squashed: 'Rank search results by what sells',
      key: 'rank-by-sales',
    },
    { name: 'typos', merged: '36.1', by: kofi },
    { name: 'try-vectors' },
  ],
  changes: [
    {
      key: 'log-empty',
      at: '4.4',
      by: priya,
      subject: 'Write down searches that find nothing',
      edits: [
        write(
          'database/011-empty-searches.sql',
          `create table empty_searches (words text not null, day date not null);
`,
        ),
        write(
          'src/search/emptySearches.ts',
          `import { query } from '../shared/database.ts';

/** Keeps only the words, never who typed them. */
export async function rememberEmpty(words: string[]): Promise<void> {
  await query('insert into empty_searches (words, day) values ($1, current_date)', [words.join(' ')]);
}
`,
        ),
      ],
    },
    {
      key: 'synonyms',
      at: '8.1',
      by: priya,
      branch: 'synonyms',
      subject: 'Find plants by the names that people use',
      edits: [
        write(
          'src/search/synonyms.ts',
          `const synonyms: Record<string, string> = {
  'swiss cheese plant': 'monstera',
  'snake plant': 'sansevieria',
  'money plant': 'pilea',
};

export function withSynonyms(text: string): string {
  let result = text.toLowerCase();
  for (const [said, meant] of Object.entries(synonyms)) {
    result = result.replace(said, meant);
  }
  return result;
}
`,
        ),
        swap(
          'src/search/search.ts',
          `import { tokenize } from './tokenize.ts';`,
          `import { withSynonyms } from './synonyms.ts';\nimport { tokenize } from './tokenize.ts';`,
        ),
        swap('src/search/search.ts', 'tokenize(text)', 'tokenize(withSynonyms(text))'),
      ],
    },
    {
      key: 'more-synonyms',
      at: '8.3',
      by: priya,
      branch: 'synonyms',
      subject: 'Add the twenty names that were searched most',
      edits: [
        below(
          'src/search/synonyms.ts',
          `  'money plant': 'pilea',`,
          `  "mother-in-law's tongue": 'sansevieria',\n  'devil ivy': 'epipremnum',\n  'peace lily': 'spathiphyllum',\n  'rubber tree': 'ficus elastica',`,
        ),
      ],
    },
    {
      key: 'sales-column',
      at: '19.2',
      by: priya,
      branch: 'rank-by-sales',
      subject: 'Read how often a product was sold in the last month',
      edits: [
        swap(
          'src/catalogue/products.ts',
          '  stock: number;\n',
          '  stock: number;\n  soldLastMonth?: number;\n',
        ),
      ],
    },
    {
      key: 'sales-score',
      at: '19.4',
      by: priya,
      branch: 'rank-by-sales',
      subject: 'Add the sales to the score of a hit',
      edits: [
        swap(
          'src/search/search.ts',
          'return words.filter((word) => name.includes(word)).length;',
          'const matches = words.filter((word) => name.includes(word)).length;\n  return matches === 0 ? 0 : matches + Math.log10(1 + (product.soldLastMonth ?? 0));',
        ),
      ],
    },
    { key: 'unrank', at: '24.1', by: priya, subject: '', reverts: 'rank-by-sales' },
    {
      key: 'exact-first',
      at: '26.2',
      by: priya,
      subject: 'Put plants whose name begins with the search first',
      pulled: true,
      edits: [
        swap(
          'src/search/search.ts',
          'return words.filter((word) => name.includes(word)).length;',
          'const matches = words.filter((word) => name.includes(word)).length;\n  return name[0] === words[0] ? matches + 1 : matches;',
        ),
      ],
    },
    {
      key: 'typos',
      at: '35.2',
      by: priya,
      branch: 'typos',
      subject: 'Forgive one wrong letter in words of five or more',
      edits: [
        write(
          'src/search/nearWord.ts',
          `/** Whether two words differ by one letter at most: changed, added or left out. */
export function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 5) {
    return a === b;
  }
  let same = 0;
  while (same < a.length && a[same] === b[same]) {
    same++;
  }
  return [
    [1, 1],
    [1, 0],
    [0, 1],
  ].some(([x = 0, y = 0]) => a.slice(same + x) === b.slice(same + y));
}
`,
        ),
        swap(
          'src/search/search.ts',
          `import { withSynonyms }`,
          `import { isNear } from './nearWord.ts';\nimport { withSynonyms }`,
        ),
        swap(
          'src/search/search.ts',
          'words.filter((word) => name.includes(word)).length',
          'words.filter((word) => name.some((part) => isNear(part, word))).length',
        ),
      ],
    },
    {
      key: 'typos-tests',
      at: '35.4',
      by: kofi,
      branch: 'typos',
      subject: 'Try the hundred commonest typos',
      edits: [
        append(
          'src/search/search.test.ts',
          `test.each(['monstrea fern', 'bosten', 'bostn', 'bostonn'])('forgives %s', (typo) => {
  expect(search([fern, pot], typo)).toEqual([fern]);
});
`,
        ),
      ],
    },
    {
      key: 'vectors',
      at: '44.3',
      by: kofi,
      branch: 'try-vectors',
      subject: 'Try to find plants by what they look like',
      edits: [
        write(
          'src/search/looksLike.ts',
          `/** Not used yet: distance between two descriptions, as counted words. */
export function distance(a: Map<string, number>, b: Map<string, number>): number {
  let sum = 0;
  for (const [word, count] of a) {
    sum += count * (b.get(word) ?? 0);
  }
  return 1 - sum / (length(a) * length(b));
}

function length(words: Map<string, number>): number {
  return Math.hypot(...words.values());
}
`,
        ),
      ],
    },
    {
      key: 'umlauts',
      at: '50.2',
      by: elif,
      subject: 'Find “löwenmaul” when somebody types “loewenmaul”',
      pulled: true,
      edits: [
        swap(
          'src/search/tokenize.ts',
          'return text.toLowerCase()',
          `return text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)
    `,
        ),
      ],
    },
  ],
  entries: [
    {
      key: 'empty-searches',
      kind: 'learning',
      title: 'One search in five finds nothing, and we never looked',
      at: '5.2',
      by: priya,
      tags: ['search', 'customers'],
      about: ['log-empty'],
      code: [['src/search/emptySearches.ts', 'rememberEmpty']],
      body: 'In the first three days: 412 of 2,030. Half of them are names that people really use and that our supplier does not. “Swiss cheese plant” alone came 37 times; we have eleven monsteras.',
    },
    {
      kind: 'experiment',
      title: 'Everyday names halve the empty searches',
      at: '8.1',
      by: priya,
      tags: ['search'],
      about: ['synonyms'],
      owner: priya,
      timebox: '11.1',
      follows: ['empty-searches'],
      hypothesis:
        'If a search knows the thirty names that people use most, half of the empty searches find something.',
      measure: 'Share of searches that find nothing, over two weeks. Baseline: 20.3 %. Target: at most 10 %.',
      later: [
        running('8.4'),
        concluded(
          '10.5',
          'validated',
          '8.9 % of 9,410 searches. Plants found through a synonym are bought as often as the others.',
        ),
      ],
    },
    {
      kind: 'win',
      title: 'People who type “money plant” now find one',
      at: '11.2',
      by: nina,
      tags: ['search', 'customers'],
      about: ['synonyms', 'more-synonyms'],
      code: [['src/search/synonyms.ts', `'money plant'`]],
      body: 'A customer wrote to us: “finally a shop that speaks like my grandmother”.',
    },
    {
      key: 'sales-experiment',
      kind: 'experiment',
      title: 'Ranking by sales makes people find faster',
      at: '19.4',
      by: priya,
      tags: ['search', 'ranking'],
      about: ['sales-score'],
      owner: priya,
      timebox: '23.5',
      hypothesis:
        'What sells well is what most people look for. If it comes first, more searches end with a click on one of the first three results.',
      measure: `- Searches with a click on one of the first three results. Baseline: 54 %. Target: 60 %.
- Different plants sold in a week. Baseline: 310. Must not fall below 295.`,
      later: [
        running('20.2'),
        concluded(
          '23.5',
          'invalidated',
          `51 % (5,204 searches in each half), and 268 different plants sold. What sells well is on the front page anyway; whoever searches wants the other thing.

All six of us had expected it to work.`,
        ),
      ],
    },
    {
      key: 'search-is-other',
      kind: 'learning',
      title: 'People search for what the front page does not show',
      at: '24.1 10:30',
      by: priya,
      tags: ['search', 'ranking', 'customers'],
      about: ['rank-by-sales'],
      follows: ['sales-experiment'],
      body: 'Popular plants are found without searching. A search is a sign that the popular ones were not it. And ranking by sales feeds itself: what is on top is sold, what is sold is on top.',
    },
    {
      kind: 'kudos',
      title: 'Priya ended her own favourite idea in one morning',
      at: '24.2',
      by: nina,
      tags: ['search', 'safety'],
      people: [priya],
      follows: ['sales-experiment'],
      about: ['unrank'],
      body: 'She had argued for it for months. When the numbers were there she wrote the revert herself, and the page about why before lunch.',
    },
    {
      kind: 'action',
      title: 'Ask ten customers what they searched for last',
      at: '24.3',
      by: priya,
      tags: ['search', 'customers'],
      owner: nina,
      due: '27.1',
      follows: ['search-is-other'],
      later: [done('26.5')],
    },
    {
      kind: 'learning',
      title: 'Six of ten customers search to come back to a plant',
      at: '26.5',
      by: nina,
      tags: ['search', 'customers'],
      about: ['exact-first'],
      follows: ['search-is-other'],
      body: 'They had seen it before, knew how its name begins, and wanted it again. None of us had that on the list. Two of the ten use the search to check a spelling.',
    },
    {
      kind: 'action',
      title: 'Try a search service from outside',
      at: '27.3',
      by: mara,
      tags: ['search'],
      owner: mara,
      due: '30.3',
      later: [
        dropped(
          '30.2',
          'Two days of reading: it would find no more of what our ten customers look for, and knows every word that they type.',
        ),
      ],
    },
    {
      kind: 'experiment',
      title: 'One wrong letter may still find the plant',
      at: '35.2',
      by: priya,
      tags: ['search'],
      about: ['typos'],
      owner: priya,
      timebox: '38.2',
      follows: ['empty-searches'],
      hypothesis:
        'Most of the remaining empty searches are typing errors. If one letter may be wrong, they fall by a third without strange results.',
      measure:
        'Share of empty searches. Baseline: 8.1 %. Target: 5.4 %. And 200 results read by two of us: at most 4 that make no sense.',
      later: [
        running('36.1'),
        concluded(
          '38.2',
          'validated',
          '4.9 %. Of 200 results three made no sense, all from words of five letters.',
        ),
      ],
    },
    {
      kind: 'blocker',
      title: 'No descriptions for a third of the plants',
      at: '44.4',
      by: kofi,
      tags: ['search', 'catalogue'],
      about: ['vectors'],
      body: 'Finding by looks (“big leaves, likes shade”) needs text to look in. 140 of 410 products have a name and a price and nothing else. The catalogue people are writing ten a week.',
    },
    {
      kind: 'failure',
      title: 'Nobody with an English keyboard could find the Löwenmaul',
      at: '50.1',
      by: elif,
      tags: ['search', 'language'],
      code: [['src/search/tokenize.ts', 'return text.toLowerCase()']],
      body: '33 searches in a month for “loewenmaul” and “lowenmaul”, all empty, while 60 pots of it stood in the greenhouse. The list of empty searches had it on page two, and we only ever read page one.',
    },
    {
      kind: 'action',
      title: 'Read the whole list of empty searches once a month',
      at: '50.2',
      by: elif,
      tags: ['search', 'customers'],
      owner: priya,
      due: '54.2',
      follows: ['empty-searches'],
    },
  ],
};
