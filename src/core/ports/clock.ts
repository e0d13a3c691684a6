/** The time of day, handed in so that the core is a function of its arguments. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /**
   * The day it is now, as an ISO 8601 date (`2026-11-23`).
   *
   * @param timeZone an IANA name; without it, the zone of the machine (the writer's own day)
   */
  today(timeZone?: string): string;
}
