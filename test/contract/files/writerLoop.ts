import { writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';
import { numberedText } from './numberedText.ts';

/*
 * A program that writes numbered texts over and over until it is killed, and says each number on stdout
 * once its text is written. Arguments: the folder, the first number, the size, `update` or `plain`.
 * The n-th text goes into the file called after n modulo 3.
 */
const [root = '', first = '1', size = '0', way] = process.argv.slice(2);
const files = new NodeFiles(root);

for (let number = Number(first); ; number++) {
  const path = `retro/${number % 3}.md`;
  const text = numberedText(number, Number(size));
  await (way === 'plain' ? writeFile(join(root, path), text) : files.update(path, () => text));
  writeSync(1, `${number}\n`);
}
