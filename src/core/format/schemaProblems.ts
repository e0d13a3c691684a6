import * as l10n from '@vscode/l10n';
import type { z } from 'zod/mini';
import type { Problem } from '../problem.ts';
import type { ExpectedOfPage } from './pageSchema.ts';
import { nodeAt, type YamlData } from './readYaml.ts';
import { findingOf } from './valueSentences.ts';
import { faultLimit, type YamlNode, type YamlScalar } from './yamlTree.ts';

const numberLike =
  /^[-+]?(?:0[xob][0-9a-f_]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|\.[0-9]+|\.(?:inf|nan))$/i;
const hashKeys = ['sha', 'patch', 'range', 'change'] as const;

/** A value that is not what was expected: an issue of a schema, or a finding of our own. */
interface WrongPlace {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * Everything that a schema finds wrong with a front matter, at the line where it stands.
 *
 * @param further what the schema cannot say
 */
export function schemaProblems(
  path: string,
  data: YamlData,
  schema: z.ZodMiniType,
  kind: string,
  further: readonly WrongPlace[] = [],
): Problem[] {
  const found = unquotedTexts(path, data);
  for (const wrong of [...(schema.safeParse(data.values).error?.issues ?? []), ...further]) {
    const place = wrong.path.join('/');
    if (!found.has(place)) {
      found.set(place, problemOf(path, data, wrong, kind));
    }
  }
  return [...found.values()].sort((one, other) => one.line - other.line).slice(0, faultLimit);
}

function problemOf(path: string, data: YamlData, wrong: WrongPlace, kind: string): Problem {
  const node = nodeAt(data.root, wrong.path);
  const key = wrong.path.findLast((step) => typeof step === 'string') ?? '';
  const finding = findingOf({
    expected: wrong.message as ExpectedOfPage,
    key,
    found: node?.type === 'scalar' ? node.text.slice(0, 80) : '',
    kind,
    inItem: wrong.path.length > 1,
    missing: node === undefined || (node.type === 'scalar' && isMissing(node, key)),
  });
  return { ...finding, severity: 'error', path, line: lineFor(data, wrong.path) };
}

/** `id:` says as little as no id at all; a status that is empty is a status that is wrong. */
function isMissing(node: YamlScalar, key: string): boolean {
  if (key === 'id') {
    return node.text === '' || (node.plain && isNull(node.text));
  }
  return key !== 'status' && key !== 'outcome' && node.plain && isNull(node.text);
}

function isNull(text: string): boolean {
  return text === '' || text === '~' || /^null$/i.test(text);
}

/** The line of a value; of what it is missing from, where it is missing; 1 where the whole file lacks it. */
function lineFor(data: YamlData, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = nodeAt(data.root, path.slice(0, length));
    if (node !== undefined) {
      return node.line;
    }
  }
  return 1;
}

/** Ids and hashes, and the items of lists of text, that YAML reads as something else without quotes. */
function unquotedTexts(path: string, data: YamlData): Map<string, Problem> {
  const problems = new Map<string, Problem>();
  const look = (place: readonly (string | number)[]): void => {
    const node = nodeAt(data.root, place);
    if (isUnquoted(node)) {
      const message = l10n.t('YAML reads {0} as a number. Put it in quotes: "{0}".', node.text.slice(0, 80));
      problems.set(place.join('/'), {
        code: 'unquoted-text',
        severity: 'error',
        path,
        line: node.line,
        message,
      });
    }
  };
  look(['id']);
  for (const key of ['links', 'tags', 'people']) {
    itemsAt(data, key).forEach((_, index) => look([key, index]));
  }
  itemsAt(data, 'commits').forEach((_, index) => hashKeys.forEach((key) => look(['commits', index, key])));
  return problems;
}

function itemsAt(data: YamlData, key: string): readonly YamlNode[] {
  const node = nodeAt(data.root, [key]);
  return node?.type === 'list' ? node.items : [];
}

function isUnquoted(node: YamlNode | undefined): node is YamlScalar {
  return node?.type === 'scalar' && node.plain && numberLike.test(node.text);
}
