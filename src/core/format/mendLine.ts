import * as l10n from '@vscode/l10n';
import type { Problem } from '../problem.ts';
import { isCalendarDate } from './calendarDate.ts';
import { printKey } from './printValue.ts';

/** What a mend of one line can look at. */
export interface BrokenLine {
  /** All lines of the file, without endings and byte order mark. */
  readonly lines: readonly string[];
  /** What ends the lines of the file. */
  readonly ending: string;
  readonly problem: Problem;
  readonly newId: () => string;
}

/** One line, and what it becomes; `null` removes it. */
export interface LineMend {
  readonly title: string;
  readonly line: number;
  readonly newText: string | null;
}

/** `key: value # comment`, taken apart. */
interface KeyLine {
  readonly before: string;
  readonly key: string;
  readonly value: string;
  readonly comment: string;
}

/** The change of one line that would mend a problem; whether it does is for the caller to see. */
export function mendLine(broken: BrokenLine): LineMend | undefined {
  const { lines, problem } = broken;
  const { line } = problem;
  const text = lines[line - 1] ?? '';
  const parts = keyLineOf(text);
  switch (problem.code) {
    case 'unquoted-text':
    case 'not-text':
    case 'yaml-syntax':
      return changed(line, text, quoteIn(text), l10n.t('Put it in quotes'));
    case 'missing-id':
      return writeId(broken, parts);
    case 'tab-indentation':
      return changed(line, text, spacesFor(text), l10n.t('Indent with spaces'));
    case 'duplicate-key':
      return removeTwin(lines, line);
    case 'unknown-front-matter':
      return /^---[ \t]*ya?ml[ \t]*$/i.test(text)
        ? { title: written('---'), line, newText: '---' }
        : undefined;
    case 'unclosed-front-matter':
      return closeFrontMatter(broken);
    case 'not-a-list':
      return parts === undefined ? undefined : changed(line, text, asList(parts), l10n.t('Make it a list'));
    default:
      return parts === undefined ? undefined : otherWord(problem, line, parts);
  }
}

function otherWord(problem: Problem, line: number, parts: KeyLine): LineMend | undefined {
  const value = wordFor(problem.code, parts.value.replace(/^(["'])(.*)\1$/, '$2'));
  if (value === undefined) {
    return undefined;
  }
  if (value === '') {
    return { title: l10n.t('Remove the empty line'), line, newText: null };
  }
  const printed = problem.code === 'bad-hash' ? `"${value}"` : value;
  return { title: written(value), line, newText: `${parts.before}${parts.key}: ${printed}${parts.comment}` };
}

/** The word that was meant; empty for a line that says nothing. */
function wordFor(code: string, value: string): string | undefined {
  switch (code) {
    case 'bad-date':
      return dateIn(value);
    case 'unknown-status':
    case 'unknown-outcome':
      return value === '~' || value === 'null' ? '' : otherCase(value);
    case 'unknown-kind':
    case 'bad-hash':
      return otherCase(value);
    default:
      return undefined;
  }
}

function otherCase(value: string): string | undefined {
  const lower = value.toLowerCase();
  return lower === value && value !== '' ? undefined : lower;
}

/** The day in a date that is written another way, year first. */
function dateIn(value: string): string | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(value) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}

function writeId({ lines, ending, problem, newId }: BrokenLine, parts: KeyLine | undefined): LineMend {
  const title = l10n.t('Write an id');
  return parts?.key === 'id'
    ? { title, line: problem.line, newText: `id: ${newId()}${parts.comment}` }
    : { title, line: 1, newText: `${lines[0] ?? ''}${ending}id: ${newId()}` };
}

/** A second line that says the very same as the first can go. */
function removeTwin(lines: readonly string[], line: number): LineMend | undefined {
  const text = lines[line - 1] ?? '';
  const parts = keyLineOf(text);
  const isTwin = parts !== undefined && parts.value !== '' && lines.slice(0, line - 1).includes(text);
  return isTwin
    ? { title: l10n.t('Remove the second of the two same lines'), line, newText: null }
    : undefined;
}

/** The first empty line is where the keys end. */
function closeFrontMatter({ lines, ending }: BrokenLine): LineMend | undefined {
  const index = lines.findIndex((text) => text.trim() === '');
  return index < 2
    ? undefined
    : { title: l10n.t('Close the front matter'), line: index + 1, newText: `---${ending}` };
}

function quoteIn(text: string): string | undefined {
  const list = /^([ ]*(?:- )?[A-Za-z]+:[ ]*)\[([^[\]"'#{}]*)\]([ \t]*(?:#.*)?)$/.exec(text);
  if (list !== null) {
    const items = (list[2] ?? '').split(',').map((item) => item.trim());
    return `${list[1]}[${items.map(quoteItem).join(', ')}]${list[3]}`;
  }
  const item = /^([ ]*- )([^\s"'#:[\]{}]+)([ \t]*(?:#.*)?)$/.exec(text);
  if (item !== null) {
    return `${item[1]}"${item[2]}"${item[3]}`;
  }
  const parts = keyLineOf(text);
  return parts === undefined || /^$|["'\\[\]{}]/.test(parts.value)
    ? undefined
    : `${parts.before}${parts.key}: "${parts.value}"${parts.comment}`;
}

/** Only what YAML would not read as text. */
function quoteItem(item: string): string {
  return /^[-+.\d@`%]|^(?:true|false|null|~)$/i.test(item) ? `"${item}"` : item;
}

function asList({ before, key, value, comment }: KeyLine): string | undefined {
  if (!['tags', 'people', 'links', 'paths'].includes(key) || value === '' || /["'\\[\]{}]/.test(value)) {
    return undefined;
  }
  const items = value.split(',').map((item) => item.trim());
  return `${before}${printKey(key, items).join('')}${comment}`;
}

function spacesFor(text: string): string {
  return text.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', '  '));
}

function changed(
  line: number,
  text: string,
  newText: string | undefined,
  title: string,
): LineMend | undefined {
  return newText === undefined || newText === text ? undefined : { title, line, newText };
}

function written(value: string): string {
  return l10n.t('Write “{0}”', value);
}

function keyLineOf(text: string): KeyLine | undefined {
  const match = /^( *(?:- )?)([A-Za-z]+):(?: +(.*))?$/.exec(text);
  if (match === null) {
    return undefined;
  }
  const rest = match[3] ?? '';
  const comment = rest.startsWith('#') ? 0 : rest.indexOf(' #');
  const value = comment === -1 ? rest : rest.slice(0, comment);
  return {
    before: match[1] ?? '',
    key: match[2] ?? '',
    value: value.trim(),
    comment: comment === -1 ? '' : ` ${rest.slice(comment).trim()}`,
  };
}
