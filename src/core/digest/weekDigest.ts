import * as l10n from '@vscode/l10n';
import { displayText } from '../entries/displayText.ts';
import type { Entry } from '../entries/entry.ts';
import { titleLimit } from '../format/entryTitle.ts';
import { plainMarkdown } from './plainMarkdown.ts';

/** What a digest is about. Both days are ISO 8601 and inclusive. */
export interface DigestSpan {
  readonly since: string;
  readonly until: string;
}

/**
 * What went well, what was learned and who is thanked, as Markdown to paste into a chat: bold headings and lists,
 * the oldest entry first. It never says who wrote something or how much; names are those that kudos thank.
 *
 * @param team the team's name, if it has one
 * @returns lines that end in LF; one kind sentence where there is nothing
 */
export function weekDigest(entries: readonly Entry[], span: DigestSpan, team?: string): string {
  const inSpan = entries.filter((entry) => entry.date >= span.since && entry.date <= span.until).toReversed();
  const sections = [
    section(l10n.t('Wins'), inSpan, 'win', titleOf),
    section(l10n.t('Learnings'), inSpan, 'learning', titleOf),
    section(l10n.t('Thanks'), inSpan, 'kudos', thanksOf),
  ].filter((lines) => lines.length > 0);
  const heading =
    team === undefined
      ? l10n.t('What we take with us, since {0}', span.since)
      : l10n.t('What {0} takes with it, since {1}', shown(team), span.since);
  const rest =
    sections.length > 0
      ? sections.flatMap((lines) => ['', ...lines])
      : ['', l10n.t('No wins, learnings or thanks have been written down yet. Quiet weeks are fine.')];
  return `${[`**${heading}**`, ...rest].join('\n')}\n`;
}

function section(
  name: string,
  entries: readonly Entry[],
  kind: string,
  lineOf: (entry: Entry) => string,
): readonly string[] {
  const those = entries.filter((entry) => entry.kind === kind);
  return those.length === 0 ? [] : [`**${name}**`, ...those.map((entry) => `- ${lineOf(entry)}`)];
}

function titleOf(entry: Entry): string {
  return shown(entry.title);
}

function thanksOf(entry: Entry): string {
  return entry.people.length === 0
    ? titleOf(entry)
    : l10n.t('{0}: {1}', entry.people.map(shown).join(', '), titleOf(entry));
}

function shown(text: string): string {
  return plainMarkdown(displayText(text, titleLimit));
}
