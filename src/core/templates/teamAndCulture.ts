import * as l10n from '@vscode/l10n';
import { column, template, withoutNames } from './makeTemplate.ts';
import type { Template } from './template.ts';

/** How a team is doing, and what it is like to work here. */
export function teamAndCulture(): readonly Template[] {
  return [...health(), ...habits(), ...culture(), ...voice()];
}

function health(): readonly Template[] {
  return [
    template(
      'team-health',
      l10n.t('Team health'),
      l10n.t('How we are doing as a team, in six parts of the work.'),
      [
        column(l10n.t('What we make'), undefined, l10n.t('Are we proud of it? Does it help anyone?')),
        column(l10n.t('How we work'), undefined, l10n.t('Do our ways of working help or hinder?')),
        column(l10n.t('The code'), undefined, l10n.t('Is it a good place to work in?')),
        column(l10n.t('How we learn'), 'learning', l10n.t('Do we know more than a month ago?')),
        column(l10n.t('Each other'), 'kudos', l10n.t('Can we ask, help and disagree?')),
        column(l10n.t('Support'), 'blocker', l10n.t('Do we get what we need from outside the team?')),
      ],
      withoutNames,
    ),
    template(
      'energy',
      l10n.t('Energy'),
      l10n.t('What gives people strength at work, and what takes it.'),
      [
        column(l10n.t('Gives energy'), 'win', l10n.t('After what do you feel better than before?')),
        column(l10n.t('Takes energy'), 'blocker', l10n.t('What leaves you tired, although it is small?')),
        column(l10n.t('Recharge'), 'experiment', l10n.t('What would help, and who could give it?')),
      ],
      withoutNames,
    ),
    template(
      'workload',
      l10n.t('Workload'),
      l10n.t('Whether the work fits into the time, and for whom it does not.'),
      [
        column(l10n.t('Too much'), 'blocker', l10n.t('What does not fit any more?')),
        column(l10n.t('Just right'), 'win', l10n.t('Where is the pace good?')),
        column(l10n.t('Too little'), undefined, l10n.t('What would you like more of?')),
        column(l10n.t('Could be left out'), 'experiment', l10n.t('What would nobody notice?')),
      ],
      withoutNames,
    ),
  ];
}

function habits(): readonly Template[] {
  return [
    template(
      'meetings-check',
      l10n.t('Our meetings'),
      l10n.t('Which meetings earn their time, and which could be a message.'),
      [
        column(l10n.t('Worth it'), 'win', l10n.t('Which would you miss?')),
        column(l10n.t('Too long or too often'), 'failure', l10n.t('Which would be better shorter?')),
        column(l10n.t('Could be a message'), 'experiment', l10n.t('Which could be written down instead?')),
        column(l10n.t('Missing'), undefined, l10n.t('What do we never talk about?')),
      ],
    ),
    template(
      'working-agreement',
      l10n.t('Working agreement'),
      l10n.t('What we can count on from each other: write it, or look whether it still holds.'),
      [
        column(l10n.t('Holds'), 'win', l10n.t('What do we agree on and do?')),
        column(l10n.t('Does not hold'), 'failure', l10n.t('What do we agree on and not do?')),
        column(l10n.t('Unspoken'), 'learning', l10n.t('What does everyone expect although nobody said it?')),
        column(l10n.t('To agree on'), 'experiment', l10n.t('What would make working together easier?')),
      ],
    ),
  ];
}

function culture(): readonly Template[] {
  return [
    template(
      'culture-audit',
      l10n.t('Culture audit'),
      l10n.t('What we say, what we do, and where the two differ.'),
      [
        column(l10n.t('We say'), undefined, l10n.t('What do we tell newcomers about how things are here?')),
        column(l10n.t('We do'), undefined, l10n.t('What would they see in their first month?')),
        column(l10n.t('Is rewarded'), 'win', l10n.t('What gets praise, time or money?')),
        column(l10n.t('Is put up with'), 'failure', l10n.t('What does everyone see and nobody mention?')),
        column(l10n.t('We want'), 'experiment', l10n.t('What should be true in half a year?')),
      ],
      withoutNames,
    ),
    template(
      'learning-culture',
      l10n.t('Learning culture audit'),
      l10n.t('Whether learning has a place in the work: time, room for failure, and thanks.'),
      [
        column(
          l10n.t('Trying things'),
          'experiment',
          l10n.t('When did we last try something whose end was open?'),
        ),
        column(l10n.t('When it fails'), 'failure', l10n.t('What happens here to someone who was wrong?')),
        column(
          l10n.t('Passing it on'),
          'learning',
          l10n.t('How does what one person learns reach the others?'),
        ),
        column(l10n.t('Time for it'), 'blocker', l10n.t('What gives way first when there is a rush?')),
        column(l10n.t('Thanks'), 'kudos', l10n.t('Who made it easier to learn here?')),
      ],
      withoutNames,
    ),
  ];
}

function voice(): readonly Template[] {
  return [
    template(
      'speaking-up',
      l10n.t('Speaking up'),
      l10n.t('What is easy to say in this team, what is hard, and what would make it easier.'),
      [
        column(l10n.t('Easy to say'), 'win', l10n.t('What can anyone say here at any time?')),
        column(l10n.t('Hard to say'), 'blocker', l10n.t('What do you think twice about? No names are kept.')),
        column(
          l10n.t('Was heard'),
          'kudos',
          l10n.t('When did somebody say something, and it changed something?'),
        ),
        column(l10n.t('Would make it easier'), 'experiment', l10n.t('What could each of us do?')),
      ],
      withoutNames,
    ),
    template(
      'trust-and-decisions',
      l10n.t('Who decides'),
      l10n.t('Which decisions lie where they should, and which take too long or come from too far away.'),
      [
        column(l10n.t('We decide'), 'win', l10n.t('What is ours, and works well so?')),
        column(l10n.t('Takes too long'), 'blocker', l10n.t('What waits for somebody’s yes?')),
        column(
          l10n.t('Came as a surprise'),
          'failure',
          l10n.t('What was decided without those it concerns?'),
        ),
        column(
          l10n.t('Could be ours'),
          'experiment',
          l10n.t('What could we decide ourselves, and what would others need from us for that?'),
        ),
      ],
      withoutNames,
    ),
  ];
}
