import * as l10n from '@vscode/l10n';
import { column, template, together } from './makeTemplate.ts';
import type { Template } from './template.ts';

/** Retros of one piece of work, from its first day to its last. */
export function piecesOfWork(): readonly Template[] {
  return [...inTime(), ...ofAKind()];
}

function inTime(): readonly Template[] {
  return [
    template(
      'timeline',
      l10n.t('Timeline'),
      l10n.t('What happened in which order, told by everyone, before anybody says what it means.'),
      [
        column(l10n.t('Early'), undefined, l10n.t('What happened at the beginning? Put the day first.')),
        column(l10n.t('In the middle'), undefined, l10n.t('What happened then?')),
        column(l10n.t('Late'), undefined, l10n.t('How did it end?')),
        column(l10n.t('What it tells us'), 'learning', l10n.t('What do we see now that we see all of it?')),
      ],
      together,
    ),
    template(
      'release-review',
      l10n.t('Release review'),
      l10n.t('A release from the first plan to the first days with its users.'),
      [
        column(l10n.t('Planning'), undefined, l10n.t('Was what we set out to do clear, and small enough?')),
        column(l10n.t('Building'), undefined, l10n.t('What went smoothly, what twice?')),
        column(l10n.t('Shipping'), undefined, l10n.t('How did it get out of the door?')),
        column(l10n.t('Running'), undefined, l10n.t('How has it been since?')),
        column(l10n.t('Learned'), 'learning', l10n.t('What will we do with the next one?')),
      ],
    ),
    template(
      'project-close',
      l10n.t('End of a project'),
      l10n.t('A project is over: what to be proud of, what to regret, and what others should know.'),
      [
        column(l10n.t('Proud of'), 'win', l10n.t('What will we tell about it in a year?')),
        column(l10n.t('Would do otherwise'), 'failure', l10n.t('What would we change if it began again?')),
        column(
          l10n.t('Worth telling others'),
          'learning',
          l10n.t('What should another team know before it starts?'),
        ),
        column(l10n.t('Thanks'), 'kudos', l10n.t('Who made a difference?')),
      ],
      { minutes: { write: 10, discuss: 35 } },
    ),
    template(
      'experiment-review',
      l10n.t('Experiments, looked back on'),
      l10n.t('What we expected, what came out, and what we try next.'),
      [
        column(
          l10n.t('As expected'),
          'learning',
          l10n.t('Which experiments showed what we thought they would?'),
        ),
        column(l10n.t('Not as expected'), 'learning', l10n.t('Where were we wrong? That is worth the most.')),
        column(l10n.t('Not to be told'), 'failure', l10n.t('Where can we not tell, and what was missing?')),
        column(l10n.t('Next'), 'experiment', l10n.t('What do we want to find out, and how would we see it?')),
      ],
    ),
  ];
}

function ofAKind(): readonly Template[] {
  return [
    template(
      'first-weeks',
      l10n.t('First weeks'),
      l10n.t('A new colleague tells what they saw, while they still see it.'),
      [
        column(l10n.t('Easy'), 'win', l10n.t('What was easier than you expected?')),
        column(l10n.t('Hard'), 'blocker', l10n.t('Where did you get stuck?')),
        column(l10n.t('Strange'), 'learning', l10n.t('What do we do that you have seen nowhere else?')),
        column(l10n.t('Helped'), 'kudos', l10n.t('Who or what helped you most?')),
      ],
      { hidden: false },
    ),
    template(
      'between-teams',
      l10n.t('Between two teams'),
      l10n.t('For teams that depend on each other: what each gives, what each needs, and where it sticks.'),
      [
        column(l10n.t('Works between us'), 'win', l10n.t('What should stay as it is?')),
        column(l10n.t('We need'), 'blocker', l10n.t('What do you wait for, or have to ask for twice?')),
        column(l10n.t('We can offer'), 'experiment', l10n.t('What could you give that costs little?')),
        column(l10n.t('Misunderstood'), 'failure', l10n.t('Where did we mean different things by one word?')),
      ],
    ),
    template(
      'on-call-review',
      l10n.t('On-call review'),
      l10n.t('What woke people up, what it cost them, and what will not wake anybody again.'),
      [
        column(l10n.t('Woke us for a reason'), 'failure', l10n.t('Which alarms were right?')),
        column(
          l10n.t('Woke us for nothing'),
          'blocker',
          l10n.t('Which alarms can go, or wait until morning?'),
        ),
        column(l10n.t('Was quick to mend'), 'win', l10n.t('What helped at night?')),
        column(l10n.t('Should be written down'), 'learning', l10n.t('What did only one person know?')),
      ],
    ),
    template(
      'working-apart',
      l10n.t('Working apart'),
      l10n.t('How it is to work from several places, and what would bring people closer.'),
      [
        column(l10n.t('Better apart'), 'win', l10n.t('What do you get done because you are on your own?')),
        column(l10n.t('Lost on the way'), 'failure', l10n.t('What did not reach you, or too late?')),
        column(l10n.t('Alone with it'), 'blocker', l10n.t('Where would company have helped?')),
        column(l10n.t('Closer'), 'experiment', l10n.t('What could we try?')),
      ],
    ),
  ];
}
