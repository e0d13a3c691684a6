import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { addDays } from '../../src/core/dates.ts';
import type { CodePlace, CommitLink } from '../../src/core/entries/entry.ts';
import { type EntryKind, entryKinds } from '../../src/core/entries/kinds.ts';
import { entryPath } from '../../src/core/format/entryPath.ts';
import { printEntry } from '../../src/core/format/printEntry.ts';
import { printKey } from '../../src/core/format/printValue.ts';
import { codeLines, files, folders, happenings, people, sentences, subjects, tags } from './corpusWords.ts';
import { type SeededRandom, seededId, seededRandom } from './seededRandom.ts';

/** The last day of every corpus. */
export const lastDay = '2026-11-20';

/**
 * Writes `count` entries of all kinds, about 700 bytes each, below `folder/retro/entries`, over so many years. The
 * same seed gives the same files. For measuring: what they say makes no sense. Returns their paths.
 */
export async function writeCorpus(
  folder: string,
  count: number,
  seed = 1,
  years = 7,
): Promise<readonly string[]> {
  const random = seededRandom(`corpus ${seed}`);
  const known: Known[] = [];
  const paths: string[] = [];
  for (let year = Number(lastDay.slice(0, 4)) - years; year <= Number(lastDay.slice(0, 4)); year++) {
    mkdirSync(join(folder, 'retro', 'entries', String(year)), { recursive: true });
  }
  for (let i = 0; i < count; i++) {
    const { id, date, path, text } = corpusEntry(random, known, years * 365);
    writeFileSync(join(folder, path), text);
    paths.push(path);
    known[i % 1000] = { id, date };
    if (i % 500 === 499) {
      await setImmediate();
    }
  }
  return paths;
}

/** An entry that another one can follow from. */
interface Known {
  readonly id: string;
  readonly date: string;
}

function corpusEntry(
  random: SeededRandom,
  known: readonly Known[],
  days: number,
): Known & { readonly path: string; readonly text: string } {
  const id = seededId(random);
  const kind = random.pick(entryKinds);
  const date = addDays(lastDay, -random.between(0, days - 1));
  const title = `${capital(random.pick(subjects))} ${random.pick(happenings[kind] ?? [])}`;
  const draft = {
    kind,
    title,
    date,
    body: bodyOf(random),
    tags: random.sample(tags, random.between(0, 4)),
    people: random.chance(0.3) ? random.sample(people, random.between(1, 3)) : [],
    commits: listOf(random, [0, 0, 1, 1, 2, 3], () => commitLink(random, date)),
    code: listOf(random, [0, 0, 0, 1, 2], () => codePlace(random)),
    links: random.chance(0.3) ? earlier(random.sample(known, 3), date) : [],
    ...(kind === 'experiment' && {
      hypothesis: random.pick(sentences),
      measure: `Minutes, median of a week. Baseline: ${random.between(20, 90)}. Target: ${random.between(5, 19)}.`,
      timebox: addDays(date, 28),
    }),
    ...(kind === 'action' && { due: addDays(date, random.between(7, 40)) }),
    ...((kind === 'action' || kind === 'experiment') && { owner: random.pick(people) }),
  };
  return {
    id,
    date,
    path: entryPath('retro', date, title, id),
    text: withState(printEntry(id, draft), kind, date, random),
  };
}

/** The first that is not later, if there is one. */
function earlier(known: readonly Known[], date: string): readonly string[] {
  return known
    .filter((one) => one.date <= date)
    .slice(0, 1)
    .map(({ id }) => id);
}

/** What became of it: most things are finished. Its keys go to the end of the front matter. */
function withState(text: string, kind: EntryKind, date: string, random: SeededRandom): string {
  const keys = stateOf(kind, addDays(date, random.between(1, 30)), random);
  const lines = Object.entries(keys).flatMap(([key, value]) => printKey(key, value));
  return lines.length === 0 ? text : text.replace('\n---\n', `\n${lines.join('\n')}\n---\n`);
}

function stateOf(kind: EntryKind, end: string, random: SeededRandom): Record<string, string> {
  const open = random.chance(0.15);
  switch (kind) {
    case 'experiment': {
      const started = addDays(end, -random.between(1, 20));
      const outcome = random.pick(['validated', 'validated', 'invalidated', 'inconclusive', 'stopped']);
      return open
        ? { status: 'running', started }
        : { status: 'concluded', started, concluded: end, outcome };
    }
    case 'action':
      if (open) {
        return {};
      }
      return random.chance(0.2)
        ? { status: 'dropped', closed: end, reason: random.pick(sentences) }
        : { status: 'done', closed: end };
    case 'blocker':
      return open ? {} : { status: 'cleared', closed: end };
    case 'win':
    case 'failure':
    case 'learning':
    case 'kudos':
      return {};
    default:
      return kind satisfies never;
  }
}

function bodyOf(random: SeededRandom): string {
  const text = random.sample(sentences, random.between(1, 5)).join(' ');
  if (random.chance(0.1)) {
    return `${text}\n\n## What we saw\n\n${random
      .sample(sentences, 3)
      .map((sentence) => `- ${sentence}`)
      .join('\n')}`;
  }
  return random.chance(0.1) ? `${text}\n\n\`\`\`ts\n${random.pick(codeLines)}\n\`\`\`` : text;
}

function commitLink(random: SeededRandom, date: string): CommitLink {
  const hour = String(random.between(7, 18)).padStart(2, '0');
  return {
    sha: hash(random),
    subject: `${random.pick(['Mend', 'Move', 'Test', 'Speed up', 'Simplify'])} ${random.pick(subjects)}`,
    authored: `${addDays(date, -random.between(0, 5))}T${hour}:${random.between(10, 59)}:00Z`,
    ...(random.chance(0.6) && { patch: hash(random) }),
    ...(random.chance(0.3) && { range: hash(random) }),
    paths: listOf(random, [1, 1, 2, 3], () => path(random)),
    ...(random.chance(0.1) && { change: `I${hash(random)}` }),
    ...(random.chance(0.4) && { pr: random.between(1, 4000) }),
  };
}

function codePlace(random: SeededRandom): CodePlace {
  return random.chance(0.2)
    ? { path: path(random) }
    : { path: path(random), line: random.between(1, 400), text: random.pick(codeLines) };
}

function path(random: SeededRandom): string {
  return `${random.pick(folders)}/${random.pick(files)}`;
}

function hash(random: SeededRandom): string {
  let digits = '';
  while (digits.length < 40) {
    digits += Math.floor(random.next() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  }
  return digits;
}

function listOf<T>(random: SeededRandom, lengths: readonly number[], make: () => T): T[] {
  return Array.from({ length: random.pick(lengths) }, make);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
