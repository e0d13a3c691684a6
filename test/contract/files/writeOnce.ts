import { RetroError } from '../../../src/core/retroError.ts';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';

/* A program that writes one file and says on stdout what came of it. Arguments: the root, the path, and
   the number of the user that it shall become first. */
const [root = '', path = '', user] = process.argv.slice(2);
if (user !== undefined) {
  process.setgroups?.([]);
  process.setgid?.(Number(user));
  process.setuid?.(Number(user));
}
try {
  process.stdout.write(await new NodeFiles(root).update(path, () => `by ${process.pid}`));
} catch (error) {
  if (!(error instanceof RetroError)) {
    throw error;
  }
  process.stdout.write(`${error.code} ${error.message}`);
}
