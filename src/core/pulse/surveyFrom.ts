import type { YamlData } from '../format/readYaml.ts';
import { type YamlPlace, yamlPlace } from '../format/yamlPlace.ts';
import type { Problem } from '../problem.ts';
import { type Survey, surveyDefaults } from './survey.ts';
import { type ExpectedOfSurvey, surveySchema } from './surveySchema.ts';
import { surveySentence } from './surveySentences.ts';

/** A survey of a team's own, or what is wrong with it: asked wrongly, it would measure something else. */
export interface ReadSurvey {
  readonly survey?: Survey;
  readonly problems: readonly Problem[];
}

/** Takes a survey from the data of its file, `templates/<key>.yml`. Never throws. */
export function surveyFrom(path: string, key: string, data: YamlData): ReadSurvey {
  const { success, data: given, error } = surveySchema.safeParse(data.values);
  if (!success) {
    return {
      problems: error.issues.map((issue) =>
        problem(path, yamlPlace(data, issue.path), issue.message as ExpectedOfSurvey),
      ),
    };
  }
  const { name, purpose, wording, source, scale, questions } = given;
  const survey: Survey = {
    key,
    name: name.trim(),
    purpose: purpose?.trim() ?? surveyDefaults.purpose,
    wording: wording?.trim() ?? surveyDefaults.wording,
    source: source?.trim() ?? surveyDefaults.source,
    scale: scale == null ? surveyDefaults.scale : scaleOf(scale),
    questions: questions.map(({ id, text, reversed }) => ({
      id,
      text: text.trim(),
      reversed: reversed === true,
    })),
  };
  return { survey, problems: [] };
}

function scaleOf({
  from,
  to,
  low,
  high,
}: {
  readonly from: number;
  readonly to: number;
  readonly low?: string | null | undefined;
  readonly high?: string | null | undefined;
}): Survey['scale'] {
  return { from, to, low: low?.trim() ?? '', high: high?.trim() ?? '' };
}

function problem(path: string, { line, key }: YamlPlace, expected: ExpectedOfSurvey): Problem {
  const message = surveySentence(expected, key ?? 'questions');
  return { code: 'bad-survey', severity: 'error', path, line, message };
}
