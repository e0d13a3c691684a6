import * as l10n from '@vscode/l10n';
import { statements, survey as audit } from '../audit/survey.ts';
import { statementText } from '../audit/surveyWords.ts';
import type { Survey, SurveyQuestion } from './survey.ts';

/** The surveys that come with Retrolog, in the language of the editor. Their statements are in our own words. */
export function builtInSurveys(): readonly Survey[] {
  return [psychologicalSafety(), teamHealth(), learningCulture()];
}

function psychologicalSafety(): Survey {
  return {
    key: 'psychological-safety',
    name: l10n.t('Psychological safety'),
    purpose: l10n.t('How safe it is here to speak up, to ask and to be wrong.'),
    wording: '2026-1',
    source: l10n.t(
      'Worded by Retrolog, after the seven items of Amy Edmondson: Psychological Safety and Learning Behavior in Work Teams, 1999.',
    ),
    scale: agreement(),
    questions: [
      turned('mistakes', l10n.t('Whoever makes a mistake here has it held against them.')),
      straight('problems', l10n.t('We can bring up problems and things that are hard to say.')),
      turned('differing', l10n.t('People here are left out for being different.')),
      straight('risks', l10n.t('It is safe to take a risk in this team.')),
      turned('asking', l10n.t('It is hard to ask others in this team for help.')),
      straight('undermining', l10n.t('Nobody here would act against my work on purpose.')),
      straight('skills', l10n.t('What I am good at is seen and put to use here.')),
    ],
  };
}

function teamHealth(): Survey {
  return {
    key: 'team-health',
    name: l10n.t('Team health'),
    purpose: l10n.t('How we are doing as a team, in eight parts of the work.'),
    wording: '2026-1',
    source: l10n.t('Worded by Retrolog.'),
    scale: agreement(),
    questions: [
      straight('value', l10n.t('What we make helps somebody, and we see that it does.')),
      straight('direction', l10n.t('I know what matters most now, and why.')),
      straight('pace', l10n.t('I could go on at this pace for a long time.')),
      straight('code', l10n.t('Our code is a good place to work in.')),
      straight('release', l10n.t('Bringing a change to those who use it is easy and safe.')),
      straight('learning', l10n.t('We know more than a month ago, and it shows in what we do.')),
      straight('together', l10n.t('We help each other before we are asked.')),
      straight('support', l10n.t('We get what we need from outside the team.')),
    ],
  };
}

/** The statements of the culture audit, answered by each person instead of by the team together. */
function learningCulture(): Survey {
  return {
    key: audit.name,
    name: l10n.t('Culture audit'),
    purpose: l10n.t('How we learn: what can be seen, what we say, and what we believe.'),
    wording: audit.wording,
    source: l10n.t('Worded by Retrolog.'),
    scale: { ...agreement(), ...audit.scale },
    questions: statements.map(({ id, reversed }) => ({ id, text: statementText(id), reversed })),
  };
}

function agreement(): Survey['scale'] {
  return { from: 1, to: 5, low: l10n.t('not at all'), high: l10n.t('completely') };
}

function straight(id: string, text: string): SurveyQuestion {
  return { id, text, reversed: false };
}

function turned(id: string, text: string): SurveyQuestion {
  return { id, text, reversed: true };
}
