/** What was typed of the name of a commit or an entry in front of the cursor. */
export interface TypedName {
  /** In small letters; empty where nothing was typed yet. */
  readonly typed: string;
  /** Whether only an entry can be meant: in a line `Retro: …`. */
  readonly isEntry: boolean;
}

/** A shorter beginning of a hash is that of too many. */
const shortestHash = 4;
const shortestWord = 2;

/**
 * Looks at a line of a Markdown text up to the cursor. `undefined` where no name can stand: in an address, a path or
 * a file name.
 */
export function typedName(prefix: string): TypedName | undefined {
  const isEntry = /^Retro:[ \t]*(?:[A-Za-z0-9-]+[ \t]*,[ \t]*)*[A-Za-z0-9-]*$/.test(prefix);
  const typed = wordBefore(prefix, /[A-Za-z0-9-]/);
  const before = prefix.slice(0, prefix.length - typed.length);
  return !isEntry && /[\w/.:@#=&%?~\\-]/.test(before.slice(-1))
    ? undefined
    : { typed: typed.toLowerCase(), isEntry };
}

/**
 * The letters that a text ends with. An expression that ends in `$` would begin to look anew at every letter of a
 * long line.
 *
 * @param letter matches one of them
 */
export function wordBefore(text: string, letter: RegExp): string {
  let start = text.length;
  while (start > 0 && letter.test(text.charAt(start - 1))) {
    start -= 1;
  }
  return text.slice(start);
}

/** Whether an entry can be meant: by the beginning of its id, or of a word of its title. */
export function meansEntry(
  { typed }: TypedName,
  entry: { readonly id: string; readonly title: string },
): boolean {
  return entry.id.toLowerCase().startsWith(typed) || beginsWord(typed, entry.title);
}

/** Whether a commit can be meant: by the beginning of its hash, or of a word of its subject. */
export function meansCommit(
  { typed, isEntry }: TypedName,
  commit: { readonly sha: string; readonly subject: string },
): boolean {
  const isHash = typed === '' || (typed.length >= shortestHash && commit.sha.startsWith(typed));
  return !isEntry && (isHash || beginsWord(typed, commit.subject));
}

function beginsWord(typed: string, text: string): boolean {
  return (
    typed.length >= shortestWord &&
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}-]+/u)
      .some((word) => word.startsWith(typed))
  );
}
