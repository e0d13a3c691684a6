import { entryKeys } from './entryKeys.ts';
import type { YamlData } from './readYaml.ts';
import type { YamlNode } from './yamlTree.ts';

/** Lines of a file, from 1, both included. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/** The line of the file at which front matter starts. */
const firstLine = 2;

/** The lines of a top-level key and its value, without the comments and empty lines behind it. */
export function linesOfKey(source: string, data: YamlData, key: string): LineSpan | undefined {
  const pair = data.root.pairs.get(key);
  if (pair === undefined) {
    return undefined;
  }
  const lines = source.split('\n');
  const next = [...data.root.pairs.values()].filter(({ line }) => line > pair.line).map(({ line }) => line);
  let last = Math.min(lines.length, ...next.map((line) => line - 1));
  const least = Math.max(pair.line, lastLineOf(source, pair.value));
  while (last > least && /^[ \t]*(?:#|$)/.test(lines[last - firstLine] ?? '')) {
    last -= 1;
  }
  return { first: pair.line, last };
}

/** The line below which a new key is written: that of the last key before it in the usual order. */
export function lineAfter(source: string, data: YamlData, key: string): number {
  const order: readonly string[] = entryKeys;
  const place = order.indexOf(key);
  let after = firstLine - 1;
  for (const known of data.root.pairs.keys()) {
    if (place === -1 || (order.includes(known) && order.indexOf(known) < place)) {
      after = Math.max(after, linesOfKey(source, data, known)?.last ?? 0);
    }
  }
  return after;
}

/** The comment behind a value that stands on its key's line, with the white space before it. */
export function commentBehind(source: string, data: YamlData, key: string): string {
  const pair = data.root.pairs.get(key);
  const end = pair === undefined ? -1 : endOf(pair.value);
  if (pair === undefined || end <= pair.start) {
    return '';
  }
  const lineEnd = source.indexOf('\n', end);
  const rest = source.slice(end, lineEnd === -1 ? source.length : lineEnd);
  const sign = rest.indexOf('#');
  const between = rest.slice(0, Math.max(0, sign));
  return /^["']?[ \t,\]]*[ \t]$/.test(between) ? rest.slice(between.trimEnd().length) : '';
}

/** The last line of the file that a value's own characters reach. */
function lastLineOf(source: string, node: YamlNode): number {
  const end = endOf(node);
  return end <= 0 ? node.line : source.slice(0, end).trimEnd().split('\n').length + firstLine - 1;
}

/** The offset after the last character of a value's text; -1 for a value that is not written. */
function endOf(node: YamlNode): number {
  switch (node.type) {
    case 'scalar':
      return node.end;
    case 'list':
      return Math.max(-1, ...node.items.map(endOf));
    case 'map':
      return Math.max(-1, ...[...node.pairs.values()].map(({ value }) => endOf(value)));
  }
}
