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

/** The areas that an entry's places lie in or, where it names none, those that its commits touch. */
export function areasOf(
  { code, commits }: Pick<Entry, 'code' | 'commits'>,
  team: TeamSettings,
): readonly string[] {
  const places = code.map((place) => place.path);
  const paths = places.length > 0 ? places : commits.flatMap((commit) => commit.paths ?? []);
  return paths.map((path) => areaOf(path, team)).filter((area) => area !== '');
}
