import type { Candidate } from './candidates.ts';
import { authoredSeconds, type LinkFacts, type Need } from './linkFacts.ts';
import type { EntryLink, FoundBy, Grade } from './grade.ts';
import { quotedLines } from './quotedLines.ts';

/**
 * One way to find the commit that a link means. It first names suspects; of those that it confirms when more is
 * known of them there must be exactly one.
 */
export interface LinkRule {
  readonly grade: Exclude<Grade, 'exact' | 'lost'>;
  readonly by: FoundBy;
  /** What has to be fetched for the suspects before `confirms` is asked. */
  readonly needs: readonly Need[];
  /** Whether `LinkFacts.touching` has to be there for the paths of the link and of its entry. */
  readonly looksAtPaths?: true;
  /** Whether `LinkFacts.quoting` has to be there for the subject of the link. */
  readonly looksAtLines?: true;
  suspects(asked: EntryLink, facts: LinkFacts): readonly Candidate[];
  confirms(suspect: Candidate, asked: EntryLink, facts: LinkFacts): boolean;
}

const none: readonly never[] = Object.freeze([]);
const nobody: ReadonlySet<Candidate> = new Set();
const always = (): boolean => true;

const changeId: LinkRule = {
  grade: 'same-change',
  by: 'change-id',
  needs: [],
  suspects: ({ link }, { candidates }) =>
    link.change === undefined ? none : candidates.withChange(link.change),
  confirms: always,
};

/** A message may name an entry because it mends what the entry is about: that is another commit, and a later one. */
const idInMessage: LinkRule = {
  grade: 'same-change',
  by: 'id-in-message',
  needs: ['paths'],
  suspects: ({ id }, { candidates }) => candidates.naming(id),
  confirms: (suspect, asked, facts) => {
    const same = sameIdentity(asked, facts);
    return (same.length === 0 || same.includes(suspect)) && sharesPath(suspect, asked, facts, true);
  },
};

const gitRecord: LinkRule = {
  grade: 'same-change',
  by: 'git-record',
  needs: [],
  suspects: ({ link }, { candidates, amended }) => {
    const picked = candidates.pickedFrom(link.sha);
    let sha: string | undefined = link.sha;
    for (let step = 0; step < 100 && sha !== undefined && picked.length === 0; step += 1) {
      sha = amended.get(sha);
      const became = sha === undefined ? undefined : candidates.withSha(sha);
      if (became !== undefined) {
        return [became];
      }
    }
    return picked;
  },
  confirms: always,
};

const identity: LinkRule = {
  grade: 'rewritten',
  by: 'identity',
  needs: [],
  suspects: sameIdentity,
  confirms: always,
};

const timeAndPatch: LinkRule = {
  grade: 'rewritten',
  by: 'patch',
  needs: ['patches'],
  suspects: (asked, { candidates }) => {
    const seconds = authoredSeconds(asked);
    const known = asked.link.patch !== undefined || asked.link.range !== undefined;
    return seconds === undefined || !known ? none : candidates.authoredAt(seconds);
  },
  confirms: ({ sha }, { link }, { patches }) => {
    const patch = patches.get(sha);
    return typeof patch === 'string' && (patch === link.patch || patch === link.range);
  },
};

const patch: LinkRule = {
  grade: 'rewritten',
  by: 'patch',
  needs: ['patches'],
  looksAtPaths: true,
  suspects: (asked, facts) => (asked.link.patch === undefined ? none : touchingAll(asked, facts)),
  confirms: ({ sha }, { link }, { patches }) => patches.get(sha) === link.patch,
};

const range: LinkRule = {
  grade: 'squashed-into',
  by: 'range',
  needs: ['patches'],
  looksAtPaths: true,
  suspects: (asked, facts) => (asked.link.range === undefined ? none : touchingAll(asked, facts)),
  confirms: ({ sha }, { link }, { patches }) => patches.get(sha) === link.range,
};

/** A number in the link's own subject may be that of an issue, which many commits have: it says nothing. */
const pullRequest: LinkRule = {
  grade: 'squashed-into',
  by: 'pull-request',
  needs: ['paths'],
  suspects: ({ link }, { candidates }) =>
    link.pr === undefined || link.subject?.includes(`#${link.pr}`) === true
      ? none
      : candidates.withPullRequest(link.pr).filter((commit) => !commit.merge),
  confirms: (suspect, asked, facts) => sharesPath(suspect, asked, facts, true),
};

