import * as l10n from '@vscode/l10n';
import { columnKinds, mostColumns, namings, phases } from './template.ts';
import type { ExpectedOfTemplate } from './templateSchema.ts';

/** What is wrong with a value of a template, and how it is written. */
export function templateSentence(expected: ExpectedOfTemplate, key: string, found: string): string {
  switch (expected) {
    case 'text':
      return l10n.t('“{0}” must be text, and not empty. Write it as in {0}: "…".', key);
    case 'line':
      return l10n.t('“{0}” is too long to be shown. Keep it to a few words or a sentence.', key);
    case 'columns':
      return l10n.t(
        'A template has one to {0} columns. Write “columns:”, and below it lines such as “  - {title: Wins, kind: win}”.',
        mostColumns,
      );
    case 'column':
      return l10n.t(
        'A column is keys and values, as in “- {title: Wins, kind: win, prompt: What went well?}”.',
      );
    case 'kind':
      return l10n.t(
        '“{0}” is no kind that a column can have. Write one of: {1}; or leave it out.',
        found,
        columnKinds.join(', '),
      );
    case 'phases':
      return l10n.t('“phases” must be a list of these, each at most once: {0}.', phases.join(', '));
    case 'votes':
      return l10n.t('“votes” must be whole numbers from 1 to 100, as in {total: 5, perCard: 3}.');
    case 'hidden':
      return l10n.t('“hidden” must be true or false, without quotes.');
    case 'names':
      return l10n.t('“{0}” is none of the ways to show names. Write one of: {1}.', found, namings.join(', '));
    case 'minutes':
      return l10n.t('“minutes” must be numbers of minutes for phases, as in {write: 6, discuss: 20}.');
  }
}
