import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** How a repository for a test is made. */
export interface GitRepositoryOptions {
  /** Default: `sha1`. */
  readonly objectFormat?: 'sha1' | 'sha256';
  /** Default: `main`. */
  readonly branch?: string;
  /** Default: Ada Lovelace, `ada@example.com`. `undefined`: nobody is configured. */
  readonly user?: { readonly name?: string; readonly email?: string } | undefined;
  readonly bare?: boolean;
}

/** What else a commit of a test has. */
export interface CommitOptions {
  /** Default: the configured user. */
  readonly author?: { readonly name: string; readonly email: string };
  /** ISO 8601; default: a minute after the one before. */
  readonly at?: string;
}

const firstCommit = Date.UTC(2026, 0, 5, 9, 0, 0);
const minute = 60_000;

/**
 * A real repository in a temporary folder of its own: a home without anyone's configuration, fixed dates, a
 * fixed identity. `remove` takes all of it away again.
 */
export class GitRepository {
  /** Absolute path of the temporary folder: the work tree and the home are in it, and there is room beside them. */
  readonly base: string;
  /** Absolute path of the work tree, without symbolic links. */
  readonly folder: string;
  /** What git and what is tested are started with. */
  readonly environment: NodeJS.ProcessEnv;
  #commits = 0;

  constructor(options: GitRepositoryOptions = {}) {
    this.base = realpathSync(mkdtempSync(join(tmpdir(), 'retrolog-git-')));
    this.folder = join(this.base, 'work');
    const configuration = join(this.base, 'gitconfig');
    this.environment = {
      PATH: process.env['PATH'],
      HOME: this.base,
      TMPDIR: process.env['TMPDIR'],
      SystemRoot: process.env['SystemRoot'],
      GIT_CONFIG_GLOBAL: configuration,
      GIT_CONFIG_NOSYSTEM: '1',
    };
    writeFileSync(configuration, configurationOf(options));
    mkdirSync(this.folder);
    this.git(
      'init',
      '--quiet',
      ...(options.bare ? ['--bare'] : []),
      `--object-format=${options.objectFormat ?? 'sha1'}`,
    );
    this.git('symbolic-ref', 'HEAD', `refs/heads/${options.branch ?? 'main'}`);
  }

  /** Runs git in the work tree and returns what it printed, without the line break at its end. */
  git(...args: readonly string[]): string {
    return this.run({}, ...args);
  }

  /** The same in another folder, with input, or with more variables. */
  run(
    how: {
      readonly folder?: string;
      readonly input?: string | Buffer;
      readonly environment?: NodeJS.ProcessEnv;
    },
    ...args: readonly string[]
  ): string {
    const output = execFileSync('git', args, {
      cwd: how.folder ?? this.folder,
      env: { ...this.environment, ...how.environment },
      input: how.input ?? '',
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    });
    return output.toString('utf8').replace(/\n$/, '');
  }

  /** Writes one file of the work tree; its folders are made. */
  write(path: string, content: string | Buffer): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  /** Writes the files, adds everything, commits, and returns the full hash. */
  commit(message: string, files: Readonly<Record<string, string>> = {}, options: CommitOptions = {}): string {
    for (const [path, content] of Object.entries(files)) {
      this.write(path, content);
    }
    this.git('add', '--all');
    const environment = this.dates(options.at);
    const author =
      options.author === undefined ? [] : [`--author=${options.author.name} <${options.author.email}>`];
    const input = message;
    const flags = [
      '--quiet',
      '--allow-empty',
      '--allow-empty-message',
      '--cleanup=verbatim',
      '--file=-',
      ...author,
    ];
    this.run({ input, environment }, 'commit', ...flags);
    return this.git('rev-parse', 'HEAD');
  }

  /** The variables that give the next commit its date. */
  dates(at?: string): NodeJS.ProcessEnv {
    const date = at ?? new Date(firstCommit + minute * this.#commits++).toISOString();
    return { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  }

  /** Stores an object as it is, however unlikely, and returns its full hash. */
  store(type: 'commit' | 'tree' | 'blob' | 'tag', content: string | Buffer): string {
    return this.run({ input: content }, 'hash-object', '-t', type, '--literally', '-w', '--stdin');
  }

  remove(): void {
    for (let tries = 5; tries > 0; tries -= 1) {
      try {
        rmSync(this.base, { recursive: true, force: true, maxRetries: 3 });
        return;
      } catch (error) {
        // A process of an editor that is about to end may still have written a file into a folder.
        if (tries === 1 || (error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') {
          throw error;
        }
      }
    }
  }
}

function configurationOf(options: GitRepositoryOptions): string {
  const user = 'user' in options ? options.user : { name: 'Ada Lovelace', email: 'ada@example.com' };
  const lines = Object.entries(user ?? {}).map(([key, value]) => `\t${key} = "${value}"\n`);
  return ['[user]\n', ...lines, '[commit]\n\tgpgSign = false\n', '[init]\n\tdefaultBranch = main\n'].join('');
}
