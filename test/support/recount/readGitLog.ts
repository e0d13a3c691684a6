import { execFileSync } from 'node:child_process';
import { matchesGlob } from './matchesGlob.ts';
import type { readTeam } from './readPages.ts';

/** A commit by people; programs are left out. */
export interface PlainCommit {
  /** On the team's calendar. */
  readonly day: string;
  readonly people: readonly string[];
  readonly areas: readonly string[];
  /** Ids, in lower case. */
  readonly names: readonly string[];
}

/** Who wrote a file of the log, and on which days it was changed. */
export interface PlainFile {
  readonly people: readonly string[];
  readonly days: readonly string[];
}

export interface PlainHistory {
  readonly commits: readonly PlainCommit[];
  readonly files: ReadonlyMap<string, PlainFile>;
  /** People by their names and by their addresses, in lower case. */
  readonly called: ReadonlyMap<string, string>;
  /** Who is at this machine. */
  readonly me: string;
}

/** A file through its life: moving it changes its path, for all that was done to it before as well. */
interface Thing {
  path: string;
  readonly people: readonly string[];
  readonly days: string[];
}

type Team = ReturnType<typeof readTeam>;
type Git = (args: readonly string[], input?: string) => string;

const format = '--format=%x01%at%x02%aN%x02%aE%x02%B%x03';

/** Reads `git log` from the first commit on, following each file forwards to where it is today. */
export function readGitLog(root: string, team: Team): PlainHistory {
  const git: Git = (args, input = '') =>
    execFileSync('git', args, { cwd: root, input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const called = new Map<string, string>();
  const there = new Map<string, Thing>();
  const all: {
    readonly day: string;
    readonly people: readonly string[];
    readonly touched: readonly Thing[];
    readonly names: readonly string[];
  }[] = [];
  const records = git(['log', '--reverse', format, '--name-status', '-M100%']).split('\x01').slice(1);
  for (const record of records) {
    const [seconds = '', name = '', address = '', rest = ''] = record.split('\x02');
    const [message = '', changes = ''] = rest.split('\x03');
    const day = dayAt(Number(seconds), team.timezone);
    const people = [`${name} <${address}>`, ...coAuthors(message, git)].flatMap((who) =>
      personOf(who, called),
    );
    const touched = follow(
      changes.split('\n').filter((line) => line !== ''),
      there,
      people,
      day,
    );
    const names = [...message.matchAll(/\bRetro: ([\w-]+(?:, [\w-]+)*)/g)].flatMap(([, ids = '']) =>
      ids.toLowerCase().split(', '),
    );
    all.push({ day, people: [...new Set(people)], touched, names });
  }
  const [me = ''] = personOf(
    mapped(`${git(['config', 'user.name']).trim()} <${git(['config', 'user.email']).trim()}>`, git),
    called,
  );
  return {
    commits: all
      .map(({ touched, ...commit }) => ({ ...commit, areas: areasOf(touched, team) }))
      .filter(({ people }) => people.length > 0),
    files: new Map([...there].filter(([path]) => path.startsWith('retro/'))),
    called,
    me,
  };
}

/** What a commit touched, with the files as they are told apart. */
function follow(
  lines: readonly string[],
  there: Map<string, Thing>,
  people: readonly string[],
  day: string,
): readonly Thing[] {
  const ids = (letter: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${letter}\t`)).map((line) => line.slice(2));
  const touched: Thing[] = [];
  for (const line of lines) {
    const [letter = '', path = '', to = path] = line.split('\t');
    const id = /-(\w{8})\.md$/.exec(path)?.[1];
    const moved = ids(letter === 'A' ? 'D' : 'A').find(
      (other) => id !== undefined && other.endsWith(`-${id}.md`),
    );
    if (letter === 'D' && moved !== undefined) {
      continue;
    }
    const from = letter === 'A' ? moved : path;
    const thing = (from === undefined ? undefined : there.get(from)) ?? { path, people, days: [] };
    there.delete(from ?? path);
    thing.path = to;
    thing.days.push(day);
    there.set(to, thing);
    touched.push(thing);
  }
  return touched;
}

function areasOf(touched: readonly Thing[], { areas }: Team): readonly string[] {
  if (touched.length > 100) {
    return [];
  }
  const code = touched.map(({ path }) => path).filter((path) => !path.startsWith('retro/'));
  return [
    ...new Set(
      code.map((path) => {
        const named = [...areas].find(([, patterns]) =>
          patterns.some((pattern) => matchesGlob(pattern, path)),
        );
        return named?.[0] ?? (path.split('/').slice(0, -1).slice(0, 2).join('/') || '.');
      }),
    ),
  ];
}

function coAuthors(message: string, git: Git): readonly string[] {
  return [...message.matchAll(/^Co-authored-by: (.*)$/gim)].map(([, who = '']) => mapped(who, git));
}

/** As `.mailmap` has somebody. */
function mapped(who: string, git: Git): string {
  return git(['check-mailmap', who]).trim();
}

/** The one word for somebody, their address; none for a program. */
function personOf(who: string, called: Map<string, string>): readonly string[] {
  const [, name = '', address = ''] = /^(.*?) ?<(.*)>$/.exec(who.toLowerCase()) ?? [];
  if (`${name} ${address}`.includes('[bot]') || address === 'noreply@anthropic.com') {
    return [];
  }
  called.set(name, address);
  called.set(address, address);
  return [address];
}

function dayAt(seconds: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(seconds * 1000);
}
