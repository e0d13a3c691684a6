import type { LiveLog } from '../node/live/liveLog.ts';
import { type LiveMeter, noMeter } from '../node/live/liveMeter.ts';
import type { LiveServer } from '../node/live/liveServer.ts';
import type { Health } from '../node/live/metricsServer.ts';

/** Where whoever runs a server asks for its figures. */
export interface FiguresAddress {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** The figures of a server process. */
export interface Figures {
  readonly meter: LiveMeter;
  /** Whose rooms and connections are counted. */
  server: LiveServer | undefined;
  health: Exclude<Health, 'away'>;
  /** Whether what is kept cannot be reached for now. */
  isAway: () => boolean;
  close(): Promise<void>;
}

const begun: Pick<Figures, 'server' | 'health' | 'isAway'> = {
  server: undefined,
  health: 'starting',
  isAway: () => false,
};

/**
 * Takes figures, and answers whoever asks for them, if somebody is to.
 *
 * @throws RetroError as `MetricsServer.listen`
 */
export async function openFigures(address: FiguresAddress | undefined, log: LiveLog): Promise<Figures> {
  if (address === undefined) {
    return { ...begun, meter: noMeter, close: () => Promise.resolve() };
  }
  const [{ MetricsServer }, { PrometheusMeter }] = await Promise.all([
    import('../node/live/metricsServer.ts'),
    import('../node/live/prometheusMeter.ts'),
  ]);
  const state = { ...begun };
  const meter = new PrometheusMeter(() => state.server);
  const server = await MetricsServer.listen({
    ...address,
    meter,
    health: () => (state.health === 'ok' && state.isAway() ? 'away' : state.health),
  });
  log('metrics', { port: server.port });
  return Object.assign(state, { meter, close: () => server.close() });
}
