import * as l10n from '@vscode/l10n';
import { setTimeout as wait } from 'node:timers/promises';
import type { GitCommand } from '../../core/git/gitCommand.ts';
import type { Staging } from '../../core/ports/git.ts';
import { RetroError } from '../../core/retroError.ts';
import { GitAsker, type GitSettings } from './askGit.ts';

/** Milliseconds after which a held index is asked for again: about two seconds in all. */
const pauses: readonly number[] = [50, 100, 200, 400, 600, 700];

/** Characters of paths in one command: Windows takes 32,767 in all. */
const longestCommand = 24_000;

/** What a {@link NodeStaging} needs to know. */
export interface NodeStagingSettings extends GitSettings {
  /** How long it is waited each time another program holds the index, in milliseconds. Default: about 2 s in all. */
  readonly pauses?: readonly number[];
}

/** Adds files to the index of the repository that a folder is in. Paths are POSIX and relative to that folder. */
export class NodeStaging implements Staging {
  readonly #asker: GitAsker;
  readonly #pauses: readonly number[];

  constructor(settings: NodeStagingSettings) {
    this.#asker = new GitAsker(settings);
    this.#pauses = settings.pauses ?? pauses;
  }

  async stage(paths: readonly string[]): Promise<void> {
    for (const some of inCommands(paths)) {
      await this.#write(addExactly(some), (reason) =>
        l10n.t('The file was saved but not added to git. {0}', reason),
      );
    }
  }

  async commit(paths: readonly string[], message: string): Promise<void> {
    // A commit of named files wants git to know them.
    await this.stage(paths);
    await this.#write(commitExactly(paths, message), (reason) =>
      l10n.t('Everything was saved and added to git, but not committed. {0}', reason),
    );
  }

  /** Does it when no other program holds the index, or says why it could not be done. */
  async #write(command: GitCommand<void>, sentence: (reason: string) => string): Promise<void> {
    for (const pause of [...this.#pauses, undefined]) {
      const answer = await this.#asker.begin()(command);
      if (answer.state === 'ok') {
        return;
      }
      const reason =
        answer.state === 'failed' ? answer.reason : l10n.t('This folder is not in a git repository.');
      if (pause === undefined || !/index\.lock.*File exists/.test(reason)) {
        throw new RetroError('git', sentence(reason));
      }
      await wait(pause);
    }
  }
}

function addExactly(paths: readonly string[]): GitCommand<void> {
  return { args: ['add', '--', ...paths.map((path) => `:(literal)${path}`)], parse: () => undefined };
}

/** The names come over standard input, so that they can be as many as they like. */
function commitExactly(paths: readonly string[], message: string): GitCommand<void> {
  return {
    args: [
      'commit',
      '--quiet',
      '--no-gpg-sign',
      '--no-verify',
      '--cleanup=whitespace',
      `--message=${message}`,
      '--only',
      '--pathspec-from-file=-',
      '--pathspec-file-nul',
    ],
    input: paths.map((path) => `:(literal)${path}`).join('\0'),
    parse: () => undefined,
  };
}

function inCommands(paths: readonly string[]): string[][] {
  const commands: string[][] = [];
  let room = 0;
  for (const path of paths) {
    room -= path.length + 16;
    if (room < 0) {
      commands.push([]);
      room = longestCommand - path.length;
    }
    commands.at(-1)?.push(path);
  }
  return commands;
}
