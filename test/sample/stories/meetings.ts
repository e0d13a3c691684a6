import { elif, jonas, kofi, mara, nina, priya, tomas } from '../people.ts';
import { cleared, done, type Story } from '../story.ts';

/** Four of the team's retros, with what came out of them. */
export const meetings: Story = {
  meetings: [
    {
      key: 'sprint-23',
      at: '12.5 15:30',
      by: mara,
      title: 'Sprint 23',
      template: 'wins-failures-learnings',
      from: '11.1',
      attendees: 6,
      worth: 3.8,
      columns: [
        {
          title: 'Wins',
          cards: [
            {
              group: 'Deploys got faster',
              votes: 5,
              cards: ['Parallel jobs paid off', 'I deployed four times in a day', '@parallel-experiment'],
            },
            'Payments happen once now',
            'Kofi is here',
          ],
        },
        {
          title: 'Failures',
          cards: [
            {
              group: 'Getting started',
              votes: 4,
              cards: ['@first-day', 'Nobody knew the test card'],
              note: 'It was nobody’s page, so nobody kept it up to date. Kofi writes, whoever answers a question adds it.',
            },
            '@midnight',
          ],
        },
        { title: 'Learnings', cards: ['@heavy-page', 'Ask the packers before changing the packing list'] },
      ],
      parked: ['Who owns the data of the test shop?'],
      actions: ['page-owners'],
    },
    {
      key: 'sprint-30',
      at: '26.5 15:30',
      by: tomas,
      title: 'Sprint 30',
      template: 'sailboat',
      from: '25.1',
      attendees: 7,
      worth: 4.3,
      columns: [
        {
          title: 'Wind',
          cards: [
            {
              group: 'Every merge goes live',
              votes: 6,
              cards: ['Small changes are less scary', 'The hour before the weekend is quiet', '@every-merge'],
            },
            {
              group: 'Working in pairs',
              votes: 3,
              cards: ['I understand payments now', 'Reviews before lunch'],
              note: 'Two of us would like one afternoon instead of two.',
            },
          ],
        },
        {
          title: 'Anchor',
          cards: [
            { group: 'The test shop', votes: 4, cards: ['@staging-data', 'Forty plants and no orders'] },
            'Access to logs took four weeks',
          ],
        },
        {
          title: 'Rocks',
          cards: ['The provider speaks of a new version', 'Holidays: three of seven away at once'],
        },
        { title: 'Island', cards: ['@search-is-other', 'People come back for a plant, not for a search'] },
      ],
      actions: ['made-up-orders'],
    },
    {
      key: 'sprint-36',
      at: '38.5 15:30',
      by: priya,
      title: 'Sprint 36',
      template: 'wins-failures-learnings',
      from: '37.1',
      attendees: 7,
      worth: 4.1,
      columns: [
        {
          title: 'Wins',
          cards: [
            {
              group: 'Quiet nights',
              votes: 4,
              cards: ['A canary went back by itself', 'No call for eleven nights'],
            },
            'Random invoices found three faults',
            'Error messages that one can read aloud',
          ],
        },
        {
          title: 'Failures',
          cards: [
            {
              group: 'Silent faults',
              votes: 5,
              cards: ['@mails-lost', '@one-cent'],
              note: 'Both were reported by people, not by us. What do we not hear yet?',
            },
            'The demo without a working demo',
          ],
        },
        { title: 'Learnings', cards: ['Drafts are questions', 'Catching is a promise'] },
      ],
      parked: ['A second photographer for the catalogue?', 'Coffee'],
      actions: ['what-we-do-not-hear'],
    },
    {
      key: 'sprint-42',
      at: '50.5 15:30',
      by: nina,
      title: 'Sprint 42',
      template: 'wins-failures-learnings',
      from: '49.1',
      attendees: 7,
      worth: 4.4,
      columns: [
        {
          title: 'Wins',
          cards: [
            {
              group: 'The wholesale shop has a home',
              votes: 5,
              cards: ['One page with numbers', 'Two people, from next month'],
            },
            '@sale-day',
            'Plants tell people when they are back',
          ],
        },
        {
          title: 'Failures',
          cards: [
            {
              group: 'Looking at page one only',
              votes: 4,
              cards: ['Empty searches', 'The quarantine list that was empty'],
              note: 'A number that is zero deserves a look as much as one that is high.',
            },
            'Mails stood still for five hours',
          ],
        },
        {
          title: 'Learnings',
          cards: [
            'Watch the age of the oldest',
            { group: 'Show it unfinished', votes: 2, cards: ['Two days instead of three weeks'] },
          ],
        },
      ],
      parked: ['A place for the quiet machine'],
      actions: ['zeros'],
    },
  ],
  pulses: [
    {
      key: 'safety-survey',
      at: '44.5 16:00',
      by: mara,
      title: 'Psychological safety, before the sale',
      survey: 'psychological-safety',
      answers: '5-7',
      questions: [
        { id: 'mistakes', text: 'A mistake is held against whoever made it.', reversed: true, mean: 4.1 },
        { id: 'problems', text: 'Hard questions can be raised here.', reversed: false, mean: 4.3 },
        { id: 'different', text: 'Being different counts against people here.', reversed: true, mean: 4.4 },
        { id: 'risk', text: 'It is safe to try something that may fail.', reversed: false, mean: 3.9 },
        { id: 'help', text: 'It is hard to ask others for help.', reversed: true, mean: 4.6 },
        {
          id: 'efforts',
          text: 'Nobody would work against my efforts on purpose.',
          reversed: false,
          mean: 4.7,
        },
        { id: 'skills', text: 'What I am good at is wanted and used.', reversed: false, mean: 3.6 },
      ],
    },
  ],
  audits: [
    {
      key: 'first-culture-audit',
      at: '22.4 15:30',
      by: mara,
      ratings: {
        ...{ 'solving-above': 4, 'solving-below': 3, 'solving-deep': 3 },
        ...{ 'failing-above': 4, 'failing-below': 4, 'failing-deep': 2 },
        ...{ 'leading-above': 2, 'leading-below': 3, 'leading-deep': 3 },
        ...{ 'habits-above': 3, 'habits-below': 2, 'habits-deep': 4 },
      },
      texts: {
        failing: {
          enables: 'Reviews after an outage that begin with the timeline.',
          blocks: 'Whoever was on call still tells it as an apology.',
          differs: 'We say “no blame”, and ask who merged it.',
        },
        habits: {
          enables: 'The tea round on Thursdays.',
          blocks: 'Trying something out has no place in a sprint.',
          differs: '',
        },
      },
    },
    {
      key: 'second-culture-audit',
      at: '44.4 15:30',
      by: priya,
      ratings: {
        ...{ 'solving-above': 4, 'solving-below': 4, 'solving-deep': 3 },
        ...{ 'failing-above': 4, 'failing-below': 4, 'failing-deep': 3 },
        ...{ 'leading-above': 2, 'leading-below': 3, 'leading-deep': 4 },
        ...{ 'habits-above': 4, 'habits-below': 4, 'habits-deep': 4 },
      },
      texts: {
        failing: {
          enables: 'Failures are told in the retro before anything else.',
          blocks: 'The sale is close, and nobody wants to be its failure.',
          differs: '',
        },
        leading: {
          enables: 'Now and then, whoever decides says what is not certain.',
          blocks: 'Decisions reach us when they are made.',
          differs: 'Questions are welcome, after the decision.',
        },
      },
    },
  ],
  entries: [
    {
      key: 'page-owners',
      kind: 'action',
      title: 'Put a name on every page of the documentation',
      at: '12.5',
      by: mara,
      from: 'sprint-23',
      tags: ['documentation'],
      owner: priya,
      due: '15.5',
      later: [done('15.4')],
    },
    {
      key: 'made-up-orders',
      kind: 'action',
      title: 'Make up believable orders for the test shop',
      at: '26.5',
      by: tomas,
      from: 'sprint-30',
      tags: ['database', 'testing'],
      owner: jonas,
      due: '32.1',
      follows: ['staging-data'],
      later: [done('33.1', 'staging-copy')],
    },
    {
      key: 'what-we-do-not-hear',
      kind: 'action',
      title: 'List what could fail without anybody hearing it',
      at: '38.5',
      by: priya,
      from: 'sprint-36',
      tags: ['observability', 'reliability'],
      owner: kofi,
      due: '42.1',
      later: [done('41.3')],
    },
    {
      key: 'zeros',
      kind: 'action',
      title: 'Look at every number on the dashboard that is zero',
      at: '50.5',
      by: nina,
      from: 'sprint-42',
      tags: ['observability'],
      owner: tomas,
      due: '53.5',
    },
    {
      kind: 'win',
      title: 'A list of eleven silent faults, seven of them can be heard now',
      at: '41.3',
      by: kofi,
      tags: ['observability', 'reliability'],
      follows: ['what-we-do-not-hear'],
      body: 'The oldest one: the nightly backup could have been empty for a year without a word. It was not. Now it would speak.',
    },
    {
      kind: 'blocker',
      title: 'Three of seven are on holiday in the same two weeks',
      at: '27.1',
      by: nina,
      tags: ['ways-of-working'],
      follows: ['sprint-30'],
      body: 'Nobody is to blame and nobody should move a flight. Refunds go live a week later, and on-call is shared with the platform team.',
      later: [cleared('30.3')],
    },
    {
      kind: 'blocker',
      title: 'The greenhouse camera is still on the old network',
      at: '51.4',
      by: kofi,
      tags: ['images'],
      body: 'The people who take the pictures carry a card across the yard. We need someone with access to the switch.',
    },
    {
      kind: 'learning',
      title: 'A retro that starts with the open actions ends with fewer',
      at: '26.5 17:00',
      by: elif,
      tags: ['ways-of-working'],
      follows: ['sprint-30'],
      body: 'Tomas read them out before anything else: nine open, three of them older than two months. We dropped two with a reason and did one on the spot.',
    },
  ],
};
