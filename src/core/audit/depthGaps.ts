import { type AuditAnswers, scoreOf } from './audit.ts';
import { type Depth, type Theme, themes } from './survey.ts';

/** A theme in which what a visitor sees and what the team believes are rated far apart. */
export interface DepthGap {
  readonly theme: Theme;
  /** Scores, after reversing. */
  readonly above: number;
  readonly deep: number;
}

/** From how many points on it is a sign that words and deeds differ. */
const farApart = 2;

/** The themes whose top and bottom differ by two points or more, in the order of the survey. */
export function depthGaps(audit: AuditAnswers): readonly DepthGap[] {
  const scoreAt = (theme: Theme, depth: Depth): number | undefined => {
    const answer = audit.answers.find(({ id }) => id === `${theme}-${depth}`);
    return answer && scoreOf(answer, audit);
  };
  return themes.flatMap((theme) => {
    const above = scoreAt(theme, 'above');
    const deep = scoreAt(theme, 'deep');
    return above !== undefined && deep !== undefined && Math.abs(above - deep) >= farApart
      ? { theme, above, deep }
      : [];
  });
}
