import * as l10n from '@vscode/l10n';
import { RetroError } from '../retroError.ts';
import { conflictLine } from './conflictMarkers.ts';
import { type ItemValue, printPair } from './printValue.ts';
import { isYamlData, readYaml, type YamlData } from './readYaml.ts';
import { sameValue } from './sameValue.ts';
import { splitFile } from './splitFile.ts';
import { linesOf, usualEnding } from './textLines.ts';
import type { YamlMap, YamlNode } from './yamlTree.ts';

/** New values for the keys of an item; `undefined` removes a key, unless it is the item's first. */
export type ItemValues = Readonly<Record<string, ItemValue | undefined>>;

/**
 * Changes keys of items in one list of a front matter, and no other character of the file: other keys of the item,
 * known or not, comments, and other items stay byte for byte.
 *
 * @param key of the list
 * @param valuesFor what an item shall have, by what it has; `undefined` leaves it alone
 * @throws RetroError `bad-file` when the front matter cannot be read; `bad-input` when it would become too large
 */
export function setItemKeys(
  text: string,
  key: string,
  valuesFor: (item: Readonly<Record<string, unknown>>) => ItemValues | undefined,
): string {
  const parts = conflictLine(text) === undefined ? splitFile(text) : undefined;
  const source = parts === undefined || 'code' in parts ? undefined : parts.frontMatter;
  const data = source === undefined ? undefined : readYaml(source, 2);
  if (source === undefined || data === undefined || !isYamlData(data)) {
    throw new RetroError(
      'bad-file',
      l10n.t('The front matter cannot be read, so nothing was changed. Mend the file first.'),
    );
  }
  const list = data.root.pairs.get(key)?.value;
  const wanted = itemsOf(data, key).map((item) =>
    isMapping(item) ? changesOf(item, valuesFor(item) ?? {}) : {},
  );
  let edited = source;
  // From the last to the first, so that what is still to be changed stays where it was.
  for (let at = wanted.length - 1; at >= 0; at -= 1) {
    const [item, values] = [list?.type === 'list' ? list.items[at] : undefined, wanted[at]];
    if (item?.type === 'map' && values !== undefined) {
      edited = editItem(edited, source, item, values);
    }
  }
  if (edited === source) {
    return text;
  }
  const whole = withFrontMatter(text, source, edited);
  check(whole, data, key, wanted);
  return whole;
}

/** What is written already is left as it is written. */
function changesOf(item: Readonly<Record<string, unknown>>, values: ItemValues): ItemValues {
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => !sameValue(item[key], value)));
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function editItem(edited: string, source: string, item: YamlMap, values: ItemValues): string {
  const pairs = [...item.pairs].map(([key, pair]) => ({
    key,
    start: pair.start,
    end: endOfPair(source, key, pair.start, pair.value),
  }));
  const [first] = pairs;
  const last = pairs.at(-1);
  if (first === undefined || last === undefined) {
    return edited;
  }
  const margin = source.slice(source.lastIndexOf('\n', first.start - 1) + 1, first.start);
  const isBlock = /^[ -]*$/.test(margin);
  const lineEnd = source.indexOf('\n', last.end);
  const after = isBlock ? (lineEnd === -1 ? source.length : lineEnd) : last.end;
  const between = isBlock ? `\n${' '.repeat(margin.length)}` : ', ';
  const replacements: Replacement[] = [];
  let added = '';
  for (const [key, value] of Object.entries(values)) {
    const at = pairs.findIndex((pair) => pair.key === key);
    const pair = pairs[at];
    if (pair === undefined) {
      added += value === undefined ? '' : between + printPair(key, value);
    } else if (value !== undefined) {
      replacements.push({ start: pair.start, end: pair.end, text: printPair(key, value) });
    } else if (at > 0) {
      const from = isBlock ? source.lastIndexOf('\n', pair.start) : (pairs[at - 1]?.end ?? pair.start);
      replacements.push({ start: from, end: isBlock ? endOfLine(source, pair.end) : pair.end, text: '' });
    }
  }
  replacements.push({ start: after, end: after, text: added });
  return replacements
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), edited);
}

