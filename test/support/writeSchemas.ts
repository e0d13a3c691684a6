import { writeFileSync } from 'node:fs';
import { jsonSchemas } from '../../src/core/format/jsonSchemas.ts';

// Renews the published schemas: `npm run schema`. A test says when they are stale.
for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(`docs/schema/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
}
