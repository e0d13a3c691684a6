import type { PathChange } from '../git/activityLog.ts';
import { areaOf } from '../team/areaOf.ts';
import type { TeamSettings } from '../team/teamSettings.ts';
import type { GatheredCommit, Writers } from './gatherCommits.ts';

/** What changes are read for. */
export interface GatherSettings {
  readonly team: TeamSettings;
  /** POSIX path of the log's root from the root of the work tree; `''` or with a slash at its end. */
  readonly prefix: string;
  /** The log's folder, POSIX, from the log's root. */
  readonly folder: string;
}

/** What became of a file of the log, as far as changes were read. */
export interface GatheredFile {
  /** Who added it; absent as long as that was not come across. */
  by?: Writers;
  /** Who was the first to change it, as far as is known. */
  touchedBy: Writers;
  readonly days: string[];
}

/** Commits that touch more files than this change how the code is kept, not what is known of an area. */
const mostFiles = 100;

/**
 * Takes what commits did, newest first, and keeps of it what figures need: no paths but those of the log, so that
 * what is kept stays small beside the history. A file that was moved belongs to the area where it is today.
 */
export class ChangeGatherer {
  /** The areas of each commit that was taken; none for a merge, and for one that touches more than 100 files. */
  readonly areas: (readonly string[])[] = [];
  /** Files of the log, by their path today, from the log's root. */
  readonly files = new Map<string, GatheredFile>();
  readonly #settings: GatherSettings;
  /** Where files of that name are today, as far as newer commits moved them. */
  readonly #today = new Map<string, string>();
  readonly #sets = new Map<string, readonly string[]>();

  constructor(settings: GatherSettings) {
    this.#settings = settings;
  }

  /** How many commits were taken. */
  get count(): number {
    return this.areas.length;
  }

  /** Whether the commit that added a file of the log was taken. */
  isAdded(path: string): boolean {
    return this.files.get(path)?.by !== undefined;
  }

  /**
   * @param commit the one that did it
   * @returns the files of the log that it touches
   */
  take(changes: readonly PathChange[], commit: GatheredCommit): readonly string[] {
    const areas = new Set<string>();
    const touched: string[] = [];
    for (const change of withRenamedEntries(changes)) {
      const path = this.#pathToday(change);
      if (path === undefined) {
        continue;
      }
      if (path.startsWith(`${this.#settings.folder}/`)) {
        this.#noteFile(path, change, commit);
        touched.push(path);
      } else if (changes.length <= mostFiles) {
        areas.add(areaOf(path, this.#settings.team));
      }
    }
    this.areas.push(this.#oneCopy([...areas]));
    return touched;
  }

  /** Where the file of a change is today, from the log's root; `undefined` where it is outside of that. */
  #pathToday({ path, from, did }: PathChange): string | undefined {
    const now = this.#today.get(path) ?? path;
    if (did === 'added' || did === 'moved') {
      // What had this name before was another file.
      this.#today.delete(path);
    }
    if (from !== undefined && from !== now) {
      this.#today.set(from, now);
    }
    const { prefix } = this.#settings;
    return now.startsWith(prefix) ? now.slice(prefix.length) : undefined;
  }

  /** What was done before a file was added was done to another one of its name. */
  #noteFile(path: string, { did }: PathChange, { day, by }: GatheredCommit): void {
    const file = this.files.get(path) ?? { touchedBy: by, days: [] };
    if (file.by !== undefined) {
      return;
    }
    file.touchedBy = by;
    if (did === 'added') {
      file.by = by;
    }
    if (file.days.at(-1) !== day) {
      file.days.push(day);
    }
    this.files.set(path, file);
  }

  /** Most commits touch what another one touched. */
  #oneCopy(areas: readonly string[]): readonly string[] {
    const key = areas.join('\0');
    const known = this.#sets.get(key) ?? areas;
    this.#sets.set(key, known);
    return known;
  }
}

/** A file of which only the end of the name, its id, is the same was moved and changed at once. */
function withRenamedEntries(changes: readonly PathChange[]): readonly PathChange[] {
  const removed = new Map<string | undefined, string>();
  for (const { did, path } of changes) {
    const id = did === 'removed' ? idAtEnd(path) : undefined;
    if (id !== undefined) {
      removed.set(id, path);
    }
  }
  if (removed.size === 0) {
    return changes;
  }
  const renamed = changes.map((change): PathChange => {
    const from = change.did === 'added' ? removed.get(idAtEnd(change.path)) : undefined;
    return from === undefined ? change : { path: change.path, from, did: 'moved' };
  });
  const gone = new Set(renamed.flatMap(({ from }) => from ?? []));
  return renamed.filter(({ did, path }) => did !== 'removed' || !gone.has(path));
}

function idAtEnd(path: string): string | undefined {
  return /-([a-z0-9]{8})\.md$/.exec(path)?.[1];
}
