import * as l10n from '@vscode/l10n';
import type { AuditAnswers } from './audit.ts';
import type { AuditComparison } from './compareAudits.ts';
import { type Depth, statementWith, survey, type Theme } from './survey.ts';

const own = { survey: survey.name, wording: survey.wording };

/** A theme as a heading. */
export function themeName(theme: Theme): string {
  switch (theme) {
    case 'solving':
      return l10n.t('How problems are solved');
    case 'failing':
      return l10n.t('What happens when someone fails');
    case 'leading':
      return l10n.t('How leaders model learning');
    case 'habits':
      return l10n.t('Which informal habits exist');
  }
}

/** Where a statement looks. */
export function depthName(depth: Depth): string {
  switch (depth) {
    case 'above':
      return l10n.t('Above the surface');
    case 'below':
      return l10n.t('Just below');
    case 'deep':
      return l10n.t('Deep below');
  }
}

/** What there is to see at a depth. */
export function depthMeaning(depth: Depth): string {
  switch (depth) {
    case 'above':
      return l10n.t('what a visitor can see');
    case 'below':
      return l10n.t('what we say and agree on');
    case 'deep':
      return l10n.t('what we believe and take for granted');
  }
}

/** What is rated: the wording that `survey` names. */
const texts: Readonly<Record<Theme, Readonly<Record<Depth, () => string>>>> = {
  solving: {
    above: () => l10n.t('A visitor sees us ask what caused a problem before we talk about the fix.'),
    below: () => l10n.t('We have agreed that whoever finds a problem says so at once, whoever caused it.'),
    deep: () =>
      l10n.t('We believe that most of our problems come from how we work, not from who did the work.'),
  },
  failing: {
    above: () => l10n.t('A visitor hears failures told openly, together with what they taught us.'),
    below: () => l10n.t('We say that a failure is there to be learned from, and we take the time for it.'),
    deep: () => l10n.t('We trust that telling of a failure of our own does none of us any harm.'),
  },
  leading: {
    above: () => l10n.t('A visitor hears those who lead say “I do not know” and “I was wrong”.'),
    below: () => l10n.t('Those who lead ask for other opinions, and thank whoever brings bad news.'),
    deep: () => l10n.t('We believe that those who lead want to hear the truth, even when it is unwelcome.'),
  },
  habits: {
    above: () => l10n.t('A visitor sees people share what they learned without being asked.'),
    below: () => l10n.t('We have agreed that time to learn and to try things out belongs to our work.'),
    deep: () => l10n.t('We take for granted that how we work can get better, and that it is ours to change.'),
  },
};

/** The text of a statement; one of another survey or wording, whose text is not known, is called by its id. */
export function statementText(id: string, audit: Pick<AuditAnswers, 'survey' | 'wording'> = own): string {
  const statement = statementWith(id);
  return statement === undefined || audit.survey !== survey.name || audit.wording !== survey.wording
    ? id
    : texts[statement.theme][statement.depth]();
}

/** That what is seen and what is believed differ. */
export function gapWords({ above, deep }: { readonly above: number; readonly deep: number }): string {
  return above > deep
    ? l10n.t('What can be seen is rated {0}, what is believed {1}: the surface looks better.', above, deep)
    : l10n.t(
        'What can be seen is rated {0}, what is believed {1}: more is believed than shows.',
        above,
        deep,
      );
}

/** What has changed since the audit before, in a sentence. */
export function sinceWords(comparison: AuditComparison): string {
  return comparison.state === 'compared'
    ? movedWords(comparison)
    : l10n.t('The audit before asked other questions, so there is no comparison.');
}

function movedWords({ moved, same }: Extract<AuditComparison, { state: 'compared' }>): string {
  const up = moved.filter(({ before, now }) => now > before).length;
  if (moved.length + same === 0) {
    return l10n.t('No statement was rated both times.');
  }
  return l10n.t('Stronger than before: {0}. Weaker: {1}. As before: {2}.', up, moved.length - up, same);
}

/**
 * Why a team may want to get better at a statement, to be changed by who plans it.
 *
 * @param blocks what the team said that blocks its theme, in one line; empty for nothing
 */
export function whyWords(score: number, best: number, date: string, blocks: string): string {
  return blocks === ''
    ? l10n.t('We rated it {0} of {1} on {2}.', score, best, date)
    : l10n.t('We rated it {0} of {1} on {2}. What blocks it: {3}', score, best, date, blocks);
}
