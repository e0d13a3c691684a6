import type { Survey } from '../../core/pulse/survey.ts';
import type { AskedSurvey, PulseFacts } from '../../protocol/livePulse.ts';
import type { DeskPulse } from './roomDesk.ts';

/** What one person may know of the survey of a room: that others have answered, and not who. */
export function pulseFactsFor(pulse: DeskPulse, participant: string, leads: boolean): PulseFacts {
  const { state, round, survey, lost, answeredBy, result, path, offered } = pulse;
  return {
    state,
    round,
    ...(survey && { survey: asked(survey) }),
    lost,
    answered: answeredBy.length,
    mine: answeredBy.includes(participant),
    result,
    path: leads ? path : '',
    offered: leads ? offered : [],
  };
}

function asked({ name, purpose, source, scale, questions }: Survey): AskedSurvey {
  return { name, purpose, source, scale, questions: questions.map(({ id, text }) => ({ id, text })) };
}
