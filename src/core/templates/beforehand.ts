import * as l10n from '@vscode/l10n';
import { column, template } from './makeTemplate.ts';
import type { Template } from './template.ts';

/** Pre-mortems and other meetings that look ahead. */
export function beforehand(): readonly Template[] {
  return [...dangers(), ...hopes()];
}

function dangers(): readonly Template[] {
  return [
    template(
      'pre-mortem',
      l10n.t('Pre-mortem'),
      l10n.t('It is a year from now and the project has failed. Why? And what can be done about it today?'),
      [
        column(l10n.t('It failed because'), 'failure', l10n.t('Write as if it had happened.')),
        column(l10n.t('We would see it by'), 'learning', l10n.t('What would be the first sign?')),
        column(l10n.t('We could prevent it by'), 'experiment', l10n.t('What is cheap to do now?')),
        column(l10n.t('We accept'), undefined, l10n.t('Which risk do we take with open eyes?')),
      ],
      { minutes: { write: 10, discuss: 25 } },
    ),
    template(
      'launch-check',
      l10n.t('Before a launch'),
      l10n.t('The last look before something goes out: what is ready, what is not, and how to go back.'),
      [
        column(l10n.t('Ready'), 'win', l10n.t('What do we not need to think about any more?')),
        column(l10n.t('Not sure'), 'blocker', l10n.t('What has nobody tried yet?')),
        column(
          l10n.t('If it goes wrong'),
          'failure',
          l10n.t('What do we do, who does it, and how do we go back?'),
        ),
        column(l10n.t('Who has to know'), undefined, l10n.t('Who will be asked about it?')),
      ],
    ),
    template(
      'assumptions',
      l10n.t('What we take for granted'),
      l10n.t('Every plan stands on things that nobody has checked. Which of them would hurt?'),
      [
        column(l10n.t('We believe'), undefined, l10n.t('What has to be true for the plan to work?')),
        column(l10n.t('We know, because'), 'learning', l10n.t('What have we seen ourselves?')),
        column(l10n.t('We could check it by'), 'experiment', l10n.t('What is the smallest test?')),
      ],
    ),
    template(
      'worst-idea',
      l10n.t('How to ruin it'),
      l10n.t('What would we have to do for this to go wrong for certain? Then look which of it we do.'),
      [
        column(l10n.t('Sure to ruin it'), undefined, l10n.t('The worse the idea the better.')),
        column(l10n.t('We do that already'), 'failure', l10n.t('Honestly: which of it looks familiar?')),
        column(l10n.t('The opposite'), 'experiment', l10n.t('What is the opposite, in a small dose?')),
      ],
    ),
  ];
}

function hopes(): readonly Template[] {
  return [
    template(
      'futurespective',
      l10n.t('Futurespective'),
      l10n.t('We have arrived and are celebrating. How did we get here?'),
      [
        column(l10n.t('What we celebrate'), 'win', l10n.t('It is the day. What has become true?')),
        column(l10n.t('What got us here'), 'learning', l10n.t('What did we do that made the difference?')),
        column(
          l10n.t('What we had to get past'),
          'blocker',
          l10n.t('What was in the way, and how did we get round it?'),
        ),
        column(l10n.t('The first step'), 'experiment', l10n.t('What did we do in the first week?')),
      ],
    ),
    template(
      'hopes-and-concerns',
      l10n.t('Hopes and concerns'),
      l10n.t(
        'At the start of something new: what people look forward to, and what they would like to be sure of.',
      ),
      [
        column(l10n.t('Hopes'), 'win', l10n.t('What would make you glad to have been part of it?')),
        column(l10n.t('Concerns'), 'blocker', l10n.t('What would let you sleep better if you knew it?')),
        column(l10n.t('Needs'), 'experiment', l10n.t('What do you need from us?')),
      ],
    ),
    template(
      'next-steps',
      l10n.t('What next'),
      l10n.t('A short meeting to choose what the team tries until the next retro.'),
      [
        column(l10n.t('Could try'), 'experiment', l10n.t('If we did …, then we would see …')),
        column(l10n.t('Would need'), 'blocker', l10n.t('What has to be there first?')),
      ],
      { phases: ['review', 'write', 'vote', 'decide', 'close'], minutes: { write: 5, decide: 10 } },
    ),
  ];
}
