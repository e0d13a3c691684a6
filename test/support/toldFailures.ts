import { readFileSync } from 'node:fs';
import type { Entry } from '../../src/core/entries/entry.ts';
import type { Told } from '../../src/core/resemblance/failureIndex.ts';
import { entryOf } from './entryOf.ts';

/** A failure as the hand-made files tell it. */
export interface ToldFailure extends Told {
  readonly title: string;
  readonly body: string;
}

/** The failures that were told twice, and those that have nothing to do with any other. */
export function toldFailures(): {
  readonly earlier: readonly ToldFailure[];
  readonly again: readonly ToldFailure[];
  readonly strangers: readonly ToldFailure[];
} {
  const pairs = linesOf('pairs');
  return {
    earlier: pairs.filter((line) => line.startsWith('+ ')).map(readFailure),
    again: pairs.filter((line) => line.startsWith('= ')).map(readFailure),
    strangers: linesOf('strangers')
      .filter((line) => line.startsWith('- '))
      .map(readFailure),
  };
}

/** The same as an entry of a log. */
export function failureEntry({ title, tags, places }: ToldFailure, id: string): Entry {
  return entryOf({ id, kind: 'failure', title, tags, code: places.map((path) => ({ path })) });
}

function linesOf(name: string): readonly string[] {
  return readFileSync(`test/fixtures/resemblance/${name}.txt`, 'utf8').split('\n');
}

function readFailure(line: string): ToldFailure {
  const text = line.slice(2).replaceAll(/ [#@]\S+/g, '');
  const named = (sign: string): readonly string[] =>
    [...line.matchAll(/ ([#@])(\S+)/g)].flatMap(([, found, word]) => (found === sign && word ? [word] : []));
  const [title = '', ...rest] = text.split(/(?<=[.?]) /);
  return { title, body: rest.join(' '), text, tags: named('#'), places: named('@') };
}
