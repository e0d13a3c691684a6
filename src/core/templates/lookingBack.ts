import * as l10n from '@vscode/l10n';
import { column, short, template } from './makeTemplate.ts';
import type { Template } from './template.ts';

/** Retros for any period of work, the default one first. */
export function lookingBack(): readonly Template[] {
  return [...everyday(), ...whatToKeep(), ...inWords()];
}

function everyday(): readonly Template[] {
  return [
    template(
      'wins-failures-learnings',
      l10n.t('Wins, failures, learnings'),
      l10n.t('What went well, what went wrong, and what we know now that we did not know before.'),
      [
        column(l10n.t('Wins'), 'win', l10n.t('What went well, and what made it go well?')),
        column(l10n.t('Failures'), 'failure', l10n.t('What went wrong, or nearly did?')),
        column(l10n.t('Learnings'), 'learning', l10n.t('What do we know now?')),
      ],
    ),
    template(
      'mad-sad-glad',
      l10n.t('Mad, sad, glad'),
      l10n.t('How the work felt, so that what annoys or weighs on people gets a place on the table.'),
      [
        column(l10n.t('Mad'), 'blocker', l10n.t('What made you angry or impatient?')),
        column(l10n.t('Sad'), 'failure', l10n.t('What let you down, or do you wish had gone otherwise?')),
        column(l10n.t('Glad'), 'win', l10n.t('What made you happy at work?')),
      ],
    ),
    template(
      'rose-thorn-bud',
      l10n.t('Rose, thorn, bud'),
      l10n.t('What blooms, what stings, and what could grow if somebody looks after it.'),
      [
        column(l10n.t('Rose'), 'win', l10n.t('What are we pleased with?')),
        column(l10n.t('Thorn'), 'failure', l10n.t('What hurt or was in the way?')),
        column(l10n.t('Bud'), 'experiment', l10n.t('What is promising, and worth a try?')),
      ],
    ),
    template(
      'quick-look-back',
      l10n.t('Quick look back'),
      l10n.t('A quarter of an hour at the end of a week or of a piece of work.'),
      [
        column(l10n.t('It worked'), 'win', l10n.t('What would you do in the same way again?')),
        column(l10n.t('Next time differently'), 'learning', l10n.t('What would you do in another way?')),
      ],
      short,
    ),
    template(
      'what-so-what-now-what',
      l10n.t('What, so what, now what'),
      l10n.t('From what was seen to what it means, and from there to what follows.'),
      [
        column(l10n.t('What?'), undefined, l10n.t('What did you see? Only what happened, no judgement.')),
        column(l10n.t('So what?'), 'learning', l10n.t('Why does it matter? What does it tell us?')),
        column(l10n.t('Now what?'), 'experiment', l10n.t('What could we try because of it?')),
      ],
    ),
  ];
}

function whatToKeep(): readonly Template[] {
  return [
    template(
      'start-stop-continue',
      l10n.t('Start, stop, continue'),
      l10n.t('What to take up, what to leave, and what to hold on to.'),
      [
        column(l10n.t('Start'), 'experiment', l10n.t('What should we begin to do?')),
        column(l10n.t('Stop'), 'failure', l10n.t('What costs more than it gives?')),
        column(l10n.t('Continue'), 'win', l10n.t('What works, and should stay as it is?')),
      ],
    ),
    template(
      'keep-add-less-more',
      l10n.t('Keep, add, less, more'),
      l10n.t('Small changes to how we work: most things need a little more or a little less.'),
      [
        column(l10n.t('Keep'), 'win', l10n.t('What is right as it is?')),
        column(l10n.t('Add'), 'experiment', l10n.t('What is missing?')),
        column(l10n.t('Less'), 'failure', l10n.t('What do we do too often or too much?')),
        column(l10n.t('More'), 'learning', l10n.t('What do we do too seldom?')),
      ],
    ),
    template(
      'drop-add-keep-improve',
      l10n.t('Drop, add, keep, improve'),
      l10n.t('A spring clean of habits and tools, for a team that has worked together for some time.'),
      [
        column(l10n.t('Drop'), 'failure', l10n.t('What would nobody miss?')),
        column(l10n.t('Add'), 'experiment', l10n.t('What would help us that we do not have?')),
        column(l10n.t('Keep'), 'win', l10n.t('What would we defend?')),
        column(l10n.t('Improve'), 'learning', l10n.t('What is nearly good, and what is in the way?')),
      ],
    ),
    template(
      'starfish',
      l10n.t('Starfish'),
      l10n.t('Five arms from “stop” to “start”, for teams to whom three columns are too coarse.'),
      [
        column(l10n.t('Keep doing'), 'win', l10n.t('What works?')),
        column(l10n.t('More of'), 'learning', l10n.t('What deserves more of our time?')),
        column(l10n.t('Less of'), 'blocker', l10n.t('What takes too much of it?')),
        column(l10n.t('Stop doing'), 'failure', l10n.t('What can go?')),
        column(l10n.t('Start doing'), 'experiment', l10n.t('What do we want to try?')),
      ],
    ),
    template(
      'plus-delta',
      l10n.t('Plus and delta'),
      l10n.t('The shortest retro there is: what was good, and what to change.'),
      [
        column(l10n.t('Plus'), 'win', l10n.t('What was good?')),
        column(l10n.t('Delta'), 'experiment', l10n.t('What would you change, and how?')),
      ],
      short,
    ),
  ];
}

function inWords(): readonly Template[] {
  return [
    template(
      'four-ls',
      l10n.t('Four Ls'),
      l10n.t('What we liked, learned, lacked and longed for; good after a longer stretch of work.'),
      [
        column(l10n.t('Liked'), 'win', l10n.t('What did you like?')),
        column(l10n.t('Learned'), 'learning', l10n.t('What did you learn, about the code or about us?')),
        column(l10n.t('Lacked'), 'failure', l10n.t('What was missing?')),
        column(l10n.t('Longed for'), 'experiment', l10n.t('What do you wish there had been?')),
      ],
    ),
    template(
      'lean-coffee',
      l10n.t('Open table'),
      l10n.t('No columns to fill in: everyone brings topics, and the team talks about what it votes for.'),
      [
        column(l10n.t('Topics'), undefined, l10n.t('What should we talk about?')),
        column(l10n.t('Takeaways'), 'learning', l10n.t('What do we take along?')),
      ],
      { minutes: { write: 4, discuss: 30 } },
    ),
    template(
      'three-houses',
      l10n.t('Straw, sticks, bricks'),
      l10n.t('What would a storm blow down, what would it shake, and what would it not touch?'),
      [
        column(l10n.t('Straw'), 'failure', l10n.t('What holds only as long as nobody leans on it?')),
        column(l10n.t('Sticks'), 'learning', l10n.t('What holds most of the time, and needs work?')),
        column(l10n.t('Bricks'), 'win', l10n.t('What can we rely on?')),
      ],
    ),
    template(
      'thank-you-round',
      l10n.t('Thank-you round'),
      l10n.t('A meeting for what people did for each other, and what became possible through it.'),
      [
        column(l10n.t('Thank you'), 'kudos', l10n.t('Whom do you thank, and for what?')),
        column(l10n.t('It made possible'), 'win', l10n.t('What would not be there without somebody’s help?')),
      ],
      {
        phases: ['check-in', 'write', 'discuss', 'close'],
        hidden: false,
        minutes: { write: 5, discuss: 15 },
      },
    ),
  ];
}
