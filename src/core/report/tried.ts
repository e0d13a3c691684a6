import { displayText } from '../entries/displayText.ts';
import type { Entry } from '../entries/entry.ts';
import { concludedIn } from '../trends/experiments.ts';
import { datedIn, type Scene } from '../trends/scene.ts';
import { daysBetween, type Window } from '../trends/windows.ts';
import { linkedEntries } from './linkedEntries.ts';
import { linkTo, listed, listedAs } from './listed.ts';
import { plainWords, sectionOf } from '../markdown/plainWords.ts';
import type { Learned, Listed, Tried } from './report.ts';

/** The Markdown below an entry's title; `undefined` where it could not be read. */
export type BodyOf = (path: string) => string | undefined;

/** The experiments that ended in a window and are told of, the newest first: their bodies are needed. */
export function toldExperiments(scene: Scene, window: Window): readonly Entry[] {
  return listed(concludedIn(scene, window).toReversed()).shown;
}

/** What was tried: each experiment with what was expected, what came out, and what was learned from it. */
export function triedIn(scene: Scene, window: Window, bodyOf: BodyOf): Listed<Tried> {
  const tell = (entry: Entry): Tried => {
    const body = bodyOf(entry.path) ?? '';
    const { started, concluded = '', outcome = '' } = entry;
    return {
      entry: linkTo(entry),
      outcome: displayText(outcome),
      concluded,
      ...(started === undefined || started > concluded ? {} : { days: daysBetween(started, concluded) }),
      ...wordsOf(body, 'hypothesis', 'Hypothesis'),
      ...wordsOf(body, 'result', 'Result'),
      learned: linkedEntries(entry, scene.log)
        .filter(({ kind, date }) => kind === 'learning' && date <= scene.end)
        .map(linkTo),
    };
  };
  return {
    shown: toldExperiments(scene, window).map(tell),
    more: listed(concludedIn(scene, window)).more,
  };
}

/** What was learned in a window, the newest first, and from what. */
export function learnedIn(scene: Scene, window: Window): Listed<Learned> {
  return listedAs(datedIn(scene, 'learning', window).toReversed(), (entry) => ({
    entry: linkTo(entry),
    from: linkedEntries(entry, scene.log)
      .filter(({ kind }) => kind === 'failure' || kind === 'experiment')
      .map(linkTo),
  }));
}

function wordsOf<K extends string>(body: string, key: K, heading: string): { readonly [key in K]?: string } {
  const text = sectionOf(body, heading);
  return text === undefined ? {} : ({ [key]: plainWords(text) } as { readonly [key in K]: string });
}
