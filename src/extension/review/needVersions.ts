import * as vscode from 'vscode';
import type { Versions } from '../../core/ports/versions.ts';
import { RetroError } from '../../core/retroError.ts';
import type { Session } from '../session.ts';

/**
 * The log of a session as commits have it.
 *
 * @throws RetroError `not-trusted` in a restricted workspace
 */
export function needVersions({ versions }: Session): Versions {
  if (versions === undefined) {
    throw new RetroError(
      'not-trusted',
      vscode.l10n.t(
        'This workspace is restricted, so git is not run. Trust it first, with “Manage Workspace Trust”.',
      ),
    );
  }
  return versions;
}
