import * as l10n from '@vscode/l10n';
import { resolve } from 'node:path';
import { mainBranches } from '../../core/git/branches.ts';
import { commonFolder } from '../../core/git/commonFolder.ts';
import { isFullHash } from '../../core/git/fullHash.ts';
import { leavesObjectsOut } from '../../core/git/identity.ts';
import { objectNames } from '../../core/git/objectNames.ts';
import { type Place, place } from '../../core/git/place.ts';
import { reachedCommits, referenceTips } from '../../core/git/reachedCommits.ts';
import { walkLog } from '../../core/git/walkLog.ts';
import type { CommitLink } from '../../core/entries/entry.ts';
import type { EntryLink, Grading } from '../../core/links/grade.ts';
import type { Cancellation } from '../../core/ports/cancellation.ts';
import type { GitAnswer } from '../../core/ports/git.ts';
import type { TeamSettings } from '../../core/team/teamSettings.ts';
import type { HistoryFacts } from '../../core/trends/historyFacts.ts';
import type { HistoryNeed } from '../../core/trends/historyNeed.ts';
import type {
  GradeOptions,
  History,
  Mention,
  MentionQuery,
  WalkedCommit,
  WalkQuery,
} from '../../core/ports/history.ts';
import { GitAsker } from './askGit.ts';
import { describeCommit, type DescribeWith } from './describeCommit.ts';
import { describeCommits } from './describeCommits.ts';
import { failed } from './gitFailure.ts';
import { HistoryFactReader } from './historyFactReader.ts';
import { LinkGrader } from './linkGrader.ts';
import { MentionReader } from './mentionReader.ts';
import { isAskable, type NodeGitSettings } from './nodeGit.ts';
import { PatchIdReader } from './patchIdReader.ts';
import { PatchIdStore } from './patchIdStore.ts';

/** Commits that are handed over at once, the first time: what fits on a page. */
const page = 100;
const longestBatch = 2000;
/** The same where each of them takes git long to find. */
const few = 10;

/** What does not change while a history is open. */
interface Opened {
  /** POSIX path of the log's root from the root of the work tree; `''` or with a slash at its end. */
  readonly prefix: string;
  readonly leftOut: string;
  readonly patches: PatchIdReader;
  readonly grader: LinkGrader;
  readonly mentions: MentionReader;
}

/** The history of the repository that a folder is in. Making one starts nothing. */
export class NodeHistory implements History {
  readonly #settings: NodeGitSettings;
  readonly #asker: GitAsker;
  #opened: Promise<GitAnswer<Opened>> | undefined;
  /** Gradings follow one another: they share what they learn. */
  #graded: Promise<unknown> = Promise.resolve();
  /** So do facts, which are kept as long as HEAD and the team's settings stay as they are. */
  #told: Promise<unknown> = Promise.resolve();
  #factReader: { readonly of: string; readonly reader: HistoryFactReader } | undefined;

  constructor(settings: NodeGitSettings) {
    this.#settings = settings;
    this.#asker = new GitAsker(settings);
  }

  async describe(sha: string): Promise<GitAnswer<CommitLink | undefined>> {
    const asked = await this.#describable([sha]);
    if (asked.state !== 'ok') {
      return asked;
    }
    const { shas, known } = asked.value;
    return shas.includes(sha) ? describeCommit(sha, known) : ok(undefined);
  }

