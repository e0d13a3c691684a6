import { type AuditAnswers, scoreOf } from './audit.ts';
import { depths, type Statement, statementWith, themes } from './survey.ts';

/** A statement and where it stands among the others of its audit. */
export interface RankedStatement {
  readonly id: string;
  /** On the audit’s scale, after reversing: the highest is the best. */
  readonly score: number;
  /** One more than there are statements with a lower score: those with the same score share a place. */
  readonly place: number;
  /** `undefined` for a statement of another survey. */
  readonly statement: Statement | undefined;
}

/**
 * The statements that were answered, from the weakest to the strongest: a lower score first. Of the same score, first
 * that of the theme with the lower mean score, then the one that looks deeper, since what is believed carries the
 * rest, then in the order of the survey. Statements of other surveys stand behind those of the same score, by id.
 * The order of the answers changes nothing.
 */
export function rankAudit(audit: AuditAnswers): readonly RankedStatement[] {
  const scored = audit.answers.map((answer) => ({
    id: answer.id,
    score: scoreOf(answer, audit),
    statement: statementWith(answer.id),
  }));
  const sums = new Map(
    themes.map((theme) => {
      const scores = scored.filter(({ statement }) => statement?.theme === theme).map(({ score }) => score);
      return [theme, { sum: scores.reduce((sum, score) => sum + score, 0), count: scores.length }];
    }),
  );
  const byTheme = (a: Statement, b: Statement): number => {
    const [one, other] = [sums.get(a.theme), sums.get(b.theme)];
    // Means are compared without dividing: so equal ones are equal.
    return one === undefined || other === undefined ? 0 : one.sum * other.count - other.sum * one.count;
  };
  const compare = (a: Scored, b: Scored): number => {
    if (a.score !== b.score || a.statement === undefined || b.statement === undefined) {
      return a.score - b.score || Number(!a.statement) - Number(!b.statement) || (a.id < b.id ? -1 : 1);
    }
    return (
      byTheme(a.statement, b.statement) ||
      depths.indexOf(b.statement.depth) - depths.indexOf(a.statement.depth) ||
      themes.indexOf(a.statement.theme) - themes.indexOf(b.statement.theme)
    );
  };
  return scored
    .toSorted(compare)
    .map((one) => ({ ...one, place: 1 + scored.filter(({ score }) => score < one.score).length }));
}

type Scored = Omit<RankedStatement, 'place'>;
