import { activePeople, authorsOf, minutedPaths } from './activePeople.ts';
import { type Missing, type Ratio, type Share, shareOf } from './figures.ts';
import type { HistoryFacts } from './historyFacts.ts';
import { missingHistory } from './missingHistory.ts';
import { datedIn, type Scene } from './scene.ts';
import { daysUpTo, isWithin, type Window, windowBefore } from './windows.ts';

const fourWeeks = 28;

/** Of the people active in 4 weeks, those who wrote an entry or were thanked in one. */
export function participation(scene: Scene): Share | Missing {
  const { history } = scene;
  if (history.state !== 'ok') {
    return missingHistory(history);
  }
  const window = daysUpTo(scene.end, fourWeeks);
  return shareOf(
    takingPart(scene, history.facts, window),
    takingPart(scene, history.facts, windowBefore(window)),
  );
}

function takingPart(scene: Scene, facts: HistoryFacts, window: Window): Ratio {
  const active = activePeople(scene, facts, window);
  const minuted = minutedPaths(scene);
  const written = scene.entries
    .filter(({ date, path }) => isWithin(date, window) && !minuted.has(path))
    .flatMap((entry) => authorsOf(entry, facts));
  const thanked = datedIn(scene, 'kudos', window)
    .flatMap(({ people }) => people)
    .flatMap((name) => facts.known.get(name.trim().toLowerCase()) ?? []);
  const taking = new Set([...written, ...thanked].filter((person) => active.has(person)));
  return { k: taking.size, n: active.size };
}
