import type { CommitLink } from '../../src/core/entries/entry.ts';
import { isoTime } from '../../src/core/git/isoTime.ts';
import { GitRepository } from '../support/gitRepository.ts';
import { type SeededRandom, seededRandom } from '../support/seededRandom.ts';

/** One commit of the history, as it was told to git. */
interface MadeCommit {
  readonly mark: number;
  readonly subject: string;
  readonly authored: number;
  readonly committed: number;
  readonly body: string;
  readonly files: ReadonlyMap<string, string>;
}

/** A history of a hundred thousand commits, and links into it. */
export interface BigHistory {
  readonly repository: GitRepository;
  readonly commits: number;
  /** Links to commits that are there. */
  readonly whole: readonly CommitLink[];
  /** Links to commits that were made anew since, in every way there is; some are gone altogether. */
  readonly broken: readonly CommitLink[];
}

const beginning = 1_500_000_000;

/** Makes the history. It is the same each time. */
export function makeBigHistory(commits: number, links: number): BigHistory {
  const repository = new GitRepository();
  const random = seededRandom('a big history');
  const made: MadeCommit[] = [];
  const linked: MadeCommit[] = [];
  const every = Math.floor(commits / links);
  const text: string[] = [];
  for (let mark = 1; mark <= commits; mark += 1) {
    const commit = madeCommit(mark, made.at(-1)?.committed ?? beginning, random);
    made.push(commit);
    text.push(printed(commit, 'refs/heads/main', mark, mark === 1 ? undefined : mark - 1));
    if (mark % every === every - 1) {
      linked.push(commit);
      // What it was before it was made anew: half of it is in the repository still, and reached by nothing.
      const old = { ...commit, committed: commit.authored, subject: before(commit, linked.length) };
      if (linked.length % 2 === 0) {
        text.push(printed(old, `refs/gone/${mark}`, commits + mark, mark - 1));
      }
    }
  }
  repository.run(
    { input: text.join('') },
    'fast-import',
    '--quiet',
    '--export-marks=marks',
    '--date-format=raw',
  );
  return { repository, commits, ...linksTo(linked, commits, repository) };
}

/** Three of five were rebased, one of five reworded; of the rest most were squashed, some thrown away. */
function before(commit: MadeCommit, count: number): string {
  return count % 5 < 3 ? commit.subject : `wip: ${commit.subject}`;
}

function linksTo(
  linked: readonly MadeCommit[],
  commits: number,
  repository: GitRepository,
): Pick<BigHistory, 'whole' | 'broken'> {
  const shas = new Map(
    repository
      .run({}, 'cat-file', '-p', repository.run({}, 'hash-object', '-w', 'marks'))
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  );
  const hash = (mark: number): string => shas.get(`:${mark}`) ?? mark.toString(16).padStart(40, '0');
  const patches = patchesOf(
    linked.map(({ mark }) => hash(mark)),
    repository,
  );
  const whole: CommitLink[] = [];
  const broken: CommitLink[] = [];
  for (const [index, commit] of linked.entries()) {
    const sha = hash(commit.mark);
    const patch = patches.get(sha) ?? '';
    const { subject, files } = commit;
    const authored = isoTime(commit.authored);
    whole.push({ sha, subject, authored, patch, paths: [...files.keys()] });
    const count = index + 1;
    const old = {
      sha: hash(commits + commit.mark),
      subject: before(commit, count),
      paths: [...files.keys()],
    };
    const squashed = count % 5 === 4;
    const gone = count % 20 === 19;
    broken.push({
      ...old,
      authored: squashed ? isoTime(commit.authored - 1) : authored,
      patch: squashed ? 'a'.repeat(40) : patch,
      ...(squashed && { range: gone ? 'b'.repeat(40) : patch }),
    });
  }
  return { whole, broken };
}

/** As git says them, without anything of ours between. */
function patchesOf(shas: readonly string[], repository: GitRepository): ReadonlyMap<string, string> {
  const input = shas.map((sha) => `${sha}\n`).join('');
  const diff = repository.run({ input }, 'diff-tree', '--stdin', '-p', '-U0', '-r', '--root');
  const ids = repository.run({ input: `${diff}\n` }, 'patch-id', '--stable');
  return new Map(ids.split('\n').map((line) => line.split(' ').toReversed() as [string, string]));
}

function madeCommit(mark: number, after: number, random: SeededRandom): MadeCommit {
  const authored = after + random.between(30, 1200);
  const files = new Map<string, string>();
  for (let count = random.between(1, 3); count > 0; count -= 1) {
    const [area, name] = [random.between(0, 19), random.between(0, 24)];
    files.set(
      `src/area${area}/file${name}.ts`,
      `line ${mark}\nexport const value = ${random.between(0, 1e6)};\n`,
    );
  }
  const body = random.chance(0.3)
    ? '\nWhy it had to be done, in a line or two.\nAnd what was tried before.\n'
    : '';
  const subject = `Change number ${mark} of what the shop does in ${random.between(1, 400)} places`;
  return { mark, subject, authored, committed: authored + random.between(1, 20), body, files };
}

function printed(commit: MadeCommit, ref: string, mark: number, parent: number | undefined): string {
  const who = 'Ada Lovelace <ada@example.com>';
  const message = `${commit.subject}\n${commit.body}`;
  return [
    `commit ${ref}\nmark :${mark}\n`,
    `author ${who} ${commit.authored} +0000\ncommitter ${who} ${commit.committed} +0000\n`,
    `data ${message.length}\n${message}\n`,
    parent === undefined ? '' : `from :${parent}\n`,
    ...[...commit.files].map(
      ([path, content]) => `M 100644 inline ${path}\ndata ${content.length}\n${content}\n`,
    ),
    '\n',
  ].join('');
}
