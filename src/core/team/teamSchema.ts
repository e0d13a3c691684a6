import { z } from 'zod/mini';

const limitSchema = z
  .int({ error: 'count' })
  .check(z.minimum(1, { error: 'count' }), z.maximum(1000, { error: 'count' }));

/** The shape of `retro.yml`. Every message names what was expected. */
export const teamSchema = z.looseObject({
  team: z.nullish(z.string({ error: 'text' })),
  timezone: z.nullish(z.string({ error: 'timezone' }).check(z.refine(isTimeZone, { error: 'timezone' }))),
  areas: z.nullish(
    z.record(z.string(), z.array(z.string({ error: 'text' }), { error: 'list' }), { error: 'areas' }),
  ),
  experiments: z.nullish(z.looseObject({ limit: z.nullish(limitSchema) }, { error: 'experiments' })),
});

/** Whether a name is a time zone of the IANA database, or UTC. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
