import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSampleRepository, type SampleRequest } from './makeSampleRepository.ts';
import { runGit } from './sealedGit.ts';

/**
 * What was done about the sample: `made` (there was none, or a new one was asked for), `renewed` (it was of another
 * day, seed or version and nobody had touched it), `kept` (it is the one that would be made), `keptChanged` (somebody
 * changed it: it is left alone, even if it is old).
 */
export type Kept = 'made' | 'renewed' | 'kept' | 'keptChanged';

interface Stamp {
  /** What the sample was made with. */
  readonly of: string;
  /** What the repository was when it had just been made. */
  readonly was: string;
}

/**
 * Sees to it that there is a sample in a folder. One that a person changed is thrown away only if `fresh` is set.
 * What it was made of is noted beside the folder.
 */
export async function keepSample(request: SampleRequest, fresh: boolean): Promise<Kept> {
  const stampFile = `${request.folder}.json`;
  const of = `${await generatorVersion()} ${request.seed} ${request.until}`;
  const is = await stateOf(request.folder);
  if (is === undefined || fresh) {
    await make(request, stampFile, of);
    return 'made';
  }
  const stamp = await readStamp(stampFile);
  if (is !== stamp?.was) {
    return 'keptChanged';
  }
  if (stamp.of === of) {
    return 'kept';
  }
  await make(request, stampFile, of);
  return 'renewed';
}

/** Makes it beside the folder first, so that one that was interrupted is never taken for a whole one. */
async function make(request: SampleRequest, stampFile: string, of: string): Promise<void> {
  const making = `${request.folder}.making`;
  await rm(making, { recursive: true, force: true });
  await makeSampleRepository({ ...request, folder: making });
  const was = (await stateOf(making)) ?? '';
  await rm(request.folder, { recursive: true, force: true });
  await rename(making, request.folder);
  await writeFile(stampFile, `${JSON.stringify({ of, was } satisfies Stamp)}\n`);
}

/** Its references, its HEAD and what differs from HEAD; `undefined` where there is no folder. */
async function stateOf(folder: string): Promise<string | undefined> {
  try {
    await readdir(folder);
  } catch {
    return undefined;
  }
  try {
    const answers = [
      await runGit(folder, ['--git-dir=.git', 'for-each-ref']),
      await runGit(folder, ['--git-dir=.git', 'symbolic-ref', 'HEAD']),
      await runGit(folder, [
        '--git-dir=.git',
        '--work-tree=.',
        'status',
        '--porcelain',
        '--untracked-files=all',
      ]),
    ];
    return digest(answers.join('\0'));
  } catch {
    return 'not the repository that was made';
  }
}

async function readStamp(file: string): Promise<Stamp | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Stamp;
  } catch {
    return undefined;
  }
}

/** A digest of the compiled generator and of the format that it writes, so that nobody has to count versions. */
async function generatorVersion(): Promise<string> {
  const here = dirname(fileURLToPath(import.meta.url));
  const parts: string[] = [];
  for (const folder of [here, join(here, '../support'), join(here, '../../src/core/format')]) {
    const names = await readdir(folder, { recursive: true });
    for (const name of names.filter((found) => found.endsWith('.js')).sort()) {
      parts.push(name, await readFile(join(folder, name), 'utf8'));
    }
  }
  return digest(parts.join('\0'));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
