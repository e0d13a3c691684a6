import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { RefusalCode } from '../../core/board/refusal.ts';
import { type Gate, gates, type LiveMeter } from './liveMeter.ts';
import type { LiveServer } from './liveServer.ts';

/** Seconds: from a fast disk to one that nobody can work with. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Keeps the figures of a server process, and prints them as Prometheus reads them. */
export class PrometheusMeter implements LiveMeter {
  readonly #registry = new Registry();
  readonly #keptOut: Counter<'gate'>;
  readonly #taken: Counter;
  readonly #refused: Counter<'reason'>;
  readonly #appended: Histogram;

  /** @param server whose rooms and connections are counted; `undefined` while there is none */
  constructor(server: () => Pick<LiveServer, 'counts'> | undefined) {
    const registers = [this.#registry];
    this.#keptOut = new Counter({
      name: 'retrolog_kept_out_total',
      help: 'Connections that were kept out or cut off, by the gate where that was.',
      labelNames: ['gate'],
      registers,
    });
    // A figure that is not there until it goes up cannot be watched.
    gates.forEach((gate) => this.#keptOut.inc({ gate }, 0));
    this.#taken = new Counter({
      name: 'retrolog_intents_taken_total',
      help: 'What people did on boards; a repeated one counts again.',
      registers,
    });
    this.#refused = new Counter({
      name: 'retrolog_intents_refused_total',
      help: 'What people wanted and was not done, by the reason.',
      labelNames: ['reason'],
      registers,
    });
    this.#appended = new Histogram({
      name: 'retrolog_journal_append_seconds',
      help: 'How long it took until an intent was safe in the journal.',
      buckets,
      registers,
    });
    const gauges = {
      rooms: 'Rooms that are open.',
      people: 'People in a room who are connected.',
      sockets: 'Connections, of people in a room and of those who are not in yet.',
    } as const;
    for (const [what, help] of Object.entries(gauges) as ['rooms' | 'people' | 'sockets', string][]) {
      const gauge = new Gauge({
        name: `retrolog_${what}`,
        help,
        registers: [],
        collect() {
          this.set(server()?.counts[what] ?? 0);
        },
      });
      this.#registry.registerMetric(gauge);
    }
    // Memory, processor time and the lag of the event loop, under the names that all programs on Node use.
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Of what `text` answers. */
  get type(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  keptOut(gate: Gate): void {
    this.#keptOut.inc({ gate });
  }

  wanted(outcome: 'taken' | 'not-kept' | RefusalCode): void {
    if (outcome === 'taken') {
      this.#taken.inc();
    } else {
      this.#refused.inc({ reason: outcome });
    }
  }

  appended(seconds: number): void {
    this.#appended.observe(seconds);
  }
}
