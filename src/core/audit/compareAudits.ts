import { type AuditAnswers, scoreOf } from './audit.ts';
import { statements } from './survey.ts';

/** A statement whose score is another one than before. */
export interface MovedStatement {
  readonly id: string;
  readonly before: number;
  readonly now: number;
}

/** What two audits say of each other. */
export type AuditComparison =
  | {
      readonly state: 'compared';
      /** The largest moves first; of the same size, in the order of the survey, then by id. */
      readonly moved: readonly MovedStatement[];
      /** How many were answered both times with the same score. */
      readonly same: number;
    }
  /** Other questions or another scale were asked: it is no comparison. */
  | { readonly state: 'otherWording' };

/** Compares what was answered both times. Only audits of one survey, in one wording and on one scale can be compared. */
export function compareAudits(before: AuditAnswers, now: AuditAnswers): AuditComparison {
  if (
    before.survey !== now.survey ||
    before.wording !== now.wording ||
    before.scale.from !== now.scale.from ||
    before.scale.to !== now.scale.to
  ) {
    return { state: 'otherWording' };
  }
  const scores = new Map(before.answers.map((answer) => [answer.id, scoreOf(answer, before)]));
  const both = now.answers.flatMap((answer): MovedStatement[] => {
    const earlier = scores.get(answer.id);
    return earlier === undefined ? [] : [{ id: answer.id, before: earlier, now: scoreOf(answer, now) }];
  });
  const moved = both.filter((one) => one.before !== one.now).toSorted(compare);
  return { state: 'compared', moved, same: both.length - moved.length };
}

function compare(a: MovedStatement, b: MovedStatement): number {
  return (
    Math.abs(b.now - b.before) - Math.abs(a.now - a.before) ||
    placeOf(a.id) - placeOf(b.id) ||
    (a.id < b.id ? -1 : 1)
  );
}

function placeOf(id: string): number {
  const place = statements.findIndex((statement) => statement.id === id);
  return place === -1 ? statements.length : place;
}
