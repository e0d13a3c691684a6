import { conflictLine } from '../format/conflictMarkers.ts';
import { isYamlData, readYaml } from '../format/readYaml.ts';
import { splitFile } from '../format/splitFile.ts';

/** Where a link to a commit stands in an entry's text. */
export interface LinkLine {
  /** Of its hash, from 1. */
  readonly line: number;
  /** The hash as it is written: by hand it may be abbreviated. */
  readonly sha: string;
  /** It says nothing but a hash. */
  readonly bare: boolean;
}

/** Where the links of an entry stand. */
export interface LinkLines {
  /** The line of the `commits` key, or where there is none, the first of the file. From 1. */
  readonly top: number;
  readonly links: readonly LinkLine[];
}

const hash = /^[0-9a-f]{4,64}$/i;

/** Finds the links in an entry's text; `undefined` where its front matter cannot be read. Never throws. */
export function linkLines(text: string): LinkLines | undefined {
  const parts = conflictLine(text) === undefined ? splitFile(text) : undefined;
  const data = parts === undefined || 'code' in parts ? undefined : readYaml(parts.frontMatter, 2);
  if (data === undefined || !isYamlData(data)) {
    return undefined;
  }
  const key = data.root.pairs.get('commits');
  const items = key?.value.type === 'list' ? key.value.items : [];
  const links = items.flatMap((item): readonly LinkLine[] => {
    const sha = item.type === 'map' ? item.pairs.get('sha') : undefined;
    return item.type === 'map' && sha?.value.type === 'scalar' && hash.test(sha.value.text)
      ? [{ line: sha.line, sha: sha.value.text, bare: item.pairs.size === 1 }]
      : [];
  });
  return { top: key?.line ?? 1, links };
}
