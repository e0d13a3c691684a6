import { readFileSync, writeFileSync } from 'node:fs';
import { hostileTablePath, numberedTests, withTests } from './hostileTable.ts';

// Renews the list of tests in each row: `npm run hostile`. A test says when it is stale.
writeFileSync(hostileTablePath, withTests(readFileSync(hostileTablePath, 'utf8'), numberedTests()));
