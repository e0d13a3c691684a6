import type { AuditAnswers } from '../../src/core/audit/audit.ts';
import { survey } from '../../src/core/audit/survey.ts';

/** Answers to the survey by the ids of its statements; a rating below 1 stands for the same from the other end. */
export function auditOf(ratings: Readonly<Record<string, number>>): AuditAnswers {
  const answers = Object.entries(ratings).map(([id, rating]) => ({
    id,
    rating: Math.abs(rating),
    reversed: rating < 0,
  }));
  return { survey: survey.name, wording: survey.wording, scale: survey.scale, answers };
}
