/** What a commit's message says that can lead back to it after it was made anew. Lists are mostly empty. */
export interface MessageMarks {
  /** Its own `Change-Id`. */
  readonly change?: string;
  /** The number of the pull request that it is the result of. */
  readonly pullRequest?: number;
  /** Ids of entries that it names: `Retro: <id>`. */
  readonly entries: readonly string[];
  /** Full hashes that git itself noted in it: of the commit that it was picked from. */
  readonly picked: readonly string[];
  /** Full hashes that git itself noted in it: of the commits that were squashed into it. */
  readonly squashed: readonly string[];
}

const changeId = /^Change-Id:[ \t]*(I[0-9a-f]{8,64})[ \t]*$/gim;
const retro = /(?:^|[\s(*>-])Retro:[ \t]*([A-Za-z0-9-]{4,32}(?:[ \t]*,[ \t]*[A-Za-z0-9-]{4,32})*)/gi;
const pickedFrom = /\(cherry picked from commit ([0-9a-f]{40}(?:[0-9a-f]{24})?)\)/g;
const squashedCommit = /^commit ([0-9a-f]{40}(?:[0-9a-f]{24})?)$/gm;
const squashTitle = 'Squashed commit of the following:';

/** How hosts say which pull request a commit came from: in its subject, or in a line of its own. */
const inSubject = [/\(#(\d{1,9})\)$/, /\(pull request #(\d{1,9})\)$/, /^Merged PR (\d{1,9}): /];
const inBody = /^See merge request \S*!(\d{1,9})$/m;

const nothing: readonly never[] = Object.freeze([]);

/** Without any of these there is nothing to be read, which is how most messages are. */
const anyMark = /#\d|retro:|change-id:|Merged PR |merge request|cherry picked|squashed commit/i;

/** Reads the marks of a message; `undefined` where it has none. */
export function messageMarks(subject: string, body: string): MessageMarks | undefined {
  if (!anyMark.test(subject) && (body === '' || !anyMark.test(body))) {
    return undefined;
  }
  const message = `${subject}\n${body}`;
  const pullRequest = pullRequestOf(subject, body);
  const changes = matches(changeId, body);
  const change = changes.at(-1);
  return {
    // A message that was put together from several has several, and then none is its own.
    ...(change !== undefined && new Set(changes).size === 1 ? { change } : {}),
    ...(pullRequest === undefined ? {} : { pullRequest }),
    entries: mentionedIds(message),
    picked: matches(pickedFrom, body),
    squashed: message.includes(squashTitle) ? matches(squashedCommit, body) : nothing,
  };
}

/** Ids of entries that a message names, wherever in it: `Retro: k3f9q2xa`, or several with commas. */
export function mentionedIds(message: string): readonly string[] {
  const ids = matches(retro, message).flatMap((list) => list.split(/[ \t]*,[ \t]*/));
  return ids.length === 0 ? nothing : [...new Set(ids)];
}

/** The number of the pull request that a message says it is the result of. */
export function pullRequestOf(subject: string, body: string): number | undefined {
  for (const pattern of inSubject) {
    const digits = pattern.exec(subject)?.[1];
    if (digits !== undefined) {
      return Number(digits) || undefined;
    }
  }
  const digits = body === '' ? undefined : inBody.exec(body)?.[1];
  return digits === undefined ? undefined : Number(digits) || undefined;
}

function matches(pattern: RegExp, text: string): readonly string[] {
  const found = [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
  return found.length === 0 ? nothing : found;
}
