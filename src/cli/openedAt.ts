import * as l10n from '@vscode/l10n';
import type { Moment } from '../core/ports/versions.ts';
import { momentNamed } from '../core/review/momentNamed.ts';
import { loadLog } from './loadLog.ts';
import { type OptionValues, valueOf } from './optionValues.ts';
import type { Terminal } from './terminal.ts';
import type { Workplace } from './workplace.ts';
import { workplaceAt } from './workplaceAt.ts';

/**
 * The workplace with its log read: as it is now, or as it was where `--at` says when.
 *
 * @throws RetroError as `momentNamed` says
 */
export async function openedAt(
  place: Workplace,
  values: OptionValues,
  terminal: Terminal,
): Promise<{ readonly place: Workplace; readonly moment?: Moment }> {
  const name = valueOf(values, 'at');
  await loadLog(place, terminal);
  if (name === undefined) {
    return { place };
  }
  const moment = await momentNamed(place.versions, place.log.team.timezone, name);
  const past = await workplaceAt(place, moment, terminal);
  if (past.log.state.name === 'absent') {
    terminal.say(l10n.t('There was no folder “{0}” yet in {1}.', place.folder, moment.sha.slice(0, 12)));
  }
  return { place: past, moment };
}
