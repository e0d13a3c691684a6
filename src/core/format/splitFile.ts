import { controlCharacter } from './controlCharacters.ts';
import { withLineFeeds } from './textLines.ts';

/** Front matter larger than this is not read, in bytes of UTF-8. */
const frontMatterLimit = 16 * 1024;

/** What stops a file from being taken apart. */
export interface FileFault {
  readonly code:
    | 'empty-file'
    | 'control-character'
    | 'no-front-matter'
    | 'unknown-front-matter'
    | 'unclosed-front-matter'
    | 'front-matter-too-large';
  /** From 1. */
  readonly line: number;
  /** What the file has there. */
  readonly found: string;
}

/** A file's text, taken apart. Both parts have line feeds alone at the end of their lines. */
export interface FileParts {
  /** What stands between the `---` lines; its first line is line 2 of the file. */
  readonly frontMatter: string;
  /** What follows the closing `---` line. */
  readonly body: string;
}

/** Takes a file's text (with or without a byte order mark, with any line endings) apart. */
export function splitFile(text: string): FileParts | FileFault {
  const whole = withLineFeeds(text.startsWith('\ufeff') ? text.slice(1) : text);
  const control = controlCharacter.exec(whole);
  if (control !== null) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return { code: 'control-character', line: lineAt(whole, control.index), found: `U+${code}` };
  }
  if (whole.startsWith('---\n')) {
    return splitAt(whole, 4);
  }
  const opener = /^---[^\n]*/.exec(whole)?.[0];
  if (opener === undefined) {
    return { code: whole.trim() === '' ? 'empty-file' : 'no-front-matter', line: 1, found: '' };
  }
  if (/[^ \t]/.test(opener.slice(3))) {
    return { code: 'unknown-front-matter', line: 1, found: opener.slice(0, 80) };
  }
  return splitAt(whole, opener.length + 1);
}

/**
 * The same for a text that starts as most do and has line feeds alone; `undefined` for any other. Whether there are
 * control characters in the front matter is left to its reader.
 */
export function splitPlainFile(text: string): FileParts | undefined {
  const parts = text.startsWith('---\n') && !text.includes('\r') ? splitAt(text, 4) : undefined;
  return parts === undefined || 'code' in parts || controlCharacter.test(parts.body) ? undefined : parts;
}

function splitAt(whole: string, start: number): FileParts | FileFault {
  const end = closingLine(whole, start);
  if (end === undefined) {
    return { code: 'unclosed-front-matter', line: 1, found: '' };
  }
  const frontMatter = ownCopy(whole.slice(start, end));
  if (bytesIn(frontMatter) > frontMatterLimit) {
    return { code: 'front-matter-too-large', line: 1, found: String(bytesIn(frontMatter)) };
  }
  const after = whole.indexOf('\n', end);
  return { frontMatter, body: after === -1 ? '' : whole.slice(after + 1) };
}

/** Where the closing line starts; a line of three hyphens always ends YAML data. */
function closingLine(whole: string, start: number): number | undefined {
  for (let at = whole.indexOf('\n---', start - 1); at !== -1; at = whole.indexOf('\n---', at + 1)) {
    let end = at + 4;
    while (whole[end] === ' ' || whole[end] === '\t') {
      end += 1;
    }
    if (end === whole.length || whole[end] === '\n') {
      return at + 1;
    }
  }
  return undefined;
}

/** A part of a long text keeps all of it in memory; a copy keeps itself alone. */
export function ownCopy(part: string): string {
  return ` ${part}`.slice(1);
}

function bytesIn(text: string): number {
  if (text.length * 3 <= frontMatterLimit) {
    return text.length;
  }
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
}
