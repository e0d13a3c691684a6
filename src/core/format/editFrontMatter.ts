import * as l10n from '@vscode/l10n';
import { RetroError } from '../retroError.ts';
import { conflictLine } from './conflictMarkers.ts';
import { commentBehind, lineAfter, linesOfKey } from './keyLines.ts';
import { type FrontMatterValue, printKey } from './printValue.ts';
import { isYamlData, readYaml, type YamlData } from './readYaml.ts';
import { sameValue } from './sameValue.ts';
import { type FileParts, splitFile } from './splitFile.ts';
import { linesOf, type TextLine, usualEnding } from './textLines.ts';

export type { FrontMatterValue } from './printValue.ts';

/** A file whose front matter can be read, and so be changed. */
interface Readable {
  readonly parts: FileParts;
  readonly data: YamlData;
}

/**
 * Gives top-level keys of a front matter new values and changes nothing but the lines of those keys: comments,
 * order, line endings, a byte order mark, unknown keys and the body stay byte for byte. A key that has the value
 * already is left as it is written; a new one comes after the keys that stand before it in the usual order.
 *
 * @param values `undefined` removes a key
 * @throws RetroError `bad-file` when the front matter cannot be read; `bad-input` when it would become too large
 */
export function setKeys(
  text: string,
  values: Readonly<Record<string, FrontMatterValue | undefined>>,
): string {
  const before = read(text);
  if (before === undefined) {
    throw new RetroError(
      'bad-file',
      l10n.t('The front matter cannot be read, so nothing was changed. Mend the file first.'),
    );
  }
  let edited = text;
  let current: Readable | undefined = before;
  for (const [key, value] of Object.entries(values)) {
    const next: string = current === undefined ? edited : setKey(edited, current, key, value);
    current = next === edited ? current : read(next);
    edited = next;
  }
  if (edited !== text) {
    check(before.data, edited, values);
  }
  return edited;
}

function read(text: string): Readable | undefined {
  const parts = conflictLine(text) === undefined ? splitFile(text) : undefined;
  if (parts === undefined || 'code' in parts) {
    return undefined;
  }
  const data = readYaml(parts.frontMatter, 2);
  return isYamlData(data) ? { parts, data } : undefined;
}

function setKey(
  text: string,
  { parts, data }: Readable,
  key: string,
  value: FrontMatterValue | undefined,
): string {
  const lines = linesOf(text);
  const span = linesOfKey(parts.frontMatter, data, key);
  if (value === undefined) {
    return span === undefined ? text : joined([...lines.slice(0, span.first - 1), ...lines.slice(span.last)]);
  }
  if (Object.hasOwn(data.values, key) && sameValue(data.values[key], value)) {
    return text;
  }
  const ending = usualEnding(lines);
  const printed = printKey(key, value);
  if (span === undefined) {
    const after = lineAfter(parts.frontMatter, data, key);
    const added = printed.map((line) => ({ text: line, ending }));
    return joined([...lines.slice(0, after), ...added, ...lines.slice(after)]);
  }
  const comment =
    span.first === span.last && printed.length === 1 ? commentBehind(parts.frontMatter, data, key) : '';
  const own = lines[span.last - 1]?.ending ?? ending;
  const put = printed.map((line, index) => ({
    text: line + comment,
    ending: index === printed.length - 1 ? own : ending,
  }));
  return joined([...lines.slice(0, span.first - 1), ...put, ...lines.slice(span.last)]);
}

/** Reads what was written: a save that would lose something is never handed out. */
function check(
  before: YamlData,
  edited: string,
  values: Readonly<Record<string, FrontMatterValue | undefined>>,
): void {
  const parts = splitFile(edited);
  if ('code' in parts && parts.code === 'front-matter-too-large') {
    throw new RetroError(
      'bad-input',
      l10n.t('The front matter would become larger than 16 KiB, so nothing was changed.'),
    );
  }
  const after = read(edited);
  const keys = new Set([...Object.keys(before.values), ...Object.keys(values)]);
  for (const key of keys) {
    const wanted = Object.hasOwn(values, key) ? values[key] : before.values[key];
    if (after === undefined || !sameValue(after.data.values[key], wanted)) {
      throw new Error(`Setting keys of a front matter went wrong at “${key}”. Nothing was written.`);
    }
  }
}

function joined(lines: readonly TextLine[]): string {
  return lines.map(({ text, ending }) => text + ending).join('');
}
