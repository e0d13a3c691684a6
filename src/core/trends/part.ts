import * as l10n from '@vscode/l10n';
import type { Entry } from '../entries/entry.ts';
import { areasOf } from '../team/areaOf.ts';
import type { TeamSettings } from '../team/teamSettings.ts';
import type { Missing } from './figures.ts';

/** The part of a log that figures are about. Empty: all of it. Both given: what is in both. Never a person. */
export interface Part {
  readonly tag?: string;
  /** An area of the code, as `areaOf` names it. */
  readonly area?: string;
}

/** Tells which entries belong to a part: by their tags, and by where their places or else their commits are. */
export function belongsTo({ tag, area }: Part, team: TeamSettings): (entry: Entry) => boolean {
  const wanted = tag === undefined ? undefined : tagKey(tag);
  return (entry) =>
    (wanted === undefined || entry.tags.some((one) => tagKey(one) === wanted)) &&
    (area === undefined || areasOf(entry, team).includes(area));
}

/** Whether it is less than the whole log. */
export function isPart({ tag, area }: Part): boolean {
  return tag !== undefined || area !== undefined;
}

/** What stands where a figure would that can be told of a whole log only, or of an area but not of a tag. */
export function missingPart({ tag }: Part): Missing {
  return {
    missing: tag === undefined ? l10n.t('not collected for an area') : l10n.t('not collected for a tag'),
  };
}

/** Whether two tags are one: upper and lower case are alike. */
export function tagKey(tag: string): string {
  return tag.trim().toLowerCase();
}
