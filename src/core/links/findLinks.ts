import type { GitAnswer } from '../ports/git.ts';
import type { EntryLink } from './grade.ts';
import type { LinkFacts, Need } from './linkFacts.ts';
import { findByRule, type LinkRule, linkRules, suspectsOf } from './rules.ts';

/** Facts that can be added to: each call has git asked, and what it told stands in the tables afterwards. */
export interface FactSource extends LinkFacts {
  /** Brings what is needed of some commits. */
  fetch(need: Need, shas: readonly string[]): Promise<GitAnswer<void>>;
  /** Brings the commits that touch the paths of some links, or of their entries. */
  lookAtPaths(links: readonly EntryLink[]): Promise<GitAnswer<void>>;
  /** Brings the commits that may quote the subjects of some links. */
  lookAtLines(links: readonly EntryLink[]): void;
  /**
   * Makes sure of patch-ids that were kept from an earlier run: what is kept may be wrong.
   *
   * @returns whether all of them were right
   */
  recheck(shas: readonly string[]): Promise<GitAnswer<boolean>>;
}

/** Which commit a link means, and the rule that found it. */
export interface FoundLink {
  readonly rule: LinkRule;
  readonly now: string;
}

type Finds = ReadonlyMap<EntryLink, FoundLink>;

/**
 * Finds the commits that broken links mean, by one rule after the other; what a surer rule found is not asked of
 * the next. What is not in the answer is lost.
 *
 * @param report told the share of the work that is done
 */
export async function findLinks(
  broken: readonly EntryLink[],
  source: FactSource,
  report: (share: number) => void,
): Promise<GitAnswer<Finds>> {
  const finds = new Map<EntryLink, FoundLink>();
  for (const [index, rule] of linkRules.entries()) {
    const open = broken.filter((asked) => !finds.has(asked));
    if (open.length === 0) {
      break;
    }
    const found = await tryRule(rule, open, source);
    if (found.state !== 'ok') {
      return found;
    }
    for (const [asked, find] of found.value) {
      finds.set(asked, find);
    }
    report((index + 1) / linkRules.length);
  }
  return { state: 'ok', value: finds };
}

async function tryRule(
  rule: LinkRule,
  open: readonly EntryLink[],
  source: FactSource,
): Promise<GitAnswer<Finds>> {
  if (rule.looksAtLines === true) {
    source.lookAtLines(open);
  }
  const looked = rule.looksAtPaths === true ? await source.lookAtPaths(open) : undefined;
  if (looked !== undefined && looked.state !== 'ok') {
    return looked;
  }
  const suspects = new Set(open.flatMap((asked) => suspectsOf(rule, asked, source)).map(({ sha }) => sha));
  for (const need of suspects.size === 0 ? [] : rule.needs) {
    const fetched = await source.fetch(need, [...suspects]);
    if (fetched.state !== 'ok') {
      return fetched;
    }
  }
  const finds = findAll(rule, open, source);
  if (!rule.needs.includes('patches') || finds.size === 0) {
    return { state: 'ok', value: finds };
  }
  const sure = await source.recheck([...finds.values()].map(({ now }) => now));
  return sure.state === 'ok'
    ? { state: 'ok', value: sure.value ? finds : findAll(rule, open, source) }
    : sure;
}

function findAll(rule: LinkRule, open: readonly EntryLink[], source: FactSource): Finds {
  const finds = new Map<EntryLink, FoundLink>();
  for (const asked of open) {
    const now = findByRule(rule, asked, source)?.sha;
    if (now !== undefined) {
      finds.set(asked, { rule, now });
    }
  }
  return finds;
}
