import { type FileEdit, swap } from '../fileEdits.ts';
import { dependencyBot, jonas, mara, type Person } from '../people.ts';
import type { Change } from '../story.ts';

/** Packages in the order in which they were bumped, as `week.day name from to`. */
const bumps = `
2.1 vitest 1.3.0 1.3.1
3.3 fastify 4.26.0 4.26.1
5.3 pino 8.19.0 8.20.0
6.1 typescript 5.3.3 5.4.2
8.4 zod 3.22.4 3.22.5
10.1 playwright 1.42.0 1.42.1
12.5 fastify 4.26.1 4.26.2
14.1 sharp 0.33.2 0.33.3
15.5 vitest 1.3.1 1.4.0
17.5 postgres 3.4.3 3.4.4
20.4 typescript 5.4.2 5.4.5
23.4 playwright 1.42.1 1.43.0
25.5 pino 8.20.0 8.21.0
28.4 fastify 4.26.2 4.27.0
30.5 sharp 0.33.3 0.33.4
32.5 zod 3.22.5 3.23.0
35.3 vitest 1.4.0 1.5.0
38.3 postgres 3.4.4 3.4.5
41.3 typescript 5.4.5 5.5.2
44.5 playwright 1.43.0 1.44.0
47.1 fastify 4.27.0 4.28.0
49.5 vitest 1.5.0 1.6.0
51.5 zod 3.23.0 3.23.1
`;

/** Releases: the day, who, the version and what its visitors notice. */
const releases: readonly (readonly [at: string, by: Person, version: string, note: string])[] = [
  ['3.5', mara, '1.1.0', 'Succulents, and baskets that add up.'],
  ['6.1', mara, '1.2.0', 'Product pages come from memory.'],
  ['6.4 17:20', mara, '1.2.1', 'Pages no longer expire all at once.'],
  ['9.4 16:40', jonas, '1.3.0', 'Plants by their everyday names.'],
  ['10.2 11:00', jonas, '1.3.1', 'Payments are not tried again.'],
  ['13.5', mara, '1.4.0', 'Wish lists. Payments that happen once.'],
  ['16.5 17:30', jonas, '1.5.0', 'Lighter pictures. Buying without an account.'],
  ['20.2 16:00', mara, '1.6.0', 'Reviews. Search results by what sells.'],
  ['24.1 17:10', jonas, '1.6.1', 'Search results as they were.'],
  ['26.3', mara, '1.7.0', 'The whole shop without a mouse.'],
  ['29.5', jonas, '1.8.0', 'Filters by light. Refunds by the support team.'],
  ['31.2 19:30', jonas, '1.8.1', 'Suggestions can be turned off.'],
  ['33.5', mara, '1.9.0', 'Mails from a queue.'],
  ['37.1', mara, '2.0.0', 'Typing errors are forgiven. Invoices to the cent.'],
  ['39.5', jonas, '2.1.0', 'Plants are kept for ten minutes.'],
  ['43.5', jonas, '2.2.0', 'A waiting room for the sale day.'],
  ['46.4', mara, '2.3.0', 'Care tips in the confirmation.'],
  ['49.1', jonas, '2.4.0', 'A word when a plant is back.'],
  ['51.5 16:10', mara, '2.5.0', 'Vouchers.'],
];

export function dependencyBumps(): Change[] {
  return bumps
    .trim()
    .split('\n')
    .map((line, i) => {
      const [at = '', name = '', from = '', to = ''] = line.split(' ');
      return {
        at: `${at} 05:${10 + i}`,
        by: dependencyBot,
        subject: `Bump ${name} from ${from} to ${to}`,
        edits: [swap('package.json', `"${name}": "${from}"`, `"${name}": "${to}"`)],
        pulled: true,
      };
    });
}

export function releaseCommits(): Change[] {
  let before = '1.0.0';
  return releases.map(([at, by, version, note]) => {
    const edits: FileEdit[] = [
      swap('package.json', `"version": "${before}"`, `"version": "${version}"`),
      swap('CHANGELOG.md', '# What changed\n', `# What changed\n\n## ${version}\n\n${note}\n`),
    ];
    before = version;
    return { at, by, subject: `Release ${version}`, edits, tag: `v${version}` };
  });
}
