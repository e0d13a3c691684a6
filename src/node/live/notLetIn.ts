import * as l10n from '@vscode/l10n';
import { RetroError } from '../../core/retroError.ts';

/** Whatever is wrong, the same is said: whoever tries learns nothing. */
export function notLetIn(): RetroError {
  return new RetroError(
    'not-trusted',
    l10n.t(
      'This link lets nobody in. It may be old, or the retro has ended or is locked. Ask the facilitator for a new one.',
    ),
  );
}
