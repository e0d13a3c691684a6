import type { Entry } from '../entries/entry.ts';
import { matchesPath } from './matchesPath.ts';
import type { TeamSettings } from './teamSettings.ts';

/** The area of the code that a path is in: the first whose patterns match, or its first two folders. */
export function areaOf(path: string, settings: TeamSettings): string {
  for (const [area, patterns] of Object.entries(settings.areas)) {
    if (patterns.some((pattern) => matchesPath(pattern, path))) {
      return area;
    }
  }
  const folders = path.split('/').slice(0, -1);
  return folders.length === 0 ? '.' : folders.slice(0, 2).join('/');
}

/** How many entries are looked at in one step. */
const stepLength = 200;

/** The areas that entries are about, those with the most entries first, in steps; equally many by name. */
export function* areasInUse(
  entries: readonly Pick<Entry, 'code' | 'commits'>[],
  team: TeamSettings,
): Generator<void, readonly string[]> {
  const known = new Map<string, string>();
  const areaAt = (path: string): string => {
    const area = known.get(path) ?? areaOf(path, team);
    known.set(path, area);
    return area;
  };
  const counts = new Map<string, number>();
  for (const [at, entry] of entries.entries()) {
    if (at % stepLength === 0) {
      yield;
    }
    for (const area of new Set(pathsAbout(entry).map(areaAt))) {
      counts.set(area, (counts.get(area) ?? 0) + 1);
    }
  }
  counts.delete('');
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([area]) => area);
}

/** The areas that an entry's places lie in or, where it names none, those that its commits touch. */
export function areasOf(
  { code, commits }: Pick<Entry, 'code' | 'commits'>,
  team: TeamSettings,
): readonly string[] {
  return pathsAbout({ code, commits })
    .map((path) => areaOf(path, team))
    .filter((area) => area !== '');
}

function pathsAbout({ code, commits }: Pick<Entry, 'code' | 'commits'>): readonly string[] {
  return code.length > 0 ? code.map(({ path }) => path) : commits.flatMap(({ paths = [] }) => paths);
}
