import { z } from 'zod/mini';
import { teamSchema } from '../team/teamSchema.ts';
import { surveySchema } from '../pulse/surveySchema.ts';
import { templateSchema } from '../templates/templateSchema.ts';
import { entryKinds } from '../entries/kinds.ts';
import { entrySchema } from './entrySchema.ts';
import { auditSchema, meetingSchema, pulseSchema } from './pageSchema.ts';

/** The name of everything that has a published schema, in `docs/schema/<name>.schema.json`. */
export type SchemaName = 'entry' | 'meeting' | 'pulse' | 'audit' | 'team' | 'template' | 'survey';

/** The JSON Schemas of the front matter of entries, meetings, pulses and audits, of `retro.yml`, and of templates and surveys. */
export function jsonSchemas(): Readonly<Record<SchemaName, object>> {
  return {
    entry: published('Entry', z.union(entryKinds.map(entrySchema))),
    meeting: published('Meeting', meetingSchema),
    pulse: published('Pulse', pulseSchema),
    audit: published('Audit', auditSchema),
    team: published('Team', teamSchema),
    template: published('Template', templateSchema),
    survey: published('Survey', surveySchema),
  };
}

function published(title: string, schema: z.ZodMiniType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return { $schema, title, ...rest };
}
