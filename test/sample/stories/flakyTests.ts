import { append, swap, write } from '../fileEdits.ts';
import { elif, jonas, kofi, mara, nina, tomas } from '../people.ts';
import { concluded, done, dropped, running, type Story } from '../story.ts';

/** Tests that fail now and then, and what it takes to believe them again. */
export const flakyTests: Story = {
  branches: [{ name: 'quarantine', merged: '12.3', by: jonas }, { name: 'try-test-containers' }],
  changes: [
    {
      key: 'wait-longer',
      at: '5.1',
      by: tomas,
      subject: 'Wait five seconds for the thank-you page',
      edits: [swap('test/checkout.e2e.ts', 'waitForTimeout(2000)', 'waitForTimeout(5000)')],
    },
    {
      key: 'wait-for-heading',
      at: '7.4',
      by: tomas,
      subject: 'Wait for the heading instead of for five seconds',
      edits: [swap('test/checkout.e2e.ts', '  await page.waitForTimeout(5000);\n', '')],
    },
    {
      key: 'quarantine',
      at: '12.1',
      by: jonas,
      branch: 'quarantine',
      subject: 'Run flaky tests on their own, where they cannot stop a deploy',
      edits: [
        write(
          'test/quarantine.md',
          `# Tests in quarantine

A test that failed without a reason goes here the same day, with a name and a date. After four weeks it is mended or deleted.

| test | since | who |
|---|---|---|
| delivery date is shown on the last step | day one | Tomas |
`,
        ),
        append(
          'ops/ci.yml',
          `quarantine:\n  script: npm run e2e -- --grep @quarantine\n  allow_failure: true\n`,
        ),
      ],
    },
    {
      key: 'count-flakes',
      at: '12.2',
      by: jonas,
      branch: 'quarantine',
      subject: 'Count the builds that pass on the second try',
      edits: [
        write(
          'ops/countFlakes.ts',
          `/** Builds of the last seven days that failed and then passed with the same commit. */
const builds = JSON.parse(await new Response(process.stdin as never).text()) as { commit: string; passed: boolean }[];
const failed = new Set(builds.filter((build) => !build.passed).map((build) => build.commit));
const flaky = builds.filter((build) => build.passed && failed.has(build.commit));
console.log(flaky.length + ' of ' + builds.length + ' builds were flaky');
`,
        ),
      ],
    },
    {
      key: 'delivery-date',
      at: '10.3',
      by: nina,
      subject: 'Show the delivery date on the last step',
      pulled: true,
      edits: [
        write(
          'src/checkout/deliveryDate.ts',
          `/** Two working days from now. */
export function deliveryDate(): string {
  const day = new Date();
  day.setDate(day.getDate() + 2);
  return day.toISOString().slice(0, 10);
}
`,
        ),
        append(
          'test/checkout.e2e.ts',
          `test('delivery date is shown on the last step', async ({ page }) => {
  await page.goto('/checkout');
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await expect(page.locator('.delivery')).toHaveText(day);
});
`,
        ),
      ],
    },
    {
      key: 'hand-in-today',
      at: '13.2',
      by: tomas,
      subject: 'Hand today in to the delivery date',
      edits: [
        swap(
          'src/checkout/deliveryDate.ts',
          'deliveryDate(): string {\n  const day = new Date();',
          'deliveryDate(today: Date): string {\n  const day = new Date(today);',
        ),
        swap('src/checkout/deliveryDate.ts', 'Two working days from now.', 'Two days after today.'),
        write(
          'src/checkout/deliveryDate.test.ts',
          `import { expect, test } from 'vitest';
import { deliveryDate } from './deliveryDate.ts';

test('an hour before midnight is still today', () => {
  expect(deliveryDate(new Date('2025-03-29T23:00:00Z'))).toBe('2025-03-31');
});
`,
        ),
        swap('test/quarantine.md', '| delivery date is shown on the last step | day one | Tomas |\n', ''),
      ],
    },
    {
      key: 'containers',
      at: '18.2',
      by: jonas,
      branch: 'try-test-containers',
      subject: 'Try a fresh database container for each test file',
      edits: [
        write(
          'test/freshDatabase.ts',
          `import { execFileSync } from 'node:child_process';

/** Starts an empty database and gives its address. Takes about four seconds. */
export function freshDatabase(): string {
  const id = execFileSync('docker', ['run', '-d', '-P', 'postgres:16']).toString().trim();
  return 'postgres://' + id.slice(0, 12) + '/test';
}
`,
        ),
      ],
    },
    {
      key: 'schema-per-test',
      at: '34.3',
      by: elif,
      subject: 'Give each test file its own schema in one database',
      pulled: true,
      edits: [
        write(
          'test/ownSchema.ts',
          `import { query } from '../src/shared/database.ts';

/** A schema that only this test file uses, so that files can run at the same time. */
export async function ownSchema(file: string): Promise<void> {
  const name = 'test_' + file.replace(/\\W/g, '_');
  await query('drop schema if exists ' + name + ' cascade');
  await query('create schema ' + name);
  await query('set search_path to ' + name);
}
`,
        ),
      ],
    },
    {
      key: 'retry-off',
      at: '47.2',
      by: elif,
      subject: 'Stop retrying failed browser tests',
      body: 'With three tries a test that fails every second time still looks green seven times out of eight.',
      edits: [append('playwright.config.ts', `export const retries = 0;\n`)],
    },
  ],
  entries: [
    {
      key: 'first-flake',
      kind: 'failure',
      title: 'We waited longer instead of asking what for',
      at: '7.4',
      by: tomas,
      tags: ['testing', 'flaky'],
      about: ['wait-longer', 'wait-for-heading'],
      code: [['test/checkout.e2e.ts', `toHaveText('Thank you')`]],
      body: 'The checkout test failed one time in six. Two seconds became five, and it failed one time in nine. The page was simply not asked whether it was ready.',
    },
    {
      kind: 'learning',
      title: 'A fixed wait is a guess about the slowest machine',
      at: '7.5',
      by: tomas,
      tags: ['testing', 'flaky'],
      follows: ['first-flake'],
      body: 'Wait for what a person would wait for: the heading, the button, the number in the basket. The test is faster on a good day and right on a bad one.',
    },
    {
      key: 'midnight',
      kind: 'failure',
      title: 'Every build after 23:00 was red',
      at: '11.4',
      by: jonas,
      tags: ['testing', 'flaky', 'time'],
      about: ['delivery-date'],
      code: [['src/checkout/deliveryDate.ts', 'const day = new Date();']],
      body: 'The shop counts days in local time, the test in UTC. During the day they agree. Four people re-ran their builds for a week before anybody compared the times of the failures.',
    },
    {
      key: 'quarantine-experiment',
      kind: 'experiment',
      title: 'A quarantine with a date makes flaky tests go away',
      at: '12.1',
      by: jonas,
      tags: ['testing', 'flaky', 'ways-of-working'],
      about: ['quarantine'],
      owner: jonas,
      timebox: '18.5',
      follows: ['midnight'],
      hypothesis:
        'If a flaky test leaves the build the same day and somebody must mend or delete it within four weeks, people trust a red build again.',
      measure: `- Builds that pass on a second try, in a week. Baseline: 31 of 140. Target: below 5 of 140.
- Tests that were in quarantine for longer than four weeks. Target: 0.`,
      later: [
        running('12.3'),
        concluded(
          '18.4',
          'validated',
          'Weeks five and six: 4 of 152 and 3 of 147. Eleven tests went in, eight were mended, three were deleted and nobody misses them. One overstayed by two days.',
        ),
      ],
    },
    {
      kind: 'learning',
      title: 'Code that asks for the time cannot be tested at another time',
      at: '13.2',
      by: tomas,
      tags: ['testing', 'time'],
      with: 'hand-in-today',
      follows: ['midnight'],
      code: [['src/checkout/deliveryDate.ts', 'deliveryDate(today: Date)']],
      body: 'Handing `today` in took ten minutes and made the midnight case one line of a unit test. The browser test no longer needs to know what day it is.',
    },
    {
      kind: 'action',
      title: 'Search the shop for other places that ask for the time',
      at: '13.3',
      by: tomas,
      tags: ['testing', 'time'],
      owner: nina,
      due: '15.3',
      later: [done('16.1')],
    },
    {
      kind: 'kudos',
      title: 'Jonas deleted three tests and wrote down why',
      at: '16.4',
      by: mara,
      tags: ['testing'],
      people: [jonas],
      follows: ['quarantine-experiment'],
      body: 'It is easy to add a test and hard to say that one has no worth. Each of the three has a sentence in the commit that a newcomer will understand.',
    },
    {
      kind: 'experiment',
      title: 'A fresh database for each test file',
      at: '18.2',
      by: jonas,
      tags: ['testing', 'build-time'],
      about: ['containers'],
      owner: jonas,
      timebox: '20.3',
      hypothesis:
        'If no test sees what another one left behind, files can run in any order and at the same time.',
      measure:
        'Minutes for the whole suite, and failures that depend on the order, over 30 runs. Baseline: 9 minutes, 4 failures. Target: below 8 minutes, 0 failures.',
      later: [
        running('18.2'),
        concluded(
          '20.2',
          'invalidated',
          'No failure that depends on the order, but 13 minutes: a container takes four seconds and we have 52 files. The branch stays for whoever wants to look.',
        ),
      ],
    },
    {
      kind: 'action',
      title: 'Start the containers from a snapshot',
      at: '20.2',
      by: jonas,
      tags: ['testing', 'build-time'],
      owner: jonas,
      due: '23.1',
      later: [
        dropped(
          '22.4',
          'A schema for each file in one database gives the same separation without any container.',
        ),
      ],
    },
    {
      key: 'own-schema',
      kind: 'win',
      title: 'The test suite runs in any order, in four minutes',
      at: '34.4',
      by: elif,
      tags: ['testing', 'build-time'],
      about: ['schema-per-test'],
      code: [['test/ownSchema.ts', 'export async function ownSchema']],
      body: 'Each file has a schema of its own in the same database. 9 minutes became 4, and a hundred shuffled runs were all green.',
    },
    {
      kind: 'kudos',
      title: 'Elif read the old experiment before starting the new one',
      at: '34.5',
      by: jonas,
      tags: ['testing', 'safety'],
      people: [elif],
      follows: ['own-schema'],
      body: 'She found my container branch, asked me what had been slow about it, and kept the half that had worked.',
    },
    {
      key: 'flakes-return',
      kind: 'failure',
      title: 'Flaky tests came back behind automatic retries',
      at: '46.4',
      by: elif,
      tags: ['testing', 'flaky'],
      follows: ['quarantine-experiment'],
      body: 'Somebody had set three retries during the sale and we forgot. The quarantine list was empty because nothing ever looked red. Six tests fail on their first try, one of them every second time.',
    },
    {
      kind: 'learning',
      title: 'A retry hides the very number that we decided to watch',
      at: '47.2',
      by: elif,
      tags: ['testing', 'flaky'],
      with: 'retry-off',
      follows: ['flakes-return'],
      code: [['playwright.config.ts', 'retries = 0']],
      body: 'Our measure was “builds that pass on a second try”. Retries inside the runner made that number 0 and us proud.',
    },
    {
      key: 'six-flakes',
      kind: 'action',
      title: 'Put the six flaky tests into quarantine, with names',
      at: '47.2',
      by: elif,
      tags: ['testing', 'flaky'],
      owner: kofi,
      due: '49.2',
      follows: ['flakes-return'],
      later: [done('48.5')],
    },
    {
      kind: 'experiment',
      title: 'Shuffle the test order in every build',
      at: '51.3',
      by: elif,
      tags: ['testing', 'flaky'],
      owner: elif,
      timebox: '55.3',
      follows: ['own-schema', 'flakes-return'],
      hypothesis:
        'If the order differs in every build, a new dependency between tests shows on the day that it is made, not months later.',
      measure:
        'Days from the commit that makes a test depend on another to the first red build. Baseline: 23 (median of the last four). Target: 1.',
      later: [running('51.4')],
    },
  ],
};
