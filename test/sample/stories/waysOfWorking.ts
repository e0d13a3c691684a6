import { append, write } from '../fileEdits.ts';
import { elif, jonas, kofi, mara, nina, priya, tomas } from '../people.ts';
import { cleared, concluded, done, dropped, running, type Story } from '../story.ts';

/** How the team works, tried out on itself. */
export const waysOfWorking: Story = {
  changes: [
    {
      key: 'review-page',
      at: '13.4',
      by: priya,
      subject: 'Agree on how we review',
      edits: [
        write(
          'docs/review.md',
          `# How we review

- A change that can be read in ten minutes is reviewed the same day.
- Questions before opinions. “What happens if …?” finds more than “this is wrong”.
- What a machine can say, a machine says.
- The author merges.
`,
        ),
      ],
    },
    {
      key: 'experiment-guide',
      at: '33.3',
      by: mara,
      subject: 'Add a guide to experiments, with a table of sample sizes',
      edits: [
        write(
          'docs/experiments.md',
          `# Before an experiment starts

Write down what you expect, what you measure, and what would change your mind.

| from | to | visitors on each side |
|---|---|---|
| 71 % | 75 % | about 2,000 |
| 44 % | 50 % | about 1,100 |
| 2 % | 2.5 % | about 14,000 |

If we do not have that many visitors in six weeks, test something bolder.
`,
        ),
      ],
    },
    {
      key: 'review-draft',
      at: '37.4',
      by: priya,
      subject: 'Say that drafts are welcome',
      edits: [
        append(
          'docs/review.md',
          `A draft is a question. Open it as early as you like and say what you want to know.
`,
        ),
      ],
    },
  ],
  entries: [
    {
      key: 'begin',
      kind: 'learning',
      title: 'We had the same three complaints in five retros',
      at: '1.4',
      by: mara,
      tags: ['ways-of-working'],
      body: 'I read our old boards from end to end: slow deploys, flaky tests, being woken. Each time with an action, none of them with an owner. So from now on it lives here, beside the code.',
    },
    {
      kind: 'action',
      title: 'Every action has a name and a date',
      at: '2.5',
      by: mara,
      tags: ['ways-of-working'],
      owner: mara,
      due: '4.5',
      follows: ['begin'],
      later: [done('4.4')],
    },
    {
      key: 'small-changes',
      kind: 'experiment',
      title: 'Changes that can be read in ten minutes',
      at: '13.1',
      by: priya,
      tags: ['ways-of-working', 'review'],
      owner: priya,
      timebox: '19.1',
      hypothesis: 'If changes stay below 200 lines, reviews come the same day and find more.',
      measure: `- Hours until the first review, median. Baseline: 19. Target: 8.
- Changes with at least one question that changed something. Baseline: 1 in 6. Target: 1 in 3.`,
      later: [
        running('13.2'),
        concluded('19.2', 'validated', '7 hours, and 2 in 5. Renames do not count against the 200.'),
      ],
    },
    {
      kind: 'win',
      title: 'Reviews come the same day',
      at: '19.3',
      by: kofi,
      tags: ['ways-of-working', 'review'],
      follows: ['small-changes'],
      about: ['review-page'],
      body: 'I used to open a change and start something else. Now I get a coffee and come back to three good questions.',
    },
    {
      key: 'quiet-mornings',
      kind: 'experiment',
      title: 'No meetings before eleven',
      at: '29.5',
      by: tomas,
      tags: ['ways-of-working'],
      owner: tomas,
      timebox: '35.5',
      hypothesis:
        'If mornings are free of meetings, each of us has at least three long stretches of work a week.',
      measure:
        'Stretches of two hours or more without a meeting or a message that had to be answered; each of us counts. Baseline: 1.6 a week. Target: 3.',
      later: [
        running('30.1'),
        concluded(
          '36.2',
          'inconclusive',
          '2.4 a week, but two of us stopped counting and one was on holiday. Everybody wants to keep the mornings. We keep them and make no claim.',
        ),
      ],
    },
    {
      key: 'three-things',
      kind: 'experiment',
      title: 'At most three things at once, for the whole team',
      at: '40.3',
      by: nina,
      tags: ['ways-of-working'],
      owner: nina,
      timebox: '46.3',
      hypothesis: 'If we work on no more than three things, each of them is finished sooner.',
      measure: 'Working days from start to live, median. Baseline: 6. Target: 4.',
      later: [
        running('40.4'),
        concluded(
          '43.5',
          'stopped',
          'Two weeks before the sale there were seven things that could not wait. We stopped it openly rather than pretend. To be tried again in a calmer month.',
        ),
      ],
    },
    {
      kind: 'experiment',
      title: 'At most three things at once, after the sale',
      at: '47.2',
      by: nina,
      tags: ['ways-of-working'],
      owner: nina,
      timebox: '51.2',
      follows: ['three-things'],
      hypothesis: 'In a calm month, with no more than three things at once, each of them is finished sooner.',
      measure: 'Working days from start to live, median. Baseline: 6. Target: 4.',
      later: [
        running('47.3'),
        concluded(
          '51.2',
          'validated',
          '3.5 days, over eleven things. A fourth was asked for twice, and both times it could wait.',
        ),
      ],
    },
    {
      kind: 'failure',
      title: 'Two of us built the same filter for a week',
      at: '28.3',
      by: priya,
      tags: ['ways-of-working', 'catalogue'],
      body: 'Kofi on “light”, I on “place in the flat”. We had both said it in the stand-up, in words that the other did not recognise. We kept his names and my tests.',
    },
    {
      kind: 'action',
      title: 'Draw what we build on one page before we start',
      at: '28.4',
      by: priya,
      tags: ['ways-of-working'],
      owner: priya,
      due: '32.1',
      later: [done('31.4')],
    },
    {
      kind: 'action',
      title: 'Move the stand-up into the chat',
      at: '36.2',
      by: tomas,
      tags: ['ways-of-working'],
      owner: tomas,
      due: '39.1',
      follows: ['quiet-mornings'],
      later: [dropped('38.4', 'Tried for a week. Nobody read it, and we missed the ten minutes with faces.')],
    },
    {
      kind: 'kudos',
      title: 'Priya asks the question that everybody else swallows',
      at: '37.5',
      by: kofi,
      tags: ['safety', 'review'],
      people: [priya],
      about: ['review-draft'],
      body: '“I do not understand this yet, can you tell me why it is safe?” Since she says it, I say it as well.',
    },
    {
      kind: 'blocker',
      title: 'Nobody decides whether the wholesale shop is ours',
      at: '46.2',
      by: mara,
      tags: ['ways-of-working'],
      body: 'Garden centres order through our shop with a workaround. Every second week something for them breaks, and it is on nobody’s plan.',
      later: [cleared('50.4')],
    },
    {
      key: 'demo-friday',
      kind: 'experiment',
      title: 'Show half-finished work every second week',
      at: '48.1',
      by: mara,
      tags: ['ways-of-working', 'safety'],
      owner: mara,
      timebox: '54.1',
      hypothesis: 'If half-finished things are shown, we hear about wrong turns while they are cheap.',
      measure:
        'Changes of direction after less than a week of work, in three demos. Baseline: 0 of 3. Target: 3 of 3. And nobody dreads it: asked each time, from 1 to 5.',
      later: [running('48.3')],
    },
    {
      kind: 'win',
      title: 'The wholesale shop has a home and two people',
      at: '50.4',
      by: mara,
      tags: ['ways-of-working'],
      body: 'From next month another team looks after it, and asks us twice a week for an hour. Five months of “somebody should”, ended by one page with numbers.',
    },
    {
      kind: 'learning',
      title: 'Showing it unfinished saved us the second layout',
      at: '52.2',
      by: elif,
      tags: ['ways-of-working', 'checkout'],
      follows: ['demo-friday'],
      body: 'I showed a sketch of the large-screen checkout after two days. Nina asked who has large screens: one visitor in nine. I would have shown it after three weeks.',
    },
    {
      kind: 'kudos',
      title: 'Nina said “I was wrong about this” in front of everybody',
      at: '52.3',
      by: jonas,
      tags: ['safety'],
      people: [nina],
      body: 'About the one-page checkout, in the demo, with a smile. Ten minutes later two others said it about things of theirs.',
    },
  ],
};
