import * as l10n from '@vscode/l10n';
import { displayText } from '../core/entries/displayText.ts';
import type { Entry } from '../core/entries/entry.ts';
import type { Step } from '../core/work/step.ts';
import type { Answer } from './command.ts';
import type { Workplace } from './workplace.ts';

/**
 * Takes a step with an entry, and answers which entry it was.
 *
 * @param done the word for it, as in “Closed”
 * @throws RetroError as `RetroLog.apply` says
 */
export async function stepAnswer(place: Workplace, entry: Entry, step: Step, done: string): Promise<Answer> {
  const { id, path, title } = entry;
  await place.log.apply({ type: 'takeStep', path, step });
  await place.removeStaleFiles();
  return {
    json: async () => ({ id, path }),
    lines: () => [l10n.t('{0} {1} “{2}”', done, id, displayText(title)), path],
  };
}
