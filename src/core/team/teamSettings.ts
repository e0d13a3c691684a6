import * as l10n from '@vscode/l10n';
import { nodeAt } from '../format/readYaml.ts';
import { readYamlFile } from '../format/readYamlFile.ts';
import type { Problem } from '../problem.ts';
import { teamSchema } from './teamSchema.ts';

/** What a team settles once for everyone, in `retro.yml`. */
export interface TeamSettings {
  /** The team's name. */
  readonly team?: string;
  /** An IANA name, for weeks and windows of time. */
  readonly timezone: string;
  /** Areas of the code: patterns of paths, by the area's name. Empty: the first two folders of a path. */
  readonly areas: Readonly<Record<string, readonly string[]>>;
  /** At most this many experiments are meant to run at once. */
  readonly experimentLimit: number;
}

/** The settings of a team without a `retro.yml`. */
export const defaultTeamSettings: TeamSettings = { timezone: 'UTC', areas: {}, experimentLimit: 3 };

/**
 * Reads `retro.yml`. What cannot be used is a problem and has its default; an empty file is all defaults.
 *
 * @param path POSIX, carried into the problems
 */
export function parseTeamSettings(
  path: string,
  text: string,
): { settings: TeamSettings; problems: Problem[] } {
  const { data, problems: faults } = readYamlFile(path, text);
  if (data === undefined) {
    return { settings: defaultTeamSettings, problems: [...faults] };
  }
  const { issues } = teamSchema.safeParse(data.values).error ?? { issues: [] };
  const problems = issues.map((issue): Problem => {
    const line = nodeAt(data.root, issue.path)?.line ?? 1;
    return {
      code: 'bad-setting',
      severity: 'error',
      path,
      line,
      message: sentenceFor(issue.message, issue.path),
    };
  });
  const wrong = new Set(issues.map((issue) => issue.path[0]));
  const good = Object.entries(data.values).filter(([key]) => !wrong.has(key));
  return { settings: settingsFrom(teamSchema.parse(Object.fromEntries(good))), problems };
}

function settingsFrom(given: ReturnType<typeof teamSchema.parse>): TeamSettings {
  return {
    ...(given.team == null ? {} : { team: given.team }),
    timezone: given.timezone ?? defaultTeamSettings.timezone,
    areas: given.areas ?? defaultTeamSettings.areas,
    experimentLimit: given.experiments?.limit ?? defaultTeamSettings.experimentLimit,
  };
}

function sentenceFor(expected: string, path: readonly PropertyKey[]): string {
  const key = path.map(String).join('.');
  switch (expected) {
    case 'timezone':
      return l10n.t('“{0}” must be the name of a time zone, as in “Europe/London”. UTC is used.', key);
    case 'areas':
      return l10n.t(
        '“areas” must be names with lists of paths, as in “payments: [services/pay/**]”. The first two folders are used.',
      );
    case 'list':
      return l10n.t(
        '“{0}” must be a list of paths, as in [services/pay/**]. The first two folders are used.',
        key,
      );
    case 'count':
    case 'experiments':
      return l10n.t('“experiments” must be a whole number above 0, as in {limit: 3}. 3 is used.');
    default:
      return l10n.t('“{0}” must be text. Put it in quotes.', key);
  }
}
