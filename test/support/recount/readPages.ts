import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readFrontMatter, type Value } from './readFrontMatter.ts';

/** One Markdown file of a log, taken apart. */
export interface PlainPage {
  /** POSIX, from the root of the repository. */
  readonly path: string;
  readonly keys: Readonly<Record<string, Value>>;
  /** The text below the front matter. */
  readonly body: string;
}

/** All of them, by path; `unreadable` are those without a front matter. */
export function readPages(root: string): {
  readonly pages: readonly PlainPage[];
  readonly unreadable: readonly string[];
} {
  const pages: PlainPage[] = [];
  const unreadable: string[] = [];
  for (const folder of ['entries', 'meetings', 'pulses']) {
    const found = readdirSync(join(root, 'retro', folder), { recursive: true, encoding: 'utf8' });
    for (const name of found.filter((path) => path.endsWith('.md'))) {
      const path = posix.join('retro', folder, name);
      const text = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
      const [, front, body = ''] = /^---\n([^]*?\n)---\n([^]*)$/.exec(text) ?? [];
      if (front === undefined) {
        unreadable.push(path);
      } else {
        pages.push({ path, body, keys: readFrontMatter(front.trimEnd().split('\n')) });
      }
    }
  }
  return { pages: pages.sort((a, b) => (a.path < b.path ? -1 : 1)), unreadable: unreadable.sort() };
}

/** The team's settings that figures rest on. */
export function readTeam(root: string): {
  readonly timezone: string;
  readonly areas: ReadonlyMap<string, readonly string[]>;
} {
  const lines = readFileSync(join(root, 'retro/retro.yml'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const { timezone, areas = {} } = readFrontMatter(lines);
  return {
    timezone: typeof timezone === 'string' ? timezone : 'UTC',
    areas: new Map(Object.entries(areas).map(([name, paths]) => [name, texts(paths)])),
  };
}

/** A text of a page, or nothing. */
export function text(page: PlainPage, key: string): string | undefined {
  const value = page.keys[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A list of texts of a page; one that is not there is empty. */
export function texts(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Whether a section of this name has anything in it. */
export function says(page: PlainPage, section: string): boolean {
  const [, below = ''] = page.body.split(new RegExp(`^## ${section}$`, 'm'));
  return (below.split(/^##? /m)[0] ?? '').trim() !== '';
}

/** The files that a page links to, from the root of the repository. */
export function linkedPaths({ path, body }: PlainPage): readonly string[] {
  return [...body.matchAll(/\]\(([^)]+\.md)\)/g)].map(([, target = '']) =>
    posix.join(posix.dirname(path), target),
  );
}
