import * as l10n from '@vscode/l10n';
import type { Indicators } from './trends.ts';

/** What an indicator means, in one sentence. */
export function meaningOf(key: keyof Indicators): string {
  const meanings: Readonly<Record<keyof Indicators, () => string>> = {
    experimentationRate: () =>
      l10n.t('How often something was tried to its end. Every outcome counts, on the day it was concluded.'),
    experimentFlow: () =>
      l10n.t(
        'How often something new was tried. What runs for long without an end has not taught anything yet.',
      ),
    surpriseShare: () =>
      l10n.t(
        'How often it came out otherwise than expected. If nothing ever surprises, the ideas may be too safe.',
      ),
    learningRate: () => l10n.t('How often it was written down what was learned.'),
    learningYield: () =>
      l10n.t('How many failures and experiments a learning came of, each given 14 days for it.'),
    timeToLearning: () =>
      l10n.t(
        'How long it took from a failure to the first learning from it; those without one count as open.',
      ),
    followThrough: () =>
      l10n.t('How many actions were closed within 30 days. Dropping one with a reason closes it, too.'),
    timeToClose: () => l10n.t('How long an action takes; those still open count as long as they have been.'),
    recurrence: () =>
      l10n.t('What was settled or learned, and whose tag or file is in a later failure again.'),
    participation: () =>
      l10n.t('How many of those at work wrote an entry, helped to write one, or were thanked in one.'),
    spread: () => l10n.t('Over how many hands the writing is spread: 0 where one person wrote everything.'),
    reuse: () => l10n.t('How many entries somebody else came back to, in an entry, a commit or a meeting.'),
    sharedAreas: () => l10n.t('How many areas of the code at least two people worked on.'),
    internalMobility: () =>
      l10n.t('How many people found their way into an area that they had not touched for a year.'),
    psychologicalSafety: () =>
      l10n.t('How safe it is to speak up, ask and be wrong here, as the newest round of the survey says.'),
    recognition: () => l10n.t('How often somebody was thanked.'),
    cadence: () => l10n.t('How often the team met to look back.'),
  };
  return meanings[key]();
}
