import { writtenIn } from './activePeople.ts';
import type { Missing } from './figures.ts';
import { missingHistory } from './missingHistory.ts';
import type { Scene } from './scene.ts';
import type { Spread } from './trends.ts';
import { daysUpTo, type Window, windowBefore } from './windows.ts';

const thirteenWeeks = 91;

/** Over how many hands the entries of 13 weeks are spread: one less the sum of the squared shares of their authors. */
export function spread(scene: Scene): Spread | Missing {
  const { history } = scene.log;
  if (history.state !== 'ok') {
    return missingHistory(history);
  }
  const window = daysUpTo(scene.end, thirteenWeeks);
  const { value, n } = spreadIn(scene, window);
  const previous = spreadIn(scene, windowBefore(window)).value;
  return { value, max: n === 0 ? 0 : 1 - 1 / n, n, previous };
}

/** The spread of the entries of a window and how many wrote. An entry that several wrote is shared among them. */
export function spreadIn(
  scene: Scene,
  window: Window,
): { readonly value: number | null; readonly n: number } {
  const parts = new Map<string, number>();
  let total = 0;
  for (const { authors } of writtenIn(scene, window)) {
    for (const author of authors) {
      parts.set(author, (parts.get(author) ?? 0) + 1 / authors.length);
    }
    total += authors.length === 0 ? 0 : 1;
  }
  // In order of size, so that the sum is the same whoever is who.
  const squares = [...parts.values()].map((part) => (part / total) ** 2).sort((a, b) => a - b);
  const value = total === 0 ? null : 1 - squares.reduce((sum, square) => sum + square, 0);
  return { value, n: parts.size };
}
