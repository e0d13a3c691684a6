import { addLines, append, swap } from '../fileEdits.ts';
import { elif, jonas, kofi, mara, nina, priya, tomas } from '../people.ts';
import { concluded, done, dropped, running, type Story } from '../story.ts';

/** Nights: how often somebody is woken, what for, and what happened to those numbers. */
export const onCall: Story = {
  branches: [{ name: 'alerts-by-customers', merged: '17.4', by: priya }],
  changes: [
    {
      key: 'alert-minutes',
      at: '8.2',
      by: jonas,
      subject: 'Wake people after five slow minutes, not after one',
      edits: [swap('ops/alerts.yml', 'when: p95 > 400ms for 1m', 'when: p95 > 400ms for 5m')],
    },
    {
      key: 'disk-not-at-night',
      at: '8.3',
      by: jonas,
      subject: 'Tell the chat about the disk instead of waking somebody',
      edits: [
        swap(
          'ops/alerts.yml',
          'when: disk > 70%\n    wake: yes',
          'when: disk > 70%\n    wake: no\n    tell: chat',
        ),
      ],
    },
    {
      key: 'orders-alert',
      at: '17.1',
      by: tomas,
      branch: 'alerts-by-customers',
      subject: 'Wake somebody when orders stop coming',
      edits: [
        addLines(
          'ops/alerts.yml',
          `  - name: no-orders\n    when: orders < 40% of the same hour last week for 10m\n    wake: yes\n`,
        ),
      ],
    },
    {
      key: 'errors-as-share',
      at: '17.2',
      by: tomas,
      branch: 'alerts-by-customers',
      subject: 'Look at the share of errors, not at their number',
      edits: [swap('ops/alerts.yml', 'when: errors > 5 for 1m', 'when: errors > 2% of requests for 5m')],
    },
    {
      key: 'slow-not-at-night',
      at: '17.3',
      by: tomas,
      branch: 'alerts-by-customers',
      subject: 'Let slow pages wait until the morning',
      edits: [
        swap(
          'ops/alerts.yml',
          'p95 > 400ms for 5m\n    wake: yes',
          'p95 > 400ms for 5m\n    wake: no\n    tell: chat',
        ),
      ],
    },
    {
      key: 'runbook-orders',
      at: '19.2',
      by: kofi,
      subject: 'Write down what to do when orders stop',
      edits: [
        append(
          'ops/runbook.md',
          `## No orders for ten minutes

1. Buy something yourself (test card in the safe). Where does it stop?
2. Payments: is the provider's status page green?
3. Was there a deploy in the last hour? Take it back first, ask later.
`,
        ),
      ],
    },
    {
      key: 'runbook-links',
      at: '24.3',
      by: priya,
      subject: 'Link every alert to its part of the runbook',
      edits: [swap('ops/alerts.yml', 'alerts:\n', 'runbook: ops/runbook.md#{name}\nalerts:\n')],
    },
    {
      key: 'no-orders-floor',
      at: '41.2',
      by: nina,
      subject: 'Do not expect orders between two and five in the morning',
      edits: [
        swap(
          'ops/alerts.yml',
          'when: orders < 40% of the same hour last week for 10m',
          'when: orders < 40% of the same hour last week for 10m and usual orders > 12',
        ),
      ],
    },
  ],
  entries: [
    {
      key: 'nights',
      kind: 'failure',
      title: 'Fourteen nights of alerts, two of them about something',
      at: '7.5',
      by: jonas,
      tags: ['on-call', 'alerts'],
      code: [['ops/alerts.yml', 'when: p95 > 400ms for 1m']],
      body: 'In two weeks the phone rang 31 times between 22:00 and 7:00. Twice a person had to do something. Priya slept four hours before the architecture day, and said so, which I am glad about.',
    },
    {
      kind: 'learning',
      title: 'An alert that needs nobody teaches people not to look',
      at: '8.4',
      by: jonas,
      tags: ['on-call', 'alerts'],
      follows: ['nights'],
      about: ['alert-minutes', 'disk-not-at-night'],
      body: 'Of the two real ones, one was seen 25 minutes late, because it looked like the other 29. The quiet ones are not harmless.',
    },
    {
      key: 'customers-alerts',
      kind: 'experiment',
      title: 'Wake people only for what customers feel',
      at: '16.5',
      by: tomas,
      tags: ['on-call', 'alerts'],
      owner: tomas,
      timebox: '23.5',
      follows: ['nights'],
      hypothesis:
        'If only missing orders and a share of errors may wake somebody, nights are quiet and nothing that matters is found later than today.',
      measure: `- Calls between 22:00 and 7:00, in a week. Baseline: 15. Target: at most 2.
- Minutes until an incident that customers felt is seen. Baseline: 12. Must not rise.`,
      later: [
        running('17.4'),
        concluded(
          '23.4',
          'validated',
          'Six weeks: 1.3 calls a week. Three incidents, seen after 4, 9 and 11 minutes. Slow pages at night were looked at in the morning, and once it was too late to see why.',
        ),
      ],
    },
    {
      kind: 'action',
      title: 'Write a runbook section for each alert that may wake us',
      at: '18.1',
      by: tomas,
      tags: ['on-call', 'documentation'],
      owner: kofi,
      due: '20.1',
      follows: ['customers-alerts'],
      later: [done('19.3')],
    },
    {
      kind: 'kudos',
      title: 'Kofi wrote the runbook by following it',
      at: '19.3',
      by: jonas,
      tags: ['on-call', 'documentation'],
      people: [kofi],
      about: ['runbook-orders'],
      body: 'He let me break the test shop, twice, and wrote down every question that he had to ask. The section has no “simply” in it.',
    },
    {
      kind: 'action',
      title: 'Pay for a tool that groups alerts',
      at: '18.2',
      by: nina,
      tags: ['on-call', 'alerts'],
      owner: nina,
      due: '22.2',
      later: [dropped('22.1', 'With 1.3 calls a week there is nothing left to group.')],
    },
    {
      kind: 'win',
      title: 'A whole week on call without a call',
      at: '24.4',
      by: priya,
      tags: ['on-call'],
      follows: ['customers-alerts'],
      about: ['orders-alert', 'errors-as-share', 'slow-not-at-night'],
      body: 'Seven nights. I checked twice whether my phone was on.',
    },
    {
      kind: 'experiment',
      title: 'Two people share the first night of somebody new',
      at: '27.2',
      by: mara,
      tags: ['on-call', 'joining'],
      owner: mara,
      timebox: '33.2',
      hypothesis:
        'If newcomers have a second person for their first week on call, they ask earlier and dread it less.',
      measure:
        'Minutes before they ask somebody, in a practice incident. Baseline (Kofi, alone): 34. Target: at most 10. And their own word, before and after, from 1 (dread) to 5.',
      later: [
        running('27.4'),
        concluded(
          '33.1',
          'inconclusive',
          'Elif asked after 6 minutes and went from 2 to 4. But it was one person and a quiet week. We keep doing it since it costs little, and do not claim that it is proven.',
        ),
      ],
    },
    {
      key: 'alert-slept',
      kind: 'failure',
      title: 'The alert for missing orders rang three nights for nothing',
      at: '41.1',
      by: nina,
      tags: ['on-call', 'alerts'],
      follows: ['customers-alerts'],
      code: [['ops/alerts.yml', 'orders < 40% of the same hour last week']],
      body: 'Between two and five we sell about six things an hour. Last week somebody in another time zone bought a forest; compared with that hour, every normal one looks like an outage.',
    },
    {
      kind: 'learning',
      title: 'Forty per cent of almost nothing is not a signal',
      at: '41.2',
      by: nina,
      tags: ['on-call', 'alerts'],
      with: 'no-orders-floor',
      follows: ['alert-slept'],
      code: [['ops/alerts.yml', 'usual orders > 12']],
      body: 'A share needs a floor. Below a dozen orders an hour we cannot tell an outage from people being asleep, and should not pretend to.',
    },
    {
      kind: 'action',
      title: 'Practise one incident each quarter, with lunch',
      at: '42.1',
      by: jonas,
      tags: ['on-call'],
      owner: elif,
      due: '46.5',
    },
    {
      kind: 'blocker',
      title: 'The status page of the mail provider needs a contract number',
      at: '49.4',
      by: elif,
      tags: ['on-call', 'mail'],
      body: 'Whoever is on call cannot see whether mails are late because of us or because of them. The number is in a folder of a person who left. Nina is asking purchasing.',
    },
    {
      kind: 'kudos',
      title: 'Tomas took my night so that I could see the school play',
      at: '50.3',
      by: nina,
      tags: ['on-call'],
      people: [tomas],
      body: 'I asked at four in the afternoon. He only wanted to know which role it was. (A radish.)',
    },
  ],
};
