import * as l10n from '@vscode/l10n';
import { column, template, together } from './makeTemplate.ts';
import type { Template } from './template.ts';

/** Post-mortems: something went wrong, and the question is never who. */
export function afterwards(): readonly Template[] {
  return [...incidents(), ...closeCalls(), ...disappointments(), ...stops()];
}

function incidents(): readonly Template[] {
  return [
    template(
      'incident-review',
      l10n.t('Incident review'),
      l10n.t('What happened, what helped, and what we change, told without looking for somebody to blame.'),
      [
        column(l10n.t('What happened'), undefined, l10n.t('What was seen and done, with the time in front?')),
        column(l10n.t('What helped'), 'win', l10n.t('What kept it from being worse?')),
        column(
          l10n.t('What made it harder'),
          'failure',
          l10n.t('What had to come together for this to happen?'),
        ),
        column(l10n.t('What surprised us'), 'learning', l10n.t('What did we believe that was not so?')),
        column(l10n.t('What we could change'), 'experiment', l10n.t('What would make the next one smaller?')),
      ],
      together,
    ),
    template(
      'five-whys',
      l10n.t('Why, and why that'),
      l10n.t('From a symptom down to what lies under it, along more than one path.'),
      [
        column(l10n.t('Symptom'), 'failure', l10n.t('What was seen from outside?')),
        column(l10n.t('Because'), undefined, l10n.t('What had to be so for that? Write several.')),
        column(l10n.t('And that because'), undefined, l10n.t('What lies under each of them?')),
        column(
          l10n.t('What lies under it'),
          'learning',
          l10n.t('What would come back if we mended only the symptom?'),
        ),
      ],
      together,
    ),
  ];
}

function closeCalls(): readonly Template[] {
  return [
    template(
      'near-miss',
      l10n.t('Near miss'),
      l10n.t('Nothing broke this time: what was it that saved us, and can we count on it?'),
      [
        column(l10n.t('What nearly happened'), 'failure', l10n.t('How bad could it have been?')),
        column(l10n.t('What saved us'), 'win', l10n.t('Was it a person, a habit, a tool?')),
        column(l10n.t('Was it luck?'), 'learning', l10n.t('Would it save us again?')),
        column(l10n.t('Make it certain'), 'experiment', l10n.t('What would take the luck out of it?')),
      ],
      together,
    ),
    template(
      'security-review',
      l10n.t('After a security incident'),
      l10n.t('How somebody got in or nearly did, how we noticed, and what closes the way.'),
      [
        column(l10n.t('The way in'), 'failure', l10n.t('Which steps did it take?')),
        column(l10n.t('How we noticed'), 'learning', l10n.t('What told us, and what should have?')),
        column(l10n.t('How we answered'), 'win', l10n.t('What worked, under pressure?')),
        column(
          l10n.t('Still open'),
          'blocker',
          l10n.t('What is not closed yet? Leave out what would help an attacker.'),
        ),
        column(l10n.t('Whom we told'), undefined, l10n.t('Who knows, and who has to be told?')),
      ],
      together,
    ),
  ];
}

function disappointments(): readonly Template[] {
  return [
    template(
      'missed-date',
      l10n.t('A date that was missed'),
      l10n.t('Where the time went, when we could have known, and what we would promise today.'),
      [
        column(l10n.t('Took longer'), 'failure', l10n.t('What took more time than we thought?')),
        column(l10n.t('Came in between'), 'blocker', l10n.t('What was not in the plan?')),
        column(
          l10n.t('We could have known'),
          'learning',
          l10n.t('When did the first of us feel it, and what kept it from being said?'),
        ),
        column(l10n.t('Say it sooner'), 'experiment', l10n.t('What would make it easy to say next time?')),
      ],
    ),
    template(
      'unhappy-customer',
      l10n.t('An unhappy customer'),
      l10n.t('What somebody lived through who relied on us, seen with their eyes.'),
      [
        column(
          l10n.t('What they went through'),
          'failure',
          l10n.t('What did it look like from where they sit?'),
        ),
        column(l10n.t('What they heard from us'), undefined, l10n.t('What did we say, and when?')),
        column(
          l10n.t('What we learned from them'),
          'learning',
          l10n.t('What do we understand now about how they work?'),
        ),
        column(l10n.t('Put it right'), 'experiment', l10n.t('What would they notice?')),
      ],
      together,
    ),
  ];
}

function stops(): readonly Template[] {
  return [
    template(
      'rollback-review',
      l10n.t('A change that was taken back'),
      l10n.t('It went out and came back: what told us, and what would have told us sooner?'),
      [
        column(l10n.t('What we wanted'), undefined, l10n.t('What was the change for?')),
        column(l10n.t('What we saw'), 'failure', l10n.t('What told us to take it back?')),
        column(
          l10n.t('What would have told us sooner'),
          'learning',
          l10n.t('A test, a smaller step, another pair of eyes?'),
        ),
        column(l10n.t('Second try'), 'experiment', l10n.t('How do we bring it out again?')),
      ],
      together,
    ),
    template(
      'abandoned-work',
      l10n.t('Work that was given up'),
      l10n.t('It was right to stop. What was it good for, and could we have stopped sooner?'),
      [
        column(l10n.t('Worth keeping'), 'win', l10n.t('What is left of it that is of use?')),
        column(l10n.t('Signs'), 'learning', l10n.t('What showed that it would not work?')),
        column(l10n.t('Kept us going'), 'failure', l10n.t('Why did we go on?')),
        column(l10n.t('Try small first'), 'experiment', l10n.t('How could we find out at less cost?')),
      ],
    ),
  ];
}
