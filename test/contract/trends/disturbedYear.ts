import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addDays } from '../../../src/core/dates.ts';

/** The last days of the sample, told for what figures have to cope with: each line is one thing that can go wrong. */
export function disturbYear(root: string, until: string): void {
  const year = new Disturbed(root);
  const ago = (days: number): string => addDays(until, -days);
  year.git('config', 'user.name', 'Priya');
  year.git('config', 'user.email', 'Priya@Example.org');

  year.entry('imp0rted', 'win', ago(9), ['imported: elsewhere']);
  year.entry('notest01', 'experiment', ago(30), [
    'status: concluded',
    `concluded: ${ago(8)}`,
    'outcome: validated',
  ]);
  year.entry('newkind1', 'idea', ago(9));
  year.entry('b0thwr0t', 'learning', ago(12), [], 'CRLF');
  year.commit(
    'Kofi',
    ago(11),
    'Log\n\nCo-authored-by: jonas <jonas@laptop.example.org>\nCo-authored-by: Claude <noreply@anthropic.com>',
  );

  const twice = year.entry('c0pied01', 'failure', ago(40), ['tags: [Caching]', 'links: [B0THWR0T]']);
  year.write(twice.replace('.md', '-again.md'), year.read(twice));
  year.write('retro/entries/broken.md', 'Nobody gave this a front matter.\n');
  year.commit('Nina', ago(40), 'Log more');

  year.entry('n0cl0se1', 'action', ago(60), ['status: done']);
  year.entry('wh7dr0p1', 'action', ago(60), ['status: dropped', `closed: ${ago(50)}`]);
  year.entry('dr0pped1', 'action', ago(60), [
    'status: dropped',
    `closed: ${ago(30)}`,
    'reason: It is not needed',
    'tags: [mail]',
  ]);
  year.entry('ear1y001', 'action', ago(50), ['status: done', `closed: ${ago(51)}`]);
  year.entry('thanks01', 'kudos', ago(6), ['people: [Elif, nobody, KOFI@example.org]']);
  year.commit('Tomas', ago(6), 'Thanks\n\nRetro: c0pied01, b0thwr0t');

  const stale = year.experiment('sta1e001', ago(70), ['status: running', `started: ${ago(66)}`]);
  year.experiment('n0start1', ago(33), ['status: running']);
  year.experiment('st0pped1', ago(48), [
    'status: concluded',
    `started: ${ago(47)}`,
    `concluded: ${ago(20)}`,
    'outcome: stopped',
  ]);
  year.experiment('inc0nc11', ago(48), [
    'status: concluded',
    `started: ${ago(47)}`,
    `concluded: ${ago(27)}`,
    'outcome: inconclusive',
  ]);
  year.commit('Elif', ago(66), 'Try');

  // Moved and changed at once: whoever wrote it first stays its author.
  const moved = stale.replace('sta1e001', 'still-sta1e001');
  year.move(stale, moved);
  year.write(moved, `${year.read(moved)}\nAnd a line more.\n`);
  year.commit('Mara', ago(29), 'Say it better');

  // What was done to a file before it was moved was done where it is now.
  year.write('lab/one/try.ts', 'export const tries = 1;\n');
  year.commit('Kofi', ago(30), 'Try in the lab');
  year.move('lab/one/try.ts', 'src/search/try.ts');
  for (const days of [25, 24, 23, 22]) {
    year.write('lab/two/more.ts', `export const days = ${days};\n`);
    year.commit('Kofi', ago(days), 'More in the lab');
  }

  for (let at = 0; at <= 100; at += 1) {
    year.write(`src/payments/many/f${at}.ts`, `export const at = ${at};\n`);
  }
  year.commit('Elif', ago(21), 'Touch more files than anybody knows');
  year.write('package.json', '{"name": "shop"}\n');
  year.commit('deps[bot]', ago(2), 'Bump');
  // Half past midnight in London is the day before in UTC.
  year.write('lab/two/late.ts', 'export const late = true;\n');
  year.commit('Tomas', `${addDays(until, -121)}T23:30:00Z`, 'Work late');

  // Somebody who only writes: once what minutes list, which then has no author, and once alone.
  year.entry('l1sted01', 'action', ago(33));
  const minutes = ['---', 'id: m1nutes1', 'kind: meeting', `date: ${ago(33)}`, '---', '', '# Retro', ''];
  const card = '- [Entry](../../entries/2026/disturbed-l1sted01.md)';
  year.write('retro/meetings/2026/disturbed-m1nutes1.md', [...minutes, card, ''].join('\n'));
  year.entry('a10ne001', 'learning', ago(3));
  year.commit('Wanda', ago(500), 'Log ahead of time');

  // Rebased: what git tells last was not done last.
  const young = year.experiment('0ut0f0rd', ago(64), ['status: running', `started: ${ago(64)}`]);
  year.commit('Elif', ago(20), 'Try once more');
  year.write(young, `${year.read(young)}\nStill running.\n`);
  year.commit('Elif', ago(64), 'Say that it runs');

  year.entry('n0tyet01', 'learning', ago(1), ['links: [c0pied01]']);
}

class Disturbed {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  entry(id: string, kind: string, date: string, keys: readonly string[] = [], endings = ''): string {
    return this.#page(id, [`kind: ${kind}`, `date: ${date}`, ...keys], '', endings);
  }

  experiment(id: string, date: string, keys: readonly string[]): string {
    const body = '\n## Hypothesis\n\nIt helps.\n\n## Measure\n\nHow often.\n';
    return this.#page(id, ['kind: experiment', `date: ${date}`, ...keys], body);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.#root, path)), { recursive: true });
    writeFileSync(join(this.#root, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.#root, path), 'utf8');
  }

  move(from: string, to: string): void {
    mkdirSync(dirname(join(this.#root, to)), { recursive: true });
    renameSync(join(this.#root, from), join(this.#root, to));
  }

  /** @param at a day, or a moment */
  commit(name: string, at: string, message: string): void {
    const address = `${name.toLowerCase().replace(/\W/g, '')}@example.org`;
    this.git('add', '--all');
    this.git(
      ...[
        '-c',
        `user.name=${name}`,
        '-c',
        `user.email=${address}`,
        'commit',
        '--quiet',
        '--message',
        message,
      ],
      ...['--date', at.includes('T') ? at : `${at}T12:00:00Z`],
    );
  }

  git(...args: readonly string[]): void {
    execFileSync('git', args, { cwd: this.#root, stdio: 'pipe' });
  }

  #page(id: string, keys: readonly string[], body: string, endings = ''): string {
    const path = `retro/entries/2026/disturbed-${id}.md`;
    const text = ['---', `id: ${id}`, ...keys, '---', '', `# Entry ${id}`, body].join('\n');
    this.write(path, endings === 'CRLF' ? text.replaceAll('\n', '\r\n') : text);
    return path;
  }
}
