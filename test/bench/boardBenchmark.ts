import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { apply } from '../../src/core/board/apply.ts';
import { type Board, newBoard } from '../../src/core/board/board.ts';
import { nothingGiven } from '../../src/core/board/given.ts';
import type { Deed } from '../../src/core/board/intent.ts';
import { similarCards } from '../../src/core/board/similarCards.ts';
import { stampIntent } from '../../src/core/board/stampIntent.ts';
import { viewOf } from '../../src/core/board/viewOf.ts';
import { addDays } from '../../src/core/dates.ts';
import { meetingPath } from '../../src/core/format/entryPath.ts';
import { listPages } from '../../src/core/log/listPages.ts';
import type { MinutesCard } from '../../src/core/minutes/minutes.ts';
import { minutesText } from '../../src/core/minutes/planClose.ts';
import { printMinutes } from '../../src/core/minutes/printMinutes.ts';
import { lookingBack } from '../../src/core/templates/lookingBack.ts';
import { isBoardView } from '../../src/protocol/board.ts';
import { sentences } from '../support/corpusWords.ts';
import { type SeededRandom, seededId, seededRandom } from '../support/seededRandom.ts';
import { median, report, time } from './claim.ts';
import { openCorpus } from './corpusFolder.ts';

const random = seededRandom('a large board');
const people = Array.from({ length: 20 }, () => seededId(random));
const [facilitator = ''] = people;
const [template] = lookingBack();
if (template === undefined) {
  throw new Error('There is no template.');
}
let count = 0;

const meeting = {
  id: seededId(random),
  title: 'All of us',
  date: '2026-11-20',
  from: '2026-11-06',
  to: '2026-11-20',
};
let board = done(newBoard, facilitator, {
  type: 'start',
  name: 'Facilitator',
  meeting,
  template: { ...template, hidden: false },
  given: nothingGiven,
});
for (const [index, id] of people.entries()) {
  board = index === 0 ? board : done(board, id, { type: 'join', name: `Person ${index}` });
}
while (board.cards.length < 1000) {
  board = done(board, random.pick(people), cardOf(random));
}
board = done(board, facilitator, { type: 'goTo', phase: 'vote' });

const applied: number[] = [];
const viewed: number[] = [];
const guarded: number[] = [];
for (let round = 0; round < 600; round += 1) {
  const who = random.pick(people);
  const deed = anyDeed(random, board);
  const start = performance.now();
  board = done(board, who, deed);
  const middle = performance.now();
  const view = viewOf(board, { participant: who, keys: [] });
  const end = performance.now();
  if (!isBoardView(view)) {
    throw new Error('A view is none.');
  }
  applied.push(middle - start);
  viewed.push(end - middle);
  guarded.push(performance.now() - end);
}

const path = meetingPath('retro', meeting.date, meeting.title, meeting.id);
const first = minutesText(board, path, undefined, () => undefined);
const changed = done(board, facilitator, cardOf(random));
const compared = board.cards.map(({ id, text }) => ({ id, text }));
const alike = await several(() => {
  similarCards(compared);
});
const rewritten = await several(() => {
  minutesText(changed, path, first, () => undefined);
});

report([
  {
    what: 'an intent on a board of 1,000 cards and 20 people',
    measured: median(applied),
    most: 1,
    unit: 'ms',
  },
  { what: 'the view of it for one person', measured: median(viewed), most: 10, unit: 'ms' },
  { what: 'looking whether a view is one', measured: median(guarded), most: 10, unit: 'ms' },
  { what: 'finding similar ones among its cards', measured: alike, most: 50, unit: 'ms' },
  { what: 'changing its minutes by one card', measured: rewritten, most: 100, unit: 'ms' },
  {
    what: 'a list of 5,200 meetings from a ready index',
    measured: await listed(5200),
    most: 200,
    unit: 'ms',
  },
]);

function done(before: Board, participant: string, deed: Deed): Board {
  count += 1;
  const wish = { id: `wish${count}`, deed };
  const outcome = apply(before, stampIntent(before, wish, { participant, at: count, random: [] }));
  if ('refused' in outcome) {
    return outcome.refused.code === 'no-votes-left' || outcome.refused.code === 'enough-for-one'
      ? before
      : fail(`${deed.type}: ${outcome.refused.message}`);
  }
  return outcome.ok;
}

function fail(message: string): never {
  throw new Error(message);
}

function cardOf(from: SeededRandom): Deed {
  const text = from.sample(sentences, from.between(1, 2)).join(' ');
  return { type: 'addCard', card: seededId(from), column: `column-${from.between(1, 3)}`, text };
}

function anyDeed(from: SeededRandom, on: Board): Deed {
  const card = from.pick(on.cards);
  const lone = on.cards.filter(({ group }) => group === '');
  const deeds: readonly Deed[] = [
    { type: 'vote', topic: card.id },
    { type: 'moveCard', card: card.id, column: `column-${from.between(1, 3)}`, before: from.pick(lone).id },
    { type: 'groupCard', card: from.pick(lone).id, topic: from.pick(on.cards).id, group: seededId(from) },
    { type: 'addNote', note: seededId(from), topic: card.id, text: from.pick(sentences) },
    { type: 'setReady', ready: from.chance(0.5) },
  ];
  const deed = from.pick(deeds);
  const isWithItself = deed.type === 'groupCard' && (deed.card === deed.topic || deed.topic === '');
  return isWithItself ? { type: 'setReady', ready: true } : deed;
}

async function several(task: () => void): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    times.push(await time(task));
  }
  return median(times);
}

/** The middle time that a list of so many meetings takes when the log is read. */
async function listed(meetings: number): Promise<number> {
  const root = await mkdtemp(join(tmpdir(), 'retrolog-meetings-'));
  try {
    for (let number = 0; number < meetings; number += 1) {
      writeMeeting(root, addDays('2026-11-20', -Math.floor(number / 2)));
    }
    const log = openCorpus(root);
    await log.load();
    return await several(() => {
      if (listPages(log.pages, 'meeting').length !== meetings) {
        throw new Error('Meetings are missing.');
      }
    });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function writeMeeting(root: string, date: string): void {
  const id = seededId(random);
  const file = meetingPath('retro', date, 'Sprint', id);
  const cards = random
    .sample(sentences, 6)
    .map((text): MinutesCard => ({ type: 'card', text, votes: 0, notes: [] }));
  const columns = ['Wins', 'Failures', 'Learnings'].map((title) => ({ title, items: cards }));
  const rest = { template: 'wins-failures-learnings', from: '', to: '', attendees: 6, worth: null };
  mkdirSync(join(root, dirname(file)), { recursive: true });
  writeFileSync(
    join(root, file),
    printMinutes(file, { id, date, title: 'Sprint', ...rest, columns, parked: [], actions: [] }),
  );
}
