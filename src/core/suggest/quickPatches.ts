import * as l10n from '@vscode/l10n';
import type { PastCommit, PastTag } from '../ports/past.ts';
import type { Mainline } from './mainline.ts';
import type { DraftSignal, SuggestedCommit } from './suggestion.ts';
import { suggestedCommit } from './suggestedCommit.ts';

/** A release and its first patch, `x.y.0` and `x.y.1`. */
interface Release {
  first?: PastTag;
  patch?: PastTag;
}

const soon = 3 * 24 * 60 * 60;
const mostOften = 0.25;
const mostCommits = 5;
const version = /^(|.*[^\d.])(\d{1,9}\.\d{1,9})\.([01])$/s;

/**
 * The releases that needed a patch within three days. In a team where more than every fourth does, that says
 * nothing: then there are none.
 */
export function quickPatches(tags: readonly PastTag[], history: Mainline): readonly DraftSignal[] {
  const quick: DraftSignal[] = [];
  for (const releases of releasesByName(tags).values()) {
    const all = [...releases.values()].filter(({ first }) => first !== undefined);
    const hurried = all.filter(isQuick);
    if (hurried.length <= mostOften * all.length) {
      quick.push(...hurried.flatMap((release) => signalOf(release, history)));
    }
  }
  return quick;
}

/** Releases by what stands before their numbers (several packages may be released from one repository). */
function releasesByName(tags: readonly PastTag[]): ReadonlyMap<string, ReadonlyMap<string, Release>> {
  const names = new Map<string, Map<string, Release>>();
  for (const tag of tags) {
    const [, name, number, patch] = version.exec(tag.name) ?? [];
    if (name !== undefined && number !== undefined) {
      const releases = names.get(name) ?? new Map<string, Release>();
      const release = releases.get(number) ?? {};
      names.set(name, releases.set(number, { ...release, [patch === '0' ? 'first' : 'patch']: tag }));
    }
  }
  return names;
}

function isQuick({ first, patch }: Release): boolean {
  const seconds = (patch?.seconds ?? Infinity) - (first?.seconds ?? 0);
  return seconds >= 0 && seconds <= soon;
}

function signalOf({ first, patch }: Release, history: Mainline): readonly DraftSignal[] {
  const tip = patch && history.find(patch.sha);
  if (first === undefined || patch === undefined || tip === undefined) {
    return [];
  }
  return [
    {
      rule: 'quick-patch',
      kind: 'failure',
      title: l10n.t('{0} needed {1} within three days', first.name, patch.name),
      body: '',
      date: new Date(patch.seconds * 1000).toISOString().slice(0, 10),
      commits: [suggestedCommit(tip), ...patched(tip, first.sha, history)],
    },
  ];
}

/** What went into the patch besides its last commit, newest first. */
function patched(tip: PastCommit, first: string, history: Mainline): readonly SuggestedCommit[] {
  const found: SuggestedCommit[] = [];
  let next = history.parentOf(tip);
  while (next !== undefined && next.sha !== first && found.length < mostCommits) {
    found.push(suggestedCommit(next));
    next = history.parentOf(next);
  }
  return next?.sha === first ? found : [];
}
