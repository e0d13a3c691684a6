import * as l10n from '@vscode/l10n';
import { RetroError } from '../../core/retroError.ts';
import { systemCode, systemReason } from '../files/systemReason.ts';

/** Why nothing listens at an address, and by which option another one is chosen. */
export function cannotListen(
  cause: unknown,
  host: string,
  port: number,
  option: 'host' | 'metrics',
): RetroError {
  const isTaken = systemCode(cause) === 'EADDRINUSE';
  return new RetroError(isTaken ? 'busy' : 'cannot-read', sentenceFor(isTaken, cause, host, port, option), {
    cause,
  });
}

function sentenceFor(
  isTaken: boolean,
  cause: unknown,
  host: string,
  port: number,
  option: 'host' | 'metrics',
): string {
  if (isTaken) {
    return option === 'host'
      ? l10n.t('Port {0} is taken by another program. Choose another one with --port, or leave it out.', port)
      : l10n.t('Port {0} is taken by another program. Choose another one with --metrics.', port);
  }
  return option === 'host'
    ? l10n.t(
        'Nothing can be served at {0}: {1} Give an address of this machine with --host.',
        host,
        systemReason(cause),
      )
    : l10n.t(
        'Nothing can be served at {0}: {1} Give an address of this machine with --metrics.',
        host,
        systemReason(cause),
      );
}
