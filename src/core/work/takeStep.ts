import * as l10n from '@vscode/l10n';
import type { Entry } from '../entries/entry.ts';
import { addToSection } from '../format/addToSection.ts';
import { setKeys } from '../format/editFrontMatter.ts';
import { parseFile } from '../format/parseFile.ts';
import { RetroError } from '../retroError.ts';
import { clearBlocker, closeAction, dropAction, reopen } from './closingSteps.ts';
import { concludeExperiment, startExperiment } from './experimentSteps.ts';
import type { Step } from './step.ts';
import type { KeyChanges } from './stepRefusal.ts';

/**
 * The text of an entry's file after a step. It is decided by that text and by no index of it, so two people
 * cannot end the same thing twice. Only the lines of the step's keys change, and a section is added to.
 *
 * @param path POSIX, from the root of the repository; carried into errors
 * @throws RetroError `bad-file` where the text is no entry that can be changed; `bad-input` where the step is
 *   not possible, as the functions of the steps say
 */
export function takeStep(path: string, text: string, step: Step): string {
  const { entry } = parseFile(path, text);
  if (entry === undefined) {
    throw new RetroError(
      'bad-file',
      l10n.t('{0} cannot be read as an entry, so nothing was changed. Mend the file first.', path),
      { path },
    );
  }
  const changed = setKeys(text, keysAfter(entry, step));
  return step.type === 'concludeExperiment' && step.result !== undefined
    ? addToSection(changed, 'Result', step.result)
    : changed;
}

function keysAfter(entry: Entry, step: Step): KeyChanges {
  switch (step.type) {
    case 'startExperiment':
      return startExperiment(entry, step.date);
    case 'concludeExperiment':
      return concludeExperiment(entry, step.outcome, step.date);
    case 'closeAction':
      return closeAction(entry, step.date);
    case 'dropAction':
      return dropAction(entry, step.reason, step.date);
    case 'clearBlocker':
      return clearBlocker(entry, step.date);
    case 'reopen':
      return reopen(entry);
  }
}