const squashList: LinkRule = {
  grade: 'squashed-into',
  by: 'squash-list',
  needs: ['paths', 'lines'],
  looksAtLines: true,
  suspects: ({ link }, { candidates, quoting }) => [
    ...new Set([...candidates.squashing(link.sha), ...(quoting.get(plainSubject(link.subject)) ?? none)]),
  ],
  confirms: (suspect, asked, facts) =>
    suspect.marks?.squashed.includes(asked.link.sha) === true ||
    (facts.lines.get(suspect.sha)?.includes(plainSubject(asked.link.subject)) === true &&
      sharesPath(suspect, asked, facts, false)),
};

/** A commit that was made to be folded into another says into which. */
const fixUp: LinkRule = {
  grade: 'squashed-into',
  by: 'squash-list',
  needs: ['paths'],
  suspects: ({ link }, { candidates }) => {
    const into = link.subject?.replace(/^(?:(?:fixup|squash|amend)! )+/, '');
    return into === undefined || into === '' || into === link.subject ? none : candidates.withSubject(into);
  },
  confirms: (suspect, asked, facts) => sharesPath(suspect, asked, facts, false),
};

/**
 * Reworded and mended at once, a commit keeps nothing but its author's time and its place. Who makes commits by script
 * or rounds times has many with one time, and is told nothing.
 */
const timeAndPlace: LinkRule = {
  grade: 'squashed-into',
  by: 'identity',
  needs: ['paths'],
  suspects: (asked, { candidates }) => {
    const seconds = authoredSeconds(asked);
    const then = seconds === undefined ? none : candidates.authoredAt(seconds);
    return then.length === 1 ? then : none;
  },
  confirms: ({ sha, merge }, { link }, { paths }) => {
    const touched = new Set(paths.get(sha));
    return !merge && link.paths !== undefined && link.paths.every((path) => touched.has(path));
  },
};

const entryCommit: LinkRule = {
  grade: 'squashed-into',
  by: 'entry-commit',
  needs: [],
  looksAtPaths: true,
  suspects: ({ path }, { touching }) =>
    [...(touching.get(path) ?? none)].sort((a, b) => a.committed - b.committed).slice(0, 1),
  // One commit may have brought ten thousand entries: what it touches is not looked through for each of them.
  confirms: (suspect, { link }, { touching }) =>
    link.paths?.some((path) => touching.get(path)?.has(suspect) === true) === true,
};

/** Every rule, the surest first. */
export const linkRules: readonly LinkRule[] = [
  changeId,
  idInMessage,
  gitRecord,
  identity,
  timeAndPatch,
  patch,
  range,
  pullRequest,
  squashList,
  fixUp,
  timeAndPlace,
  entryCommit,
];

/**
 * The one commit that a rule finds for a link, once what it needs is known. None where there are two, or where it was
 * committed before the link's own was made.
 */
export function findByRule(rule: LinkRule, asked: EntryLink, facts: LinkFacts): Candidate | undefined {
  const confirmed = suspectsOf(rule, asked, facts).filter((suspect) => rule.confirms(suspect, asked, facts));
  return confirmed.length === 1 ? confirmed[0] : undefined;
}

/** The commits of which a rule has to know more. */
export function suspectsOf(rule: LinkRule, asked: EntryLink, facts: LinkFacts): readonly Candidate[] {
  const earliest = authoredSeconds(asked) ?? 0;
  return rule
    .suspects(asked, facts)
    .filter((suspect) => suspect.committed >= earliest && suspect.sha !== asked.link.sha);
}

/** What a link's subject is where a message quotes it. */
export function plainSubject(subject: string | undefined): string {
  return quotedLines(subject ?? '')[0] ?? '';
}

function sameIdentity(asked: EntryLink, { candidates }: LinkFacts): readonly Candidate[] {
  const seconds = authoredSeconds(asked);
  const { subject } = asked.link;
  return seconds === undefined || subject === undefined
    ? none
    : candidates.authoredAt(seconds).filter((commit) => commit.subject === subject);
}

function touchingAll({ link }: EntryLink, { touching }: LinkFacts): readonly Candidate[] {
  const [fewest, ...others] = (link.paths ?? none)
    .map((path) => touching.get(path) ?? nobody)
    .sort((a, b) => a.size - b.size);
  return [...(fewest ?? none)].filter(
    (commit) => !commit.merge && others.every((commits) => commits.has(commit)),
  );
}

/** @param without the answer where the link does not say which paths its commit touched */
function sharesPath(suspect: Candidate, { link }: EntryLink, facts: LinkFacts, without: boolean): boolean {
  if (link.paths === undefined || link.paths.length === 0) {
    return without;
  }
  const touched = new Set(facts.paths.get(suspect.sha));
  return link.paths.some((path) => touched.has(path));
}
