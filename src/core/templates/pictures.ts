import * as l10n from '@vscode/l10n';
import { column, template } from './makeTemplate.ts';
import type { Template } from './template.ts';

/** Retros that use a picture, for teams that have grown tired of plain questions. */
export function pictures(): readonly Template[] {
  return [...onTheMove(), ...inNature()];
}

function onTheMove(): readonly Template[] {
  return [
    template(
      'sailboat',
      l10n.t('Sailboat'),
      l10n.t('What moves us, what holds us, what is ahead, and where we want to go.'),
      [
        column(l10n.t('Wind'), 'win', l10n.t('What pushed us forward?')),
        column(l10n.t('Anchor'), 'blocker', l10n.t('What held us back?')),
        column(l10n.t('Rocks'), 'failure', l10n.t('What could we run into, or did we?')),
        column(
          l10n.t('Island'),
          'learning',
          l10n.t('Where do we want to arrive, and what do we know of the way?'),
        ),
      ],
    ),
    template(
      'hot-air-balloon',
      l10n.t('Hot-air balloon'),
      l10n.t('What lifts us, what weighs us down, and what the weather will be.'),
      [
        column(l10n.t('Hot air'), 'win', l10n.t('What gave us lift?')),
        column(l10n.t('Sandbags'), 'blocker', l10n.t('What could we throw overboard?')),
        column(l10n.t('Blue sky'), 'experiment', l10n.t('What is within reach if we rise a little?')),
        column(l10n.t('Thunderclouds'), 'failure', l10n.t('What worries you about the weeks ahead?')),
      ],
    ),
    template(
      'race-car',
      l10n.t('Race car'),
      l10n.t('How fast we are, what slows us, and which bends and bridges come next.'),
      [
        column(l10n.t('Engine'), 'win', l10n.t('What makes us fast?')),
        column(l10n.t('Brakes'), 'blocker', l10n.t('What slows us down without making us safer?')),
        column(l10n.t('Bend'), 'failure', l10n.t('Where do we have to slow down, or should have?')),
        column(l10n.t('Bridge'), 'experiment', l10n.t('What could carry us over it?')),
      ],
    ),
    template(
      'mountain-climb',
      l10n.t('Mountain climb'),
      l10n.t(
        'For the middle of a long project: how far we have come, and what we need for the rest of the way.',
      ),
      [
        column(l10n.t('The way so far'), 'win', l10n.t('Which stretches are behind us?')),
        column(l10n.t('Rope'), 'learning', l10n.t('What held us when it was steep?')),
        column(l10n.t('Heavy pack'), 'blocker', l10n.t('What do we carry that we could leave behind?')),
        column(l10n.t('Loose rocks'), 'failure', l10n.t('Where did we slip, or might we?')),
        column(l10n.t('Summit'), undefined, l10n.t('How will we know that we are there?')),
      ],
    ),
  ];
}

function inNature(): readonly Template[] {
  return [
    template(
      'garden',
      l10n.t('Garden'),
      l10n.t('What has been planted, what thrives, and what needs water or a spade.'),
      [
        column(l10n.t('In bloom'), 'win', l10n.t('What is thriving?')),
        column(l10n.t('Seeds'), 'experiment', l10n.t('What should we plant now?')),
        column(l10n.t('Weeds'), 'failure', l10n.t('What spreads although nobody wants it?')),
        column(l10n.t('Water'), 'learning', l10n.t('What helps things grow here?')),
      ],
    ),
    template(
      'weather-report',
      l10n.t('Weather report'),
      l10n.t('The climate in the team today, and the forecast.'),
      [
        column(l10n.t('Sunshine'), 'win', l10n.t('What is going well?')),
        column(l10n.t('Clouds'), 'blocker', l10n.t('What hangs over us?')),
        column(l10n.t('Storm'), 'failure', l10n.t('What hit us?')),
        column(l10n.t('Forecast'), 'experiment', l10n.t('What could make the next weeks brighter?')),
      ],
    ),
    template(
      'tree-of-work',
      l10n.t('Tree'),
      l10n.t('What a team stands on, what grows from it, and what it bears.'),
      [
        column(l10n.t('Roots'), 'learning', l10n.t('What do we stand on? Which skills and habits?')),
        column(l10n.t('Trunk'), 'win', l10n.t('What keeps us upright from day to day?')),
        column(l10n.t('Dead wood'), 'failure', l10n.t('What should be cut?')),
        column(l10n.t('New shoots'), 'experiment', l10n.t('Where could we grow?')),
        column(l10n.t('Fruit'), 'kudos', l10n.t('What came of somebody’s work, and whose?')),
      ],
    ),
  ];
}
