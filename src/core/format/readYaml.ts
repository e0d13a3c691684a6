import * as l10n from '@vscode/l10n';
import { CORE_SCHEMA, constructFromEvents, type Event, parseEvents, YAMLException } from 'js-yaml';
import { refused, syntaxFault, type YamlFault } from './yamlFault.ts';
import { faultLimit, type YamlMap, type YamlNode, YamlTree } from './yamlTree.ts';

const depthLimit = 32;

/** YAML data: a mapping, and where each of its values stands. */
export interface YamlData {
  readonly values: Readonly<Record<string, unknown>>;
  readonly root: YamlMap;
}

/**
 * Reads a text as YAML data and nothing else: one mapping of which every top-level key starts its line; no tags,
 * anchors, aliases, directives, merge keys or complex keys; no key twice. Dates stay text. Never throws.
 *
 * @param source with line feeds alone
 * @param firstLine the line of the file in which the source starts
 */
export function readYaml(source: string, firstLine: number): YamlData | readonly YamlFault[] {
  let tree: YamlTree | undefined;
  try {
    const events = parseEvents(source, { maxDepth: depthLimit });
    tree = new YamlTree(source, events, firstLine);
    return tree.faults.length > 0 ? tree.faults : dataOf(source, events, tree, firstLine);
  } catch (thrown) {
    if (!(thrown instanceof YAMLException)) {
      throw thrown;
    }
    return faultsOf(source, thrown, firstLine);
  }
}

/** Whether reading gave data. */
export function isYamlData(read: YamlData | readonly YamlFault[]): read is YamlData {
  return !Array.isArray(read);
}

/** The node at a path of keys and positions. */
export function nodeAt(root: YamlNode, path: readonly PropertyKey[]): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const step of path) {
    if (node?.type === 'map') {
      node = node.pairs.get(String(step))?.value;
    } else if (node?.type === 'list') {
      node = node.items[Number(step)];
    } else {
      return undefined;
    }
  }
  return node;
}

function dataOf(
  source: string,
  events: Event[],
  tree: YamlTree,
  firstLine: number,
): YamlData | readonly YamlFault[] {
  const root = tree.root;
  if (root?.type !== 'map') {
    return [notKeys(firstLine)];
  }
  for (const pair of root.pairs.values()) {
    if (pair.start > 0 && source[pair.start - 1] !== '\n') {
      return [notKeys(pair.line)];
    }
  }
  const [values] = constructFromEvents(events, { source, schema: CORE_SCHEMA, maxAliases: 0 });
  return { values: values as Readonly<Record<string, unknown>>, root };
}

function notKeys(line: number): YamlFault {
  return refused('not-keys', line, l10n.t('Write one “key: value” on a line, with the key at its start.'));
}

function faultsOf(source: string, thrown: YAMLException, firstLine: number): readonly YamlFault[] {
  const lines = source.split('\n');
  const tabs = lines.flatMap((line, index) => (/^ *\t[\t ]*[^\t ]/.test(line) ? [index + firstLine] : []));
  if (tabs.length > 0) {
    const sentence = l10n.t('This line is indented with a tab. Indent with two spaces.');
    return tabs.slice(0, faultLimit).map((line) => refused('tab-indentation', line, sentence));
  }
  const directive = lines.findIndex((line) => line.startsWith('%'));
  if (directive !== -1) {
    return [
      refused(
        'directive',
        directive + firstLine,
        l10n.t('Lines that start with “%” are not read. Remove this line.'),
      ),
    ];
  }
  const line = Math.min(
    (thrown.mark?.line ?? 0) + 1,
    Math.max(1, lines.length - (lines.at(-1) === '' ? 1 : 0)),
  );
  return [syntaxFault(thrown.reason, line + firstLine - 1, lines[line - 1] ?? '')];
}
