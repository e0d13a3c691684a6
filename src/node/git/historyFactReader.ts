import {
  type ActivityQuery,
  changesTold,
  commitsTold,
  filesAt,
  mappedContacts,
} from '../../core/git/activityLog.ts';
import { configuredIdentity } from '../../core/git/identity.ts';
import type { Cancellation } from '../../core/ports/cancellation.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import { ChangeGatherer, type GatherSettings } from '../../core/trends/gatherChanges.ts';
import { CommitGatherer } from '../../core/trends/gatherCommits.ts';
import { gatheredFacts } from '../../core/trends/gatheredFacts.ts';
import type { HistoryFacts } from '../../core/trends/historyFacts.ts';
import type { HistoryNeed } from '../../core/trends/historyNeed.ts';
import type { Contact } from '../../core/trends/isBot.ts';
import type { GitAsker } from './askGit.ts';

/** All that a tip reaches, as far as it was read. */
interface Read {
  readonly commits: CommitGatherer;
  readonly committed: ReadonlySet<string>;
  readonly changes: ChangeGatherer;
}

/**
 * Reads who did what when of all that one commit reaches, and keeps it: asked again, git is only asked who is who
 * now, or to go on where it was left.
 */
export class HistoryFactReader {
  readonly #asker: GitAsker;
  readonly #tip: string | undefined;
  readonly #settings: GatherSettings;
  #read: Read | undefined;
  #given: { readonly of: string; readonly facts: HistoryFacts } | undefined;

  /** @param tip full hash; `undefined` where there is no commit yet */
  constructor(asker: GitAsker, tip: string | undefined, settings: GatherSettings) {
    this.#asker = asker;
    this.#tip = tip;
    this.#settings = settings;
  }

  async facts(need: HistoryNeed, cancellation?: Cancellation): Promise<GitAnswer<HistoryFacts>> {
    const read = await this.#readCommits(cancellation);
    if (read.state !== 'ok') {
      return read;
    }
    const changes = await this.#readChanges(read.value, need, cancellation);
    return changes.state === 'ok' ? this.#tellApart(read.value) : changes;
  }

  get #query(): ActivityQuery | undefined {
    return this.#tip === undefined
      ? undefined
      : { from: this.#tip, within: this.#settings.prefix.replace(/\/$/, '') };
  }

  async #readCommits(cancellation: Cancellation | undefined): Promise<GitAnswer<Read>> {
    if (this.#read !== undefined) {
      return { state: 'ok', value: this.#read };
    }
    const { prefix, folder, team } = this.#settings;
    const commits = new CommitGatherer(team.timezone);
    const committed = new Set<string>();
    const query = this.#query;
    if (query !== undefined) {
      const [told, files] = await Promise.all([
        this.#asker.stream(commitsTold(query), (commit) => commits.take(commit), cancellation),
        this.#asker.stream(
          filesAt(query.from, prefix + folder),
          (path) => void committed.add(path.slice(prefix.length)),
          cancellation,
        ),
      ]);
      if (told.state !== 'ok') {
        return told;
      }
      if (files.state !== 'ok') {
        return files;
      }
    }
    this.#read = { commits, committed, changes: new ChangeGatherer(this.#settings) };
    return { state: 'ok', value: this.#read };
  }

  /** Goes on, newest first, until all commits since a day are read and it is known who added each needed file. */
  async #readChanges(
    { commits, committed, changes }: Read,
    need: HistoryNeed,
    cancellation: Cancellation | undefined,
  ): Promise<GitAnswer<number>> {
    const least = commits.countSince(need.since);
    const open = new Set([...need.files].filter((path) => committed.has(path) && !changes.isAdded(path)));
    const query = this.#query;
    const isEnough = (): boolean =>
      changes.count === commits.commits.length || (changes.count >= least && open.size === 0);
    if (query === undefined || isEnough()) {
      return { state: 'ok', value: 0 };
    }
    return this.#asker.stream(
      changesTold(query, changes.count),
      ({ changes: did }) => {
        const commit = commits.commits[changes.count];
        if (commit === undefined) {
          return false;
        }
        for (const path of changes.take(did, commit)) {
          if (changes.isAdded(path)) {
            open.delete(path);
          }
        }
        return !isEnough();
      },
      cancellation,
    );
  }

  /** `.mailmap` and the configuration may have changed meanwhile: neither is in a commit. */
  async #tellApart({ commits, committed, changes }: Read): Promise<GitAnswer<HistoryFacts>> {
    const ask = this.#asker.begin();
    const who = await ask(configuredIdentity);
    if (who.state !== 'ok') {
      return who;
    }
    const { name = '', email = '' } = who.value;
    const mapped = await ask(mappedContacts([...commits.contacts, { name, address: email }].map(askable)));
    if (mapped.state !== 'ok') {
      return mapped;
    }
    const of = JSON.stringify([changes.count, name, email, mapped.value]);
    if (this.#given?.of !== of) {
      const me = email === '' && name === '' ? undefined : mapped.value.at(-1);
      const since = commits.sinceWhich(changes.count);
      const facts = gatheredFacts({ commits, changes, committed, mapped: mapped.value, me, since });
      this.#given = { of, facts };
    }
    return { state: 'ok', value: this.#given.facts };
  }
}

/** Without what would end the name or the address. */
function askable({ name, address }: Contact): Contact {
  const plain = (text: string): string => text.replace(/[<>\r\n\0]/g, '');
  return { name: plain(name), address: plain(address) };
}
