import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GitRepository } from '../gitRepository.ts';
import type { InventedCommit } from './inventedCommits.ts';

/** Makes a chain of commits on a branch, all in one go, and returns their hashes, oldest first. */
export function importCommits(
  repository: GitRepository,
  branch: string,
  commits: readonly InventedCommit[],
  from?: string,
): string[] {
  const marks = join(repository.base, 'marks.txt');
  const input = commits.map((commit, index) => {
    const parent = index === 0 && from !== undefined ? `from ${from}\n` : '';
    return printCommit(branch, commit, index + 1, parent);
  });
  repository.run(
    { input: input.join('') },
    'fast-import',
    '--quiet',
    '--force',
    '--date-format=raw',
    `--export-marks=${marks}`,
  );
  const hashes: string[] = [];
  for (const line of readFileSync(marks, 'utf8').trim().split('\n')) {
    const [mark = '', sha = ''] = line.split(' ');
    hashes[Number(mark.slice(1)) - 1] = sha;
  }
  return hashes;
}

function printCommit(branch: string, commit: InventedCommit, mark: number, parent: string): string {
  const { author, seconds, subject, body, files } = commit;
  const who = `${author} <${author.toLowerCase()}@example.com> ${seconds} +0000`;
  const message = body === undefined ? `${subject}\n` : `${subject}\n\n${body}\n`;
  const changed = [...files].map(([path, text]) => `M 100644 inline ${path}\n${printData(text)}`);
  return [
    `commit refs/heads/${branch}\nmark :${mark}\nauthor ${who}\ncommitter ${who}\n`,
    printData(message),
    parent,
    ...changed,
    '\n',
  ].join('');
}

function printData(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
