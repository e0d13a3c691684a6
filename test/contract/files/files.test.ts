import { existsSync, readFileSync, statSync } from 'node:fs';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';
import { describeFiles } from './filesContract.ts';

describeFiles('files in memory', (seed) => {
  const files = new MemoryFiles(seed);
  return { files, textOf: (path) => files.textOf(path), close: () => undefined };
});

describeFiles('files on the disk', (seed) => {
  const folder = new TemporaryFolder(seed);
  const textOf = (path: string): string | undefined => {
    const file = folder.at(path);
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : undefined;
  };
  return { files: new NodeFiles(folder.path), textOf, close: () => folder.remove() };
});
