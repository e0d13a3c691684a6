import { append, write } from '../fileEdits.ts';
import { elif, jonas, kofi, mara, nina, priya, tomas } from '../people.ts';
import { cleared, concluded, done, running, type Story } from '../story.ts';

/** Two people join, and the team sees itself through their eyes. */
export const joiningTheTeam: Story = {
  changes: [
    {
      key: 'first-day-page',
      at: '12.2',
      by: kofi,
      subject: 'Write down what my first day was missing',
      edits: [
        write(
          'docs/firstDay.md',
          `# Your first day

1. \`npm ci\`, then \`npm run database\`. It needs Docker 24 or later; older ones stop without a word.
2. Copy \`.env.example\` to \`.env\`. Nothing in it is secret.
3. \`npm run dev\` and buy a fern. The test card is 4242 and then anything.
4. Ask whatever you like. Whoever answers adds the answer here.
`,
        ),
        write(
          '.env.example',
          'DATABASE_URL=postgres://localhost/shop\nPAYMENT_URL=http://localhost:4010\nMAIL_URL=http://localhost:4020\n',
        ),
      ],
    },
    {
      key: 'one-command',
      at: '21.3',
      by: elif,
      subject: 'Set up everything with one command',
      pulled: true,
      edits: [
        write(
          'ops/setUp.sh',
          `#!/bin/sh
set -e
[ -f .env ] || cp .env.example .env
npm ci
npm run database
npm test
echo "Ready. Start with: npm run dev"
`,
        ),
        append(
          'docs/firstDay.md',
          `## The short way

\`ops/setUp.sh\` does steps one and two and runs the tests.
`,
        ),
      ],
    },
    {
      key: 'words',
      at: '22.4',
      by: elif,
      subject: 'Explain the words that only we use',
      edits: [
        write(
          'docs/words.md',
          `# Words

- **basket**: what the visitor sees; **cart**: what the code calls it. We know.
- **bench**: the table where orders are packed
- **mother plant**: the product that variants hang on
- **wet order**: one that has living plants in it and cannot wait over a weekend
`,
        ),
      ],
    },
  ],
  entries: [
    {
      key: 'first-day',
      kind: 'failure',
      title: 'Kofi’s first commit took four days',
      at: '10.5',
      by: mara,
      tags: ['joining', 'documentation'],
      people: [kofi],
      body: 'The database script stops without a word on an older Docker, three settings were only in our heads, and the one page about it was from before the move. He was very polite about it.',
    },
    {
      kind: 'learning',
      title: 'Only a newcomer can see what is missing, and only for two weeks',
      at: '12.2 16:30',
      by: kofi,
      tags: ['joining', 'documentation'],
      about: ['first-day-page'],
      follows: ['first-day'],
      code: [['docs/firstDay.md', 'Ask whatever you like']],
      body: 'After that I knew the tricks as well and stopped seeing them. So I wrote everything down on the day on which I stumbled over it.',
    },
    {
      kind: 'action',
      title: 'The next newcomer commits on the first day',
      at: '12.3',
      by: mara,
      tags: ['joining'],
      owner: kofi,
      due: '20.1',
      follows: ['first-day'],
      later: [done('20.2')],
    },
    {
      kind: 'blocker',
      title: 'New people wait a week for access to the logs',
      at: '20.1',
      by: elif,
      tags: ['joining', 'observability'],
      body: 'The form goes through three departments. Until then I look over Jonas’s shoulder, which he says is fine and which cannot be.',
      later: [cleared('24.2')],
    },
    {
      kind: 'win',
      title: 'Elif’s first change was live before lunch',
      at: '20.2',
      by: kofi,
      tags: ['joining', 'deploy'],
      follows: ['first-day'],
      body: 'A spelling error on the page about pots, found at 9:40, live at 11:25. In week ten it took me four days.',
    },
    {
      key: 'pairs',
      kind: 'experiment',
      title: 'Work in pairs on two afternoons a week',
      at: '21.1',
      by: mara,
      tags: ['ways-of-working', 'joining'],
      owner: mara,
      timebox: '27.1',
      hypothesis:
        'If pairs change every week, knowledge of payments and search spreads beyond one person each, and reviews get shorter.',
      measure: `- Areas of the code that at least three people changed in six weeks. Baseline: 3 of 8. Target: 6 of 8.
- Hours that a change waits for its first review, median. Baseline: 7. Target: 4.`,
      later: [
        running('21.2'),
        concluded(
          '27.2',
          'validated',
          '6 of 8 areas; 3 hours. Two of us found it tiring and asked for one afternoon instead of two, so that is what we do now.',
        ),
      ],
    },
    {
      kind: 'kudos',
      title: 'Tomas explained payments with three cups and a teapot',
      at: '23.3',
      by: elif,
      tags: ['payments', 'joining'],
      people: [tomas],
      follows: ['pairs'],
      body: 'I had read about keys and retries twice. With the cups it took five minutes. Photograph in the wiki.',
    },
    {
      kind: 'learning',
      title: 'Reviews are short when somebody has already seen it',
      at: '27.2',
      by: priya,
      tags: ['ways-of-working', 'review'],
      follows: ['pairs'],
      body: 'Changes from a pairing afternoon waited 40 minutes for a review, the others five hours. We had thought that pairing costs twice; it mostly moves the reading forward.',
    },
    {
      kind: 'kudos',
      title: 'Jonas answers every question as if it were the first',
      at: '24.1',
      by: elif,
      tags: ['joining', 'safety'],
      people: [jonas],
      body: 'I asked the same thing about the proxy three times. The third time he drew it, and put the drawing where the next person will find it.',
    },
    {
      kind: 'action',
      title: 'Show a newcomer round the greenhouse in the first week',
      at: '25.2',
      by: nina,
      tags: ['joining', 'customers'],
      owner: nina,
      due: '30.1',
      later: [done('29.1')],
    },
  ],
};