function endOfLine(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end === -1 ? source.length : end;
}

/** The offset after a key's value; after its colon, where no value is written. */
function endOfPair(source: string, key: string, start: number, value: YamlNode): number {
  const colon = source.indexOf(':', start + key.length);
  return Math.max(colon + 1, endOfNode(source, value, colon + 1));
}

function endOfNode(source: string, node: YamlNode, from: number): number {
  switch (node.type) {
    case 'scalar': {
      const isQuoted = !node.plain && /["']/.test(source[node.end] ?? '') && source[node.end - 1] !== '\n';
      return isQuoted ? node.end + 1 : source.slice(0, Math.max(0, node.end)).trimEnd().length;
    }
    case 'list':
      return closed(source, node.items, from, ']');
    case 'map':
      return closed(
        source,
        [...node.pairs.values()].map(({ value }) => value),
        from,
        '}',
      );
  }
}

/** A value in brackets ends with its bracket, one in lines with its last line. */
function closed(source: string, parts: readonly YamlNode[], from: number, bracket: string): number {
  const inBrackets = /^\s*[[{]/.test(source.slice(from, from + 200));
  const end = parts.reduce((most, part) => Math.max(most, endOfNode(source, part, from)), from);
  return inBrackets ? source.indexOf(bracket, end) + 1 : end;
}

/** Puts a front matter with changed lines into the file; every line that is the same keeps its ending. */
function withFrontMatter(text: string, source: string, edited: string): string {
  const lines = linesOf(text);
  const [old, now] = [source.split('\n'), edited.split('\n')];
  let same = 0;
  while (same < Math.min(old.length, now.length) && old[same] === now[same]) {
    same += 1;
  }
  let sameEnd = 0;
  while (sameEnd < Math.min(old.length, now.length) - same && old.at(-1 - sameEnd) === now.at(-1 - sameEnd)) {
    sameEnd += 1;
  }
  const ending = usualEnding(lines);
  const isOneForOne = now.length === old.length;
  const changed = now.slice(same, now.length - sameEnd).map((line, at) => ({
    text: line,
    ending: (isOneForOne ? lines[1 + same + at]?.ending : undefined) ?? ending,
  }));
  const kept = [...lines.slice(0, 1 + same), ...changed, ...lines.slice(1 + old.length - sameEnd)];
  return kept.map((line) => line.text + line.ending).join('');
}

/** Reads what was written: a save that would lose something is never handed out. */
function check(
  whole: string,
  before: YamlData,
  key: string,
  wanted: readonly (ItemValues | undefined)[],
): void {
  const parts = splitFile(whole);
  if ('code' in parts && parts.code === 'front-matter-too-large') {
    throw new RetroError(
      'bad-input',
      l10n.t('The front matter would become larger than 16 KiB, so nothing was changed.'),
    );
  }
  const data = 'code' in parts ? [] : readYaml(parts.frontMatter, 2);
  const items = itemsOf(before, key).map((item, at) => merged(item, wanted[at] ?? {}));
  if (!isYamlData(data) || !sameValue(data.values, { ...before.values, [key]: items })) {
    throw new Error(`Setting keys of an item of “${key}” went wrong. Nothing was written.`);
  }
}

function merged(item: unknown, values: ItemValues): unknown {
  if (!isMapping(item)) {
    return item;
  }
  const first = Object.keys(item)[0];
  const kept = Object.entries(values).filter(([key, value]) => value !== undefined || key !== first);
  return { ...item, ...Object.fromEntries(kept) };
}

function itemsOf(data: YamlData, key: string): readonly unknown[] {
  const value = Object.hasOwn(data.values, key) ? data.values[key] : undefined;
  return Array.isArray(value) ? value : [];
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
