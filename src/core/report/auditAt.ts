import { compareAudits } from '../audit/compareAudits.ts';
import { type AnsweredAudit, listAudits } from '../audit/listAudits.ts';
import { rankAudit } from '../audit/rankAudit.ts';
import { statementText } from '../audit/surveyWords.ts';
import { displayText } from '../entries/displayText.ts';
import type { Scene } from '../trends/scene.ts';
import { linkTo } from './listed.ts';
import type { ReportedAudit } from './report.ts';

/** How many statements are told of from each end. */
const mostShown = 3;

/** What the last audit up to the end came to, and what moved since the one before; `undefined` where there is none. */
export function auditAt({ log, end }: Scene): ReportedAudit | undefined {
  const [page, ...earlier] = listAudits(log.pages).filter(({ date }) => date <= end);
  // What a team rates together and what each person answers for themselves are not the same measure.
  const before = earlier.find(({ kind }) => kind === page?.kind);
  if (page === undefined) {
    return undefined;
  }
  const { audit } = page;
  const textOf = (id: string): string => displayText(statementText(id, audit));
  const ranked = rankAudit(audit).map(({ id, score }) => ({ text: textOf(id), score }));
  return {
    page: linkTo(page),
    best: audit.scale.to,
    weakest: ranked.slice(0, mostShown),
    strongest: ranked.slice(mostShown).slice(-mostShown).toReversed(),
    ...(before === undefined ? {} : { since: since(before, page, textOf) }),
  };
}

function since(
  before: AnsweredAudit,
  { audit }: AnsweredAudit,
  textOf: (id: string) => string,
): NonNullable<ReportedAudit['since']> {
  const comparison = compareAudits(before.audit, audit);
  const moved = comparison.state === 'compared' ? comparison.moved : [];
  return {
    page: linkTo(before),
    comparison,
    moved: moved.map((one) => ({ text: textOf(one.id), before: one.before, score: one.now })),
  };
}
