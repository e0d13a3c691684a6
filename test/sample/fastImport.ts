import { createInterface } from 'node:readline';
import { endOf, startGit } from './sealedGit.ts';

/** Who did something and when. */
interface Signature {
  readonly name: string;
  readonly address: string;
  /** Since the epoch. */
  readonly seconds: number;
  /** Whole hours that the clock of that person is ahead of UTC. */
  readonly hoursAhead: number;
}

interface NewCommit {
  /** Full name of the reference that moves to it. */
  readonly ref: string;
  readonly by: Signature;
  readonly message: string;
  /** Hashes; the first one is what `files` is a change of. */
  readonly parents: readonly string[];
  /** Text by path; `undefined`: the file is removed. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

/** `git fast-import`, as a conversation: each commit is answered with its hash, which later files can mention. */
export interface FastImport {
  commit(commit: NewCommit): Promise<string>;
  tag(name: string, commit: string, by: Signature, message: string): void;
  /** Resolves when everything is in the repository. */
  finish(): Promise<void>;
  /** Stops git. Nothing that was committed is kept. */
  abandon(): void;
}

export function fastImport(folder: string): FastImport {
  const args = ['fast-import', '--quiet', '--done', '--date-format=raw'];
  const child = startGit(folder, args);
  const ended = endOf(child, args);
  ended.catch(() => child.stdin.destroy());
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  /** While it runs, git knows its new commits by mark only. */
  const marks = new Map<string, number>();
  const markOf = (hash: string): string => `:${marks.get(hash)}`;
  return {
    commit: async (commit) => {
      const mark = marks.size + 1;
      const parents = commit.parents.map(markOf);
      child.stdin.write(`${printCommit({ ...commit, parents }, mark)}get-mark :${mark}\n`);
      const answer = await answers.next();
      if (answer.done) {
        await ended;
        throw new Error('git fast-import ended before it had answered.');
      }
      marks.set(answer.value, mark);
      return answer.value;
    },
    tag: (name, commit, by, message) => {
      child.stdin.write(
        `tag ${name}\nfrom ${markOf(commit)}\ntagger ${printSignature(by)}\n${printData(`${message}\n`)}`,
      );
    },
    finish: () => {
      child.stdin.end('done\n');
      return ended;
    },
    abandon: () => {
      child.kill();
    },
  };
}

function printCommit({ ref, by, message, parents, files }: NewCommit, mark: number): string {
  const [first, ...others] = parents;
  return [
    `commit ${ref}\nmark :${mark}\n`,
    `author ${printSignature(by)}\ncommitter ${printSignature(by)}\n`,
    printData(`${message}\n`),
    first === undefined ? '' : `from ${first}\n`,
    ...others.map((parent) => `merge ${parent}\n`),
    ...[...files].map(([path, text]) => printFile(path, text)),
    '\n',
  ].join('');
}

function printFile(path: string, text: string | undefined): string {
  if (text === undefined) {
    return `D ${path}\n`;
  }
  return `M ${path.endsWith('.sh') ? '100755' : '100644'} inline ${path}\n${printData(text)}`;
}

function printSignature({ name, address, seconds, hoursAhead }: Signature): string {
  const sign = hoursAhead < 0 ? '-' : '+';
  return `${name} <${address}> ${seconds} ${sign}${String(Math.abs(hoursAhead)).padStart(2, '0')}00`;
}

function printData(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
