import { addLines, append, below, swap, write } from '../fileEdits.ts';
import { jonas, jonasAtHome, kofi, mara, priya, tomas } from '../people.ts';
import type { Series } from './series.ts';

const limits = 'src/shared/limits.ts';

/** Building, watching, documenting: small steps, all year. */
export const everydayOps: readonly Series[] = [
  {
    by: [jonas, jonasAtHome],
    weeks: [2, 11],
    steps: [
      [
        'Put limits into one place',
        write(
          limits,
          `/** What the shop allows. Change one at a time and watch the dashboard for a day. */
export const requestsPerMinute = 120;
export const searchesPerMinute = 30;
export const uploadBytes = 5_000_000;
export const addressLines = 4;
`,
        ),
      ],
      [
        'Restart the shop when it runs out of memory',
        append(
          'ops/deploy.sh',
          `ssh deploy@shop.example.org 'docker update --restart=on-failure:3 shop'
`,
        ),
      ],
      [
        'Keep logs for fourteen days',
        write('ops/logs.yml', 'keep: 14d\nlevel: info\nhide: [card, email, address]\n'),
      ],
      [
        'Show the version on the status page',
        append(
          'src/shared/http.ts',
          `export const version = process.env.VERSION ?? 'unknown';
`,
        ),
      ],
    ],
  },
  {
    by: [jonas, priya, tomas],
    weeks: [12, 51],
    steps: [
      [
        'Allow 200 requests a minute, offices share an address',
        swap(limits, 'requestsPerMinute = 120', 'requestsPerMinute = 200'),
      ],
      [
        'Write down how to take a deploy back',
        append(
          'ops/runbook.md',
          `## Take a deploy back

Open the deploys page, choose the version before, press **Deploy**. It takes four minutes. Tell the chat first.
`,
        ),
      ],
      ['Hide telephone numbers in the logs', swap('ops/logs.yml', 'address]', 'address, phone]')],
      [
        'Draw orders and errors on one dashboard',
        write(
          'ops/dashboard.yml',
          `rows:
  - [orders per minute, share of errors]
  - [slowest pages, database connections]
`,
        ),
      ],
      [
        'Allow photographs up to eight megabytes',
        swap(limits, 'uploadBytes = 5_000_000', 'uploadBytes = 8_000_000'),
      ],
      [
        'Add the age of the cache to the dashboard',
        swap(
          'ops/dashboard.yml',
          'database connections]',
          'database connections]\n  - [cache found and missed]',
        ),
      ],
      [
        'Try the backup every month, not only make it',
        append(
          'ops/runbook.md',
          `## The backup

Made every night, put back into an empty machine on the first of each month by \`ops/tryBackup.sh\`. If that fails, it is the most urgent thing there is.
`,
        ),
      ],
      ['Keep logs for thirty days', swap('ops/logs.yml', 'keep: 14d', 'keep: 30d')],
      [
        'Five address lines for people in large offices',
        swap(limits, 'addressLines = 4', 'addressLines = 5'),
      ],
      ['Slow down searches by robots', swap(limits, 'searchesPerMinute = 30', 'searchesPerMinute = 20')],
      [
        'Name the person to call at the payment provider',
        append(
          'ops/runbook.md',
          `## Payments fail

Status page first. Then the number in the safe; ask for the night desk and say the shop's number.
`,
        ),
      ],
      [
        'Draw the waiting mails on the dashboard',
        addLines('ops/dashboard.yml', '  - [unsent mails, age of the oldest]\n'),
      ],
    ],
  },
  {
    by: [mara, kofi],
    weeks: [10, 44],
    steps: [
      [
        'Mention the test card in the readme',
        below('README.md', '    npm run dev', '\nThe test card is 4242 and then anything.'),
      ],
      [
        'List the commands that we use every day',
        append(
          'README.md',
          `## Every day

| command | for |
|---|---|
| \`npm test\` | the unit tests, four minutes |
| \`npm run e2e\` | a browser buys a fern |
| \`ops/setUp.sh\` | a fresh machine |
`,
        ),
      ],
      [
        'Say where the log of the team is',
        append(
          'README.md',
          `## What we learned

\`retro/entries\` holds our wins, failures, learnings and experiments, one file each. Add yours with the change that it is about.
`,
        ),
      ],
      [
        'Draw the way of an order',
        write(
          'docs/order.md',
          `# The way of an order

basket → reservation (ten minutes) → payment (with a key) → order and mail in one step → packing list → parcel

Each arrow can be taken twice without harm, but for the last one.
`,
        ),
      ],
    ],
  },
];
