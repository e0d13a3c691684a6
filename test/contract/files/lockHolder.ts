import { writeSync } from 'node:fs';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';

/* A program that begins an update, says so on stdout, and never ends it. Arguments: the root, the path. */
const [root = '', path = ''] = process.argv.slice(2);
await new NodeFiles(root).update(path, () => {
  writeSync(1, 'held\n');
  for (;;) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  }
});
