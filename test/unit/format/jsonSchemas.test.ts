import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { jsonSchemas } from '../../../src/core/format/jsonSchemas.ts';

describe('the published schemas', () => {
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    it(`are what the code says: docs/schema/${name}.schema.json`, () => {
      assert.deepEqual(
        JSON.parse(readFileSync(`docs/schema/${name}.schema.json`, 'utf8')),
        schema,
        'The published schema is stale. Renew it with: npm run schema',
      );
    });
  }

  it('name every kind of entry, and let unknown keys through', () => {
    const entry = JSON.stringify(jsonSchemas().entry);
    for (const kind of ['win', 'failure', 'learning', 'experiment', 'action', 'kudos', 'blocker']) {
      assert.ok(entry.includes(`"const":"${kind}"`), kind);
    }
    assert.ok(!entry.includes('"additionalProperties":false'));
  });
});
