import { bodyOf } from '../format/entryBody.ts';
import type { Cancellation } from '../ports/cancellation.ts';
import type { Files } from '../ports/files.ts';
import type { LogFile } from './compareFiles.ts';
import { diffLogs, type LogChange, pairFiles } from './diffLogs.ts';

/** One state of a log: what it says, and where its texts are. */
export interface LogSide {
  readonly log: { readonly entries: readonly LogFile[]; readonly pages: readonly LogFile[] };
  readonly files: Pick<Files, 'readMany'>;
  /** The hash under which git keeps a file's content, where it is known without reading it. */
  readonly hashOf?: ((path: string) => string | undefined) | undefined;
}

/** What is different in a later state of a log. Texts are read where hashes do not tell that they are the same. */
export async function readChanges(
  before: LogSide,
  after: LogSide,
  cancellation?: Cancellation,
): Promise<readonly LogChange[]> {
  const [old, now] = [filesOf(before), filesOf(after)];
  const isSame = (one: LogFile, other: LogFile): boolean => {
    const hash = before.hashOf?.(one.path);
    return hash !== undefined && hash === after.hashOf?.(other.path);
  };
  const unsure = pairFiles(old, now).pairs.filter((pair) => !isSame(pair.before, pair.after));
  const oldBodies = await readBodies(
    before,
    unsure.map((pair) => pair.before.path),
    cancellation,
  );
  const newBodies = await readBodies(
    after,
    unsure.map((pair) => pair.after.path),
    cancellation,
  );
  return diffLogs(
    old,
    now,
    (one, other) => isSame(one, other) || oldBodies.get(one.path) === newBodies.get(other.path),
  );
}

function filesOf({ log }: LogSide): readonly LogFile[] {
  return [...log.entries, ...log.pages];
}

async function readBodies(
  { files }: LogSide,
  paths: readonly string[],
  cancellation: Cancellation | undefined,
): Promise<ReadonlyMap<string, string>> {
  const bodies = new Map<string, string>();
  await files.readMany(
    paths,
    (path, content) => {
      if (content.state === 'text') {
        bodies.set(path, bodyOf(content.text));
      }
    },
    { cancellation },
  );
  return bodies;
}
