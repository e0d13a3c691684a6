import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The table of what goes wrong, seen from the root of the project. */
export const hostileTablePath = 'test/hostile.md';

const rooms = ['unit', 'contract', 'browser', 'vscode'] as const;
const number = /\[([A-J]\d{1,3})\]/g;
const row = /^(\| ([A-J]\d{1,3}) +\|[^|]*\|).*$/gm;

/** Which files of tests, from `test/`, carry which number of a row. */
export function numberedTests(): ReadonlyMap<string, readonly string[]> {
  const tests = new Map<string, string[]>();
  for (const file of rooms.flatMap(filesIn).toSorted()) {
    for (const name of new Set(numbersIn(readFileSync(join('test', file), 'utf8'), number, 1))) {
      tests.set(name, [...(tests.get(name) ?? []), file]);
    }
  }
  return tests;
}

/** The numbers of the rows that a table has, in its order. */
export function rowsOf(table: string): readonly string[] {
  return numbersIn(table, row, 2);
}

/** The same table with the tests of each row as they are. */
export function withTests(table: string, tests: ReadonlyMap<string, readonly string[]>): string {
  return table.replace(row, (_, begin: string, name: string) => {
    const links = (tests.get(name) ?? []).map((file) => `[${basename(file)}](${file})`);
    return `${begin} ${links.join(', ')} |`;
  });
}

function filesIn(room: string): readonly string[] {
  return readdirSync(join('test', room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${room}/${file.replaceAll('\\', '/')}`);
}

function numbersIn(text: string, pattern: RegExp, group: number): readonly string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[group] ?? []);
}
