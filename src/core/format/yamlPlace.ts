import { nodeAt, type YamlData } from './readYaml.ts';

/** Where a value stands that a schema found wrong. */
export interface YamlPlace {
  /** From 1. */
  readonly line: number;
  /** What is written there, cut short; empty for a list or keys, and for what is missing. */
  readonly found: string;
  /** The last key on the way there. */
  readonly key: string | undefined;
}

/** The place of an issue, or of the nearest thing around it that is there. */
export function yamlPlace(data: YamlData, path: readonly PropertyKey[]): YamlPlace {
  const key = path.findLast((step) => typeof step === 'string');
  for (let length = path.length; length > 0; length -= 1) {
    const node = nodeAt(data.root, path.slice(0, length));
    if (node !== undefined) {
      return { line: node.line, found: node.type === 'scalar' ? node.text.slice(0, 80) : '', key };
    }
  }
  return { line: 1, found: '', key };
}