  async describeAll(
    shas: readonly string[],
    cancellation?: Cancellation,
  ): Promise<GitAnswer<ReadonlyMap<string, CommitLink>>> {
    const [asked, open] = await Promise.all([this.#describable(shas), this.unmerged(shas)]);
    if (asked.state !== 'ok') {
      return asked;
    }
    return open.state === 'ok'
      ? describeCommits(asked.value.shas, open.value, asked.value.known, cancellation)
      : open;
  }

  grade(links: readonly EntryLink[], options: GradeOptions = {}): Promise<GitAnswer<Grading>> {
    const turn = this.#graded.then(() => this.#grade(links, options));
    this.#graded = turn.catch(() => undefined);
    return turn;
  }

  async unmerged(shas: readonly string[]): Promise<GitAnswer<ReadonlySet<string>>> {
    const ask = this.#asker.begin();
    const asked = [...new Set(shas)].filter(isFullHash);
    const [named, mains] = await Promise.all([this.#commitsNamed(asked), ask(mainBranches)]);
    if (named.state !== 'ok') {
      return named;
    }
    if (mains.state !== 'ok') {
      return mains;
    }
    const there = new Set(asked.filter((sha, index) => named.value[index] === sha));
    const open = new Set<string>();
    const bases = mains.value.map((main) => main.sha);
    const read = await this.#asker.stream(
      reachedCommits([...there], bases),
      (sha) => void (there.has(sha) && open.add(sha)),
    );
    return read.state === 'ok' ? ok(open) : read;
  }

  async walk(
    { from = 'HEAD', touching, limit }: WalkQuery,
    take: (commits: readonly WalkedCommit[]) => boolean | void,
    cancellation?: Cancellation,
  ): Promise<GitAnswer<number>> {
    const named = await this.#commitsNamed([from]);
    const tip = named.state === 'ok' ? named.value[0] : undefined;
    if (named.state !== 'ok') {
      return named;
    }
    if (tip === undefined) {
      return from === 'HEAD' ? ok(0) : unknownName(from);
    }
    let batch: WalkedCommit[] = [];
    let size = touching === undefined ? page : few;
    const hand = (): boolean => {
      const full = batch;
      batch = [];
      size = touching === undefined ? longestBatch : few;
      return take(full) !== false;
    };
    const command = walkLog(tip, { touching, limit });
    const walked = await this.#asker.stream(
      command,
      (commit) => {
        batch.push(commit);
        return batch.length < size || hand();
      },
      cancellation,
    );
    if (walked.state === 'ok' && batch.length > 0) {
      hand();
    }
    return walked;
  }

  async mentions(
    { among, since }: MentionQuery = {},
    cancellation?: Cancellation,
  ): Promise<GitAnswer<readonly Mention[]>> {
    const opened = await this.#open();
    if (opened.state !== 'ok') {
      return opened;
    }
    const { mentions } = opened.value;
    if (among !== undefined) {
      const named = await this.#commitsNamed(among);
      return named.state === 'ok'
        ? mentions.among(
            named.value.flatMap((sha) => sha ?? []),
            cancellation,
          )
        : named;
    }
    const against = await this.#tips(undefined);
    return against.state === 'ok' ? mentions.reachedFrom(against.value.tips, since, cancellation) : against;
  }

  async tips(): Promise<GitAnswer<readonly string[]>> {
    const against = await this.#tips(undefined);
    return against.state === 'ok' ? ok([against.value.onto ?? '', ...against.value.tips]) : against;
  }

  facts(
    team: TeamSettings,
    need: HistoryNeed,
    cancellation?: Cancellation,
  ): Promise<GitAnswer<HistoryFacts | 'incomplete'>> {
    const turn = this.#told.then(() => this.#facts(team, need, cancellation));
    this.#told = turn.catch(() => undefined);
    return turn;
  }

  async #facts(
    team: TeamSettings,
    need: HistoryNeed,
    cancellation: Cancellation | undefined,
  ): Promise<GitAnswer<HistoryFacts | 'incomplete'>> {
    const [opened, named, incomplete] = await Promise.all([
      this.#open(),
      this.#commitsNamed(['HEAD']),
      this.#isIncomplete(),
    ]);
    if (opened.state !== 'ok') {
      return opened;
    }
    if (named.state !== 'ok') {
      return named;
    }
    if (incomplete.state !== 'ok' || incomplete.value) {
      return incomplete.state === 'ok' ? ok('incomplete') : incomplete;
    }
    const folder = this.#settings.folder.replace(/^\.\/|\/+$/g, '');
    const [tip] = named.value;
    const of = JSON.stringify([tip, team.timezone, team.areas]);
    if (this.#factReader?.of !== of) {
      const settings = { team, prefix: opened.value.prefix, folder };
      this.#factReader = { of, reader: new HistoryFactReader(this.#asker, tip, settings) };
    }
    return this.#factReader.reader.facts(need, cancellation);
  }

  async #grade(links: readonly EntryLink[], options: GradeOptions): Promise<GitAnswer<Grading>> {
    const [opened, against, incomplete] = await Promise.all([
      this.#open(),
      this.#tips(options.onto),
      this.#isIncomplete(),
    ]);
    if (opened.state !== 'ok') {
      return opened;
    }
    if (against.state !== 'ok') {
      return against;
    }
    if (incomplete.state !== 'ok') {
      return incomplete;
    }
    const { patches, grader, prefix } = opened.value;
    const before = patches.computed;
    patches.incomplete = incomplete.value;
    const graded = await grader.grade(links, { ...against.value, prefix }, options);
    await patches.save();
    return graded.state === 'ok'
      ? ok({ links: graded.value, incomplete: incomplete.value, patchIds: patches.computed - before })
      : graded;
  }

