import { isCalendarDate, isMoment } from './calendarDate.ts';
import { isReservedWord } from './printValue.ts';

const none: readonly never[] = Object.freeze([]);
const plainAscii = /[A-Za-z][\w ./()+@-]*/y;
const plainText = /\p{L}[\p{L}\p{N} _./()+@-]*/uy;
// oxlint-disable-next-line no-control-regex -- none may be in it
const quoted = /"[^"\\\0-\u001f\u007f]*(?:\\["\\/bfnrtu][^"\\\0-\u001f\u007f]*)*"/y;
const hashLine = / "(?:[0-9a-f]{40}|[0-9a-f]{64})"\n/y;
const digits = /[1-9]\d{0,14}(?=\n)/y;

/**
 * Reads front matter line by line, many times faster than a whole YAML reader does, as long as each line looks as
 * `printEntry` writes it. Where something does not look so, to the last character, `understood` becomes false
 * for good, and what was read counts for nothing.
 */
export class PlainLines {
  understood = true;
  readonly #source: string;
  #at = 0;

  /** @param source from `splitFile`: with line feeds alone, the last one included */
  constructor(source: string) {
    this.#source = source;
  }

  /** Whether there is more, and all was understood up to here. */
  get goOn(): boolean {
    return this.understood && this.#at < this.#source.length;
  }

  /** Passes by these characters, if they are what comes next. */
  passes(characters: string): boolean {
    if (!this.#source.startsWith(characters, this.#at)) {
      return false;
    }
    this.#at += characters.length;
    return true;
  }

  /** A key of lower-case letters, with its colon. One of those that are known is given as it is, without a copy. */
  key(known: readonly (readonly string[])[]): string {
    const start = this.#at;
    let end = start;
    let code = this.#source.charCodeAt(end);
    while (code >= 97 && code <= 122) {
      end += 1;
      code = this.#source.charCodeAt(end);
    }
    if (code !== 58 || end === start) {
      return this.#fail('');
    }
    this.#at = end + 1;
    for (const key of known[placeOf(this.#source, start, end - start)] ?? none) {
      if (this.#source.startsWith(key, start)) {
        return key;
      }
    }
    return this.#source.slice(start, end);
  }

  /** A text that fills the rest of the line. */
  text(): string {
    const text = this.passes(' ') ? this.#word() : this.#fail('');
    this.endLine();
    return text;
  }

  /** A day of the calendar. */
  day(): string {
    const day = this.#source.slice(this.#at + 1, this.#at + 11);
    this.#passLine(1 + day.length);
    return isCalendarDate(day) ? day : this.#fail('');
  }

  /** A moment, to the second, in UTC. */
  moment(): string {
    const moment = this.#source.slice(this.#at + 1, this.#at + 21);
    this.#passLine(1 + moment.length);
    return isMoment(moment) ? moment : this.#fail('');
  }

  /** A full hash between quotes. */
  hash(): string {
    const start = this.#at;
    hashLine.lastIndex = start;
    if (!hashLine.test(this.#source)) {
      return this.#fail('');
    }
    this.#at = hashLine.lastIndex;
    return this.#source.slice(start + 2, this.#at - 2);
  }

  /** A whole number from 1. */
  count(): number {
    const start = this.#at + 1;
    digits.lastIndex = start;
    if (!this.passes(' ') || !digits.test(this.#source)) {
      return this.#fail(0);
    }
    this.#at = digits.lastIndex;
    this.endLine();
    return Number(this.#source.slice(start, digits.lastIndex));
  }

  /** `[one, "two"]`, with one space after each comma. */
  texts(): readonly string[] {
    if (!this.passes(' [')) {
      return this.#fail(none);
    }
    if (this.passes(']')) {
      this.endLine();
      return none;
    }
    const first = this.#word();
    if (!this.passes(', ')) {
      return this.#closed([first]);
    }
    const second = this.#word();
    if (!this.passes(', ')) {
      return this.#closed([first, second]);
    }
    const items = [first, second];
    do {
      items.push(this.#word());
    } while (this.understood && this.passes(', '));
    // A list that grew holds room for many more; thousands of these are kept.
    return this.#closed(items.slice());
  }

  /** Passes by a value that nobody asks for: a text, a list of texts or a number. */
  pass(): void {
    const code = this.#source.charCodeAt(this.#at + 1);
    if (code === 91) {
      this.texts();
    } else if (code >= 49 && code <= 57) {
      this.count();
    } else {
      this.text();
    }
  }

  /** Passes by the end of the line, which must come next. */
  endLine(): void {
    if (this.#source.charCodeAt(this.#at) === 10) {
      this.#at += 1;
    } else {
      this.understood = false;
    }
  }

  #closed(items: readonly string[]): readonly string[] {
    this.understood &&= this.passes(']');
    this.endLine();
    return items;
  }

  #word(): string {
    return this.#source.charCodeAt(this.#at) === 34 ? this.#quoted() : this.#plain();
  }

  #plain(): string {
    const start = this.#at;
    plainAscii.lastIndex = start;
    let end = plainAscii.test(this.#source) ? plainAscii.lastIndex : start;
    if (this.#source.charCodeAt(end) > 127) {
      plainText.lastIndex = start;
      end = plainText.test(this.#source) ? plainText.lastIndex : start;
    }
    const text = this.#source.slice(start, end);
    this.#at = end;
    return text === '' || text.endsWith(' ') || isReservedWord(text) ? this.#fail('') : text;
  }

  #quoted(): string {
    const start = this.#at;
    quoted.lastIndex = start;
    if (!quoted.test(this.#source)) {
      return this.#fail('');
    }
    this.#at = quoted.lastIndex;
    const inner = this.#source.slice(start + 1, this.#at - 1);
    return inner.includes('\\') ? this.#unescaped(inner) : inner;
  }

  #unescaped(inner: string): string {
    try {
      return JSON.parse(`"${inner}"`) as string;
    } catch {
      return this.#fail('');
    }
  }

  #passLine(length: number): void {
    if (this.#source.charCodeAt(this.#at) !== 32) {
      this.understood = false;
    }
    this.#at += length;
    this.endLine();
  }

  #fail<T>(value: T): T {
    this.understood = false;
    return value;
  }
}

/** Where the known keys of one length and first letter are found. */
export function placeOf(text: string, start: number, length: number): number {
  return length * 26 + text.charCodeAt(start) - 97;
}
