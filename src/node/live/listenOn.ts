import type { Server } from 'node:http';
import * as l10n from '@vscode/l10n';
import { RetroError } from '../../core/retroError.ts';
import { systemCode, systemReason } from '../files/systemReason.ts';

/**
 * Has a server listen at an address, and gives the port: the one that was asked for, or for 0 one that was free.
 *
 * @param option by which another address is chosen
 * @throws RetroError `busy` where the port is taken, `cannot-read` where the address is none of this machine
 */
export async function listenOn(
  server: Server,
  host: string,
  port: number,
  option: 'host' | 'metrics',
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, resolve);
  }).catch((error: unknown) => {
    throw cannotListen(error, host, port, option);
  });
  server.on('error', () => undefined);
  const at = server.address();
  return typeof at === 'object' && at !== null ? at.port : port;
}

/** Why nothing listens at an address, and by which option another one is chosen. */
function cannotListen(cause: unknown, host: string, port: number, option: 'host' | 'metrics'): RetroError {
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
