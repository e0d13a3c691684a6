import * as l10n from '@vscode/l10n';
import { basename } from 'node:path';
import { readReportedLog } from '../core/report/readReportedLog.ts';
import { refuseSameLog } from '../core/report/refuseSameLog.ts';
import type { Report } from '../core/report/report.ts';
import { type ReportedLog, reportOf } from '../core/report/reportOf.ts';
import { RetroError } from '../core/retroError.ts';
import { systemClock } from '../node/systemClock.ts';
import { loadLog } from './loadLog.ts';
import { type Span, windowOf } from './readTrends.ts';
import type { Terminal } from './terminal.ts';
import type { Workplace } from './workplace.ts';

const thirteenWeeks = 91;

/**
 * Reads some logs and their histories, one after the other, and makes the report. Today is that of the first team.
 *
 * @throws UsageError as `windowOf` says; RetroError as `loadLog` and `refuseSameLog` say
 */
export async function readReport(
  places: readonly Workplace[],
  span: Pick<Span, 'since' | 'until'>,
  terminal: Terminal,
): Promise<Report> {
  for (const place of places) {
    const { log, root } = place;
    await loadLog(place, terminal);
    if (places.length > 1 && log.state.name === 'absent') {
      throw new RetroError(
        'not-found',
        l10n.t('There is no log in {0}, so nothing can be reported of it.', root),
      );
    }
  }
  const today = systemClock.today(places[0]?.log.team.timezone ?? 'UTC');
  const window = windowOf(span, today, thirteenWeeks);
  const logs: ReportedLog[] = [];
  for (const { log, history, root } of places) {
    logs.push(await readReportedLog({ log, history, name: basename(root) }, window));
  }
  refuseSameLog(
    logs,
    places.map(({ root }) => root),
  );
  return reportOf(logs, window);
}
