import * as l10n from '@vscode/l10n';
import { RetroError } from '../../core/retroError.ts';

/** What a person is told who asked for something that is kept in Redis. What they are to be told already stays as it is. */
export function redisNotThere(code: 'cannot-read' | 'cannot-write', cause: unknown): RetroError {
  return cause instanceof RetroError
    ? cause
    : new RetroError(code, l10n.t('Redis cannot be reached. Try again in a moment.'), { cause });
}
