import * as l10n from '@vscode/l10n';
import type { Problem } from '../problem.ts';
import { isYamlData, readYaml, type YamlData } from './readYaml.ts';
import { withLineFeeds } from './textLines.ts';

const sizeLimit = 64 * 1024;

/** What a file of YAML holds: no data where it says nothing, or where something is wrong with it. */
export interface YamlFile {
  readonly data?: YamlData;
  readonly problems: readonly Problem[];
}

/**
 * Reads a file that is YAML from its first line to its last, with or without a byte order mark and a first `---`.
 * Never throws.
 *
 * @param path POSIX, carried into the problems
 */
export function readYamlFile(path: string, text: string): YamlFile {
  const source = withLineFeeds(text.replace(/^\ufeff/, '')).replace(/^---[ \t]*(?=\n)/, '');
  if (source.length > sizeLimit) {
    const message = l10n.t('The file is too large to be read. Keep it below 64 KiB.');
    return { problems: [{ code: 'too-large', severity: 'error', path, line: 1, message }] };
  }
  if (source.split('\n').every((line) => /^\s*(?:#|$)/.test(line))) {
    return { problems: [] };
  }
  const data = readYaml(source, 1);
  return isYamlData(data)
    ? { data, problems: [] }
    : { problems: data.map((fault) => ({ ...fault, severity: 'error', path })) };
}
