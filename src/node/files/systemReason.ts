import * as l10n from '@vscode/l10n';

/** The code of an error that the system reported (`ENOENT`); `undefined` for any other error. */
export function systemCode(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && 'syscall' in error && typeof error.code === 'string') {
    return error.code;
  }
  return undefined;
}

/** Whether an error says that there is nothing under that path. */
export function saysMissing(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Whether the system did it. What is not the system's word is a bug and thrown on. */
export async function settles(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (systemCode(error) === undefined) {
      throw error;
    }
    return false;
  }
}

/** What the system said, as a sentence. Rethrows what the system did not say: that is a bug. */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  switch (code) {
    case undefined:
      throw error;
    case 'ENOSPC':
    case 'EDQUOT':
      return l10n.t('The disk is full.');
    case 'EACCES':
    case 'EPERM':
      return l10n.t('The system does not allow it.');
    case 'EROFS':
      return l10n.t('The disk is read-only.');
    case 'EBUSY':
      return l10n.t('Another program is using it.');
    case 'EMFILE':
    case 'ENFILE':
      return l10n.t('Too many files are open.');
    case 'EIO':
      return l10n.t('The disk reported an error.');
    case 'ENAMETOOLONG':
      return l10n.t('The name is too long.');
    case 'ENOENT':
      return l10n.t('It is no longer there.');
    case 'ENOTDIR':
      return l10n.t('A file stands where a folder is needed.');
    default:
      return l10n.t('The system said {0}.', code);
  }
}
