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
