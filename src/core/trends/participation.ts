import { activePeople, writtenIn } from './activePeople.ts';
import { type Missing, type Ratio, type Share, shareOf } from './figures.ts';
import type { HistoryFacts } from './historyFacts.ts';
import { missingHistory } from './missingHistory.ts';
import { missingPart } from './part.ts';
import { datedIn, type Scene } from './scene.ts';
import { daysUpTo, type Window, windowBefore } from './windows.ts';

const fourWeeks = 28;

/** Of the people active in 4 weeks, those who wrote an entry or were thanked in one. Commits have no tags. */
export function participation(scene: Scene): Share | Missing {
  const { history, part } = scene.log;
  if (part.tag !== undefined) {
    return missingPart(part);
  }
  if (history.state !== 'ok') {
    return missingHistory(history);
  }
  const window = daysUpTo(scene.end, fourWeeks);
  return shareOf(
    takingPart(scene, history.facts, window),
    takingPart(scene, history.facts, windowBefore(window)),
  );
}

/** How many are active in a window, and how many of those took part. */
export function takingPart(scene: Scene, facts: HistoryFacts, window: Window): Ratio {
  const active = activePeople(scene, window);
  const written = writtenIn(scene, window).flatMap(({ authors }) => authors);
  const thanked = datedIn(scene, 'kudos', window)
    .flatMap(({ people }) => people)
    .flatMap((name) => facts.known.get(name.trim().toLowerCase()) ?? []);
  const taking = new Set([...written, ...thanked].filter((person) => active.has(person)));
  return { k: taking.size, n: active.size };
}
