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
  const [, before = '', typed = ''] = /^(.*?)([A-Za-z0-9-]*)$/s.exec(prefix) ?? [];
  return !isEntry && /[\w/.:@#=&%?~\\-]$/.test(before) ? undefined : { typed: typed.toLowerCase(), isEntry };
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
