/** More lines of one message are not looked at. */
const mostLines = 500;
const longestLine = 400;

/**
 * Which commits have a line in their message, of however many commits: eight bytes a line. What it finds has to
 * be looked up in the message itself, because two lines can have one number.
 */
export class QuotedLines {
  #numbers = new Uint32Array(1024);
  #commits = new Uint32Array(1024);
  #count = 0;

  /**
   * Notes every line of a message.
   *
   * @param commit any number that stands for the commit
   */
  add(commit: number, body: string): void {
    for (const line of quotedLines(body)) {
      this.#grow();
      this.#numbers[this.#count] = numberOf(line);
      this.#commits[this.#count] = commit;
      this.#count += 1;
    }
  }

  /** For each of the lines, the commits that may have it. */
  find(lines: readonly string[]): ReadonlyMap<string, readonly number[]> {
    const wanted = new Map<number, string[]>();
    const found = new Map<string, number[]>();
    for (const line of new Set(lines)) {
      const number = numberOf(line);
      wanted.set(number, [...(wanted.get(number) ?? []), line]);
      found.set(line, []);
    }
    for (let at = 0; at < this.#count; at += 1) {
      for (const line of wanted.get(this.#numbers[at] ?? 0) ?? []) {
        found.get(line)?.push(this.#commits[at] ?? 0);
      }
    }
    return found;
  }

  #grow(): void {
    if (this.#count === this.#numbers.length) {
      const [numbers, commits] = [new Uint32Array(this.#count * 2), new Uint32Array(this.#count * 2)];
      numbers.set(this.#numbers);
      commits.set(this.#commits);
      [this.#numbers, this.#commits] = [numbers, commits];
    }
  }
}

/** The lines of a message below its subject, without the marks of a list and the white space around them. */
export function quotedLines(body: string): readonly string[] {
  const lines: string[] = [];
  for (const line of body.split('\n', mostLines)) {
    const plain = line.length > longestLine ? '' : line.trim().replace(/^[*+-] +/, '');
    if (plain !== '') {
      lines.push(plain);
    }
  }
  return lines;
}

/** FNV-1a over UTF-16 units. */
function numberOf(line: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < line.length; at += 1) {
    number = Math.imul(number ^ line.charCodeAt(at), 0x01000193);
  }
  return number >>> 0;
}
