import * as vscode from 'vscode';
import { nothingGiven, type Given } from '../../core/board/given.ts';
import type { Window } from '../../core/trends/windows.ts';
import type { Session } from '../session.ts';

// STUB
export async function gatherGiven(session: Session, period: Window): Promise<{ given: Given; name: string }> {
  const all = session.log.entries;
  const strip = ({ id, kind, title, path, date, people }: (typeof all)[number]) => ({
    id,
    kind,
    title,
    path,
    date,
    people,
  });
  const answer = await session.git?.userName();
  return {
    name: (answer?.state === 'ok' ? answer.value : undefined) ?? vscode.l10n.t('Facilitator'),
    given: {
      ...nothingGiven,
      entries: all
        .filter((e) => e.kind !== 'action' && e.date >= period.from && e.date <= period.to)
        .map(strip)
        .slice(0, 60),
      actions: all
        .filter((e) => e.kind === 'action' && e.status === 'open')
        .map((e) => ({ ...strip(e), owner: e.owner ?? '', due: e.due ?? '' }))
        .slice(0, 8),
    },
  };
}
