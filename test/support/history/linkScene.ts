import { join } from 'node:path';
import { printEntry } from '../../../src/core/format/printEntry.ts';
import type { CommitLink } from '../../../src/core/entries/entry.ts';
import { entryPath } from '../../../src/core/format/entryPath.ts';
import { GitRepository } from '../gitRepository.ts';
import { RewriteRecord } from './rewriteRecord.ts';

/** How a scene is set. */
export interface LinkSceneOptions {
  /** Whether the commit that the entry is about says so itself, with a `Change-Id` and a `Retro` line. */
  readonly marked: boolean;
}

/** Full names of what a scene has. */
const entry = { id: 'k3f9q2xa', date: '2026-01-05', title: 'Pages never expired' } as const;
const changeId = `I${'5f3759df'.repeat(5)}`;
const subject = 'Let cached pages expire';

/**
 * A small repository: a main line that goes on, and a branch of three commits. An entry is about the second of
 * them. Everything that happens there is done by git, and git says what became of that commit.
 */
export class LinkScene {
  readonly repository = new GitRepository();
  /** Id and path of the entry. */
  readonly id = entry.id;
  readonly entryPath = entryPath('retro', entry.date, entry.title, entry.id);
  /** The commit that the entry is about, as it is called when the link is made. */
  readonly linked: string;
  readonly #record: RewriteRecord;

  constructor(options: LinkSceneOptions) {
    this.#record = new RewriteRecord(this.repository);
    this.#writeShop();
    this.repository.git('checkout', '--quiet', '-b', 'feature');
    this.#change('Keep pages in memory', 'src/cache.ts', 5, 'const pages = new Map();', 'src/pages.ts', 3);
    const marks = options.marked ? `\n\nRetro: ${entry.id}\nChange-Id: ${changeId}` : '';
    this.linked = this.#change(`${subject}${marks}`, 'src/cache.ts', 12, 'const ttl = 60;');
    this.#change('Tell how long pages are kept', 'docs/cache.md', 4, 'Pages are kept for a minute.');
  }

  /** The commit that holds the change at this moment, as far as rebases and amendments go. */
  get holder(): string {
    return this.#record.read().get(this.linked) ?? this.linked;
  }

  /** The text of one line of a file in the work tree, from 1, put in the place of what stood there. */
  setLine(path: string, line: number, text: string): void {
    const lines = this.read(path).split('\n');
    lines[line - 1] = text;
    this.repository.write(path, lines.join('\n'));
  }

  read(path: string): string {
    return this.repository.git('show', `HEAD:${path}`).concat('\n');
  }

  /** The main line goes on with one commit, somewhere else or right beside the linked change. */
  moveMain(where: 'elsewhere' | 'beside the change'): void {
    this.repository.git('checkout', '--quiet', 'main');
    if (where === 'elsewhere') {
      this.#change('Name the shop', 'docs/shop.md', 2, 'It is called Corner.');
    } else {
      this.#change('Forget pages by name', 'src/cache.ts', 13, 'forget(name);');
    }
    this.repository.git('checkout', '--quiet', 'feature');
  }

  /** Writes the entry and puts it into the commit that it is about, as a fix-up. */
  commitEntryWithItsChange(link: CommitLink): void {
    this.#writeEntry(link);
    this.repository.git('add', '--all');
    const holder = this.holder;
    this.rewrite('commit', '--quiet', `--fixup=${holder}`);
    this.rewrite('rebase', '--quiet', '--interactive', '--autosquash', 'main');
  }

  /** Writes the entry and commits it, and nothing else, on the branch that is checked out. */
  commitEntryAlone(link: CommitLink): void {
    this.#writeEntry(link);
    this.repository.commit('Log what the cache taught us');
  }

  /** Somebody else uses the same words later, in the same file. */
  useTheSameWordsAgain(): void {
    this.#change(subject, 'src/cache.ts', 27, 'const longest = 3600;');
  }

  /** Runs git at the next moment of the scene; who asks for an editor gets one that changes nothing. */
  rewrite(...args: readonly string[]): string {
    return this.rewriteWith({}, ...args);
  }

  /** The same with editors or other variables of one's own. */
  rewriteWith(environment: NodeJS.ProcessEnv, ...args: readonly string[]): string {
    const committer = { GIT_COMMITTER_DATE: this.repository.dates()['GIT_COMMITTER_DATE'] };
    const editors = { GIT_EDITOR: 'true', GIT_SEQUENCE_EDITOR: 'true' };
    return this.repository.run({ environment: { ...committer, ...editors, ...environment } }, ...args);
  }

  /** A teammate's clone: only what the branches reach is in it. Returns its absolute path. */
  clone(): string {
    const folder = join(this.repository.base, 'clone');
    this.repository.git('clone', '--quiet', '--no-local', this.repository.folder, folder);
    return folder;
  }

  remove(): void {
    this.repository.remove();
  }

  #writeShop(): void {
    const numbered = (word: string): string =>
      Array.from({ length: 30 }, (_, index) => `${word} ${index + 1}\n`).join('');
    this.repository.commit('Begin', { 'docs/shop.md': numbered('shop'), 'docs/cache.md': numbered('page') });
    this.repository.commit('Serve pages', { 'src/pages.ts': numbered('serve') });
    this.repository.commit('Cache pages', { 'src/cache.ts': numbered('cache') });
  }

  #change(message: string, path: string, line: number, text: string, other?: string, otherLine = 1): string {
    this.setLine(path, line, text);
    if (other !== undefined) {
      this.setLine(other, otherLine, text);
    }
    return this.repository.commit(`${message}\n`);
  }

  #writeEntry(link: CommitLink): void {
    const { id, date, title } = entry;
    this.repository.write(this.entryPath, printEntry(id, { kind: 'learning', date, title, commits: [link] }));
  }
}