  async #tips(
    onto: string | undefined,
  ): Promise<GitAnswer<{ readonly onto: string | undefined; readonly tips: readonly string[] }>> {
    const [named, tips] = await Promise.all([
      this.#commitsNamed(['HEAD', onto ?? 'HEAD']),
      this.#asker.begin()(referenceTips),
    ]);
    if (named.state !== 'ok') {
      return named;
    }
    if (tips.state !== 'ok') {
      return tips;
    }
    const [head, chosen] = named.value;
    if (onto !== undefined && chosen === undefined) {
      return unknownName(onto);
    }
    const all = new Set([...tips.value, ...[head, chosen].flatMap((sha) => sha ?? [])]);
    return ok({ onto: chosen, tips: [...all].toSorted() });
  }

  /** Those of some full hashes that are commits here, and what describing them needs to know. */
  async #describable(
    shas: readonly string[],
  ): Promise<GitAnswer<{ readonly shas: readonly string[]; readonly known: DescribeWith }>> {
    const opened = await this.#open();
    if (opened.state !== 'ok') {
      return opened;
    }
    const asked = [...new Set(shas)].filter(isFullHash);
    const [named, incomplete] = await Promise.all([
      asked.length === 0 ? ok([]) : this.#commitsNamed(['HEAD', ...asked]),
      this.#isIncomplete(),
    ]);
    if (named.state !== 'ok') {
      return named;
    }
    if (incomplete.state !== 'ok') {
      return incomplete;
    }
    opened.value.patches.incomplete = incomplete.value;
    const [head, ...commits] = named.value;
    return ok({
      shas: asked.filter((sha, index) => commits[index] === sha),
      known: { asker: this.#asker, head, ...opened.value },
    });
  }

  /** The commit that each name stands for; `undefined` where it is none. */
  async #commitsNamed(names: readonly string[]): Promise<GitAnswer<readonly (string | undefined)[]>> {
    const askable = names.filter(isAskable);
    const named = await this.#asker.begin()(objectNames(askable.map((name) => `${name}^{commit}`)));
    return named.state === 'ok'
      ? ok(
          names
            .map((name) => named.value[askable.indexOf(name)])
            .map((one) => (one?.type === 'commit' ? one.sha : undefined)),
        )
      : named;
  }

  async #isIncomplete(): Promise<GitAnswer<boolean>> {
    const ask = this.#asker.begin();
    const [here, partial] = await Promise.all([ask(place), ask(leavesObjectsOut)]);
    if (here.state !== 'ok') {
      return here;
    }
    return partial.state === 'ok' ? ok(here.value?.shallow === true || partial.value) : partial;
  }

  async #open(): Promise<GitAnswer<Opened>> {
    this.#opened ??= this.#openOnce();
    const opened = await this.#opened;
    if (opened.state !== 'ok') {
      this.#opened = undefined;
    }
    return opened;
  }

  async #openOnce(): Promise<GitAnswer<Opened>> {
    const ask = this.#asker.begin();
    const [here, common] = await Promise.all([ask(place), ask(commonFolder)]);
    if (here.state !== 'ok') {
      return here;
    }
    if (common.state !== 'ok') {
      return common;
    }
    return here.value === undefined
      ? failed(l10n.t('git could not say where in the repository this folder is.'))
      : ok(this.#openedAt(here.value, common.value));
  }

  #openedAt(here: Place, common: string): Opened {
    const prefix = here.prefix === '' ? '' : `${here.prefix}/`;
    const folder = this.#settings.folder.replace(/^\.\/|\/+$/g, '');
    const leftOut = folder === '' ? '' : prefix + folder;
    const store = new PatchIdStore(resolve(this.#settings.root, common), leftOut);
    const patches = new PatchIdReader(this.#asker, leftOut, store);
    const grader = new LinkGrader(this.#asker, patches);
    return { prefix, leftOut, patches, grader, mentions: new MentionReader(this.#asker, leftOut) };
  }
}

function unknownName(name: string): GitAnswer<never> {
  return failed(l10n.t('“{0}” names no commit of this repository.', name));
}

function ok<T>(value: T): GitAnswer<T> {
  return { state: 'ok', value };
}
