import type { IncomingMessage } from 'node:http';
import type { Gate } from './liveMeter.ts';

/** The path on which a page speaks with its room. */
export const socketPath = '/live';

/** Which addresses the server answers to. */
export interface Reachable {
  /** Exactly what a `Host` may say: `127.0.0.1:4321`. */
  readonly hosts: ReadonlySet<string>;
  /** Exactly what an `Origin` may say: `http://127.0.0.1:4321`. */
  readonly origins: ReadonlySet<string>;
  /** The hosts of a proxy in front, which says whom it speaks for. */
  readonly proxied: ReadonlySet<string>;
}

/** Whether a host stands for all addresses of the machine: nobody can be sent there. */
export function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** The addresses of a server that listens on a host and a port, and of those that lead to it. */
export function reachableAt(host: string, port: number, origins: readonly string[]): Reachable {
  const other = origins.map((origin) => new URL(origin));
  const own = isEveryAddress(host) ? [] : [host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`];
  return {
    hosts: new Set([...own, ...other.map((url) => url.host)]),
    origins: new Set([...own.map((each) => `http://${each}`), ...other.map((url) => url.origin)]),
    proxied: new Set(other.map((url) => url.host)),
  };
}

/** Why a request is not served: the status that it is answered with. */
export type Refused = 400 | 403 | 404 | 405 | 421;

/** The gate at which a status is answered. */
export function gateOf(status: Refused): Gate {
  return gatesByStatus[status];
}

const gatesByStatus: Readonly<Record<Refused, Gate>> = {
  400: 'request',
  403: 'origin',
  404: 'path',
  405: 'method',
  421: 'host',
};

/** What is wrong with any request, if something is. */
export function wrongRequest(request: IncomingMessage, { hosts }: Reachable): Refused | undefined {
  const { host } = request.headers;
  if (request.httpVersion !== '1.1' || countOf(request, 'host') !== 1) {
    return 400;
  }
  if (host === undefined || !hosts.has(host)) {
    return 421;
  }
  return request.method === 'GET' || request.method === 'HEAD' ? undefined : 405;
}

/** What is wrong with a request to speak with a room, if something is. */
export function wrongUpgrade(request: IncomingMessage, reachable: Reachable): Refused | undefined {
  const wrong = wrongRequest(request, reachable);
  if (wrong !== undefined || request.method !== 'GET') {
    return wrong ?? 405;
  }
  // Several are joined with commas, and so are none of those that are known.
  const { origin } = request.headers;
  if (origin === undefined || !reachable.origins.has(origin)) {
    return 403;
  }
  return request.url === socketPath ? undefined : 404;
}

/** Who asks. A proxy on this machine says whom it speaks for, and is believed where it was announced. */
export function addressOf(request: IncomingMessage, { proxied }: Reachable): string {
  const peer = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const local = peer === '::1' || peer.startsWith('127.');
  const said = request.headers['x-forwarded-for'];
  const last = (Array.isArray(said) ? said.join(',') : (said ?? '')).split(',').at(-1)?.trim() ?? '';
  return local && proxied.has(request.headers.host ?? '') && last !== '' ? last.slice(0, 64) : peer;
}

function countOf({ rawHeaders }: IncomingMessage, name: string): number {
  return rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === name).length;
}
