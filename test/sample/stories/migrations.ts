import { append, write } from '../fileEdits.ts';
import { jonas, mara, priya, tomas } from '../people.ts';
import { cleared, concluded, done, running, type Story } from '../story.ts';

/** Changing the tables under a running shop. */
export const migrations: Story = {
  branches: [{ name: 'two-step-migrations', merged: '21.1', by: jonas }],
  changes: [
    {
      key: 'weight-column',
      at: '19.3',
      by: mara,
      subject: 'Store the weight of each product',
      edits: [
        write(
          'database/014-weight.sql',
          'alter table products add column weight_in_grams integer not null default 0;\nupdate products set weight_in_grams = 500;\n',
        ),
      ],
    },
    {
      key: 'lock-timeout',
      at: '20.3',
      by: mara,
      branch: 'two-step-migrations',
      subject: 'Give up a migration that waits longer than two seconds',
      edits: [
        write(
          'ops/database.ts',
          `import { readdirSync, readFileSync } from 'node:fs';
import { query } from '../src/shared/database.ts';

await query("set lock_timeout = '2s'");
for (const file of readdirSync('database').sort()) {
  await query(readFileSync('database/' + file, 'utf8'));
}
`,
        ),
      ],
    },
    {
      key: 'migration-guide',
      at: '20.5',
      by: mara,
      branch: 'two-step-migrations',
      subject: 'Explain how to change a table that is in use',
      edits: [
        write(
          'docs/migrations.md',
          `# Changing a table that is in use

1. **Add**: a new column may be empty, and gets no default that touches every row.
2. **Fill**: in portions of a thousand, from a script that can be stopped.
3. **Use**: deploy the code that reads the new column.
4. **Tidy**: a week later, make it required and remove what is old.

Four deploys. Each of them can be taken back.
`,
        ),
      ],
    },
    {
      key: 'check-migrations',
      at: '29.3',
      by: priya,
      subject: 'Let the build refuse migrations that lock a table',
      pulled: true,
      edits: [
        write(
          'ops/checkMigrations.ts',
          `import { readdirSync, readFileSync } from 'node:fs';

const dangerous = [/not null default/i, /alter column .* type/i, /create index (?!concurrently)/i];
const bad = readdirSync('database')
  .filter((file) => file > '015')
  .filter((file) => dangerous.some((pattern) => pattern.test(readFileSync('database/' + file, 'utf8'))));
if (bad.length > 0) {
  console.error('See docs/migrations.md: ' + bad.join(', '));
  process.exitCode = 1;
}
`,
        ),
      ],
    },
    {
      key: 'staging-copy',
      at: '33.1',
      by: jonas,
      subject: 'Fill the test shop with made-up orders every night',
      edits: [
        write(
          'ops/fillStaging.ts',
          `/** 50,000 orders that nobody made: sizes and shapes as on the live shop, names and addresses from a list. */
export const orders = 50_000;
`,
        ),
        append(
          'ops/runbook.md',
          `## The test shop has no data

\`node ops/fillStaging.ts\`, about four minutes. It never reads the live shop.
`,
        ),
      ],
    },
    {
      key: 'big-index',
      at: '51.1',
      by: tomas,
      subject: 'Index orders by the day of delivery',
      pulled: true,
      edits: [
        write(
          'database/019-delivery-index.sql',
          'create index concurrently orders_delivery on orders (delivery_day);\n',
        ),
      ],
    },
  ],
  entries: [
    {
      key: 'locked-table',
      kind: 'failure',
      title: 'A migration locked the products for three minutes',
      at: '19.4',
      by: mara,
      tags: ['database', 'incident', 'deploy'],
      about: ['weight-column'],
      code: [['database/014-weight.sql', 'update products']],
      body: 'One update of every row, in the same transaction as the new column. On my machine with 40 plants it took no time at all. On the live shop everything that wanted to read a product waited behind it.',
    },
    {
      kind: 'learning',
      title: 'Forty rows say nothing about four hundred thousand',
      at: '19.5',
      by: mara,
      tags: ['database'],
      follows: ['locked-table'],
      body: 'And a statement that waits for a lock makes everybody behind it wait too, even those who only read. A limit of two seconds on that wait turns an outage into a failed deploy.',
    },
    {
      kind: 'action',
      title: 'Write down how to change a table in steps',
      at: '19.5',
      by: mara,
      tags: ['database', 'documentation'],
      owner: mara,
      due: '21.1',
      follows: ['locked-table'],
      later: [done('20.5', 'migration-guide')],
    },
    {
      key: 'staging-data',
      kind: 'blocker',
      title: 'The test shop has forty products and no orders',
      at: '20.4',
      by: jonas,
      tags: ['database', 'testing'],
      follows: ['locked-table'],
      body: 'We may not copy the live data, and rightly so. Until somebody makes up believable orders, no migration can be tried at its real size.',
      later: [cleared('33.2')],
    },
    {
      kind: 'experiment',
      title: 'Four small deploys instead of one clever one',
      at: '21.1',
      by: mara,
      tags: ['database', 'deploy'],
      about: ['lock-timeout', 'migration-guide'],
      owner: mara,
      timebox: '29.1',
      follows: ['locked-table'],
      hypothesis:
        'If a table is changed in four steps, no migration is felt by customers, and the extra days do not hold up our plans.',
      measure:
        'Seconds in which pages waited for a migration, over eight weeks. Baseline: 210 (of one). Target: 0. Working days from the first step to the last: at most 8.',
      later: [
        running('21.2'),
        concluded(
          '29.2',
          'validated',
          '0 seconds in five migrations. Five to eleven days; the last step is easily forgotten, so we keep a list on the wall.',
        ),
      ],
    },
    {
      kind: 'win',
      title: 'The largest table changed while people were shopping',
      at: '41.4',
      by: priya,
      tags: ['database', 'deploy'],
      about: ['check-migrations', 'staging-copy'],
      body: '2.4 million rows, split by year, at two in the afternoon. Tried three times on the made-up orders first. The graph shows nothing at all, which I have printed out.',
    },
    {
      kind: 'learning',
      title: 'Made-up data should be as lopsided as the real',
      at: '41.5',
      by: jonas,
      tags: ['database', 'testing'],
      about: ['staging-copy'],
      code: [['ops/fillStaging.ts', 'export const orders']],
      body: 'Our first made-up orders were all about the same size, and every query was fast. In truth one garden centre makes a ninth of all orders.',
    },
    {
      kind: 'win',
      title: 'The check for migrations has caught its first one',
      at: '51.1',
      by: tomas,
      tags: ['database', 'testing'],
      about: ['check-migrations'],
      with: 'big-index',
      code: [['ops/checkMigrations.ts', 'create index (?!concurrently)']],
      body: 'Mine. I had written `create index` without `concurrently`, on a table with two million rows, an hour before going home.',
    },
  ],
};
