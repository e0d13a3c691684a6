import * as l10n from '@vscode/l10n';

/** The sentence of a refusal. Others are for the log of the editor, and are said to be unexpected. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && error.message !== ''
    ? error.message
    : l10n.t('Something unexpected went wrong.');
}
