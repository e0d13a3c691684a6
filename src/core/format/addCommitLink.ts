import * as l10n from '@vscode/l10n';
import type { CommitLink } from '../entries/entry.ts';
import { RetroError } from '../retroError.ts';
import { conflictLine } from './conflictMarkers.ts';
import { setKeys } from './editFrontMatter.ts';
import { linesOfKey } from './keyLines.ts';
import { printKey } from './printValue.ts';
import { isYamlData, readYaml, type YamlData } from './readYaml.ts';
import { splitFile } from './splitFile.ts';
import { linesOf, usualEnding } from './textLines.ts';

/**
 * Adds a link to a commit behind those that an entry has, and changes nothing else: what stands in the other
 * links stays byte for byte, what is unknown in them too. A commit that is linked already is not linked twice.
 *
 * @throws RetroError `bad-file` when the front matter, or its list of commits, cannot be read; otherwise as `setKeys`
 */
export function addCommitLink(text: string, link: CommitLink): string {
  const front = frontMatterOf(text);
  if (front === undefined || commitsOf(front.data).length === 0) {
    return setKeys(text, { commits: [link] });
  }
  const before = commitsOf(front.data);
  if (before.some((one) => (one as Partial<CommitLink> | null)?.sha === link.sha)) {
    return text;
  }
  const edited = behindLast(text, front, link);
  const after = edited === undefined ? undefined : frontMatterOf(edited);
  if (edited === undefined || after === undefined || commitsOf(after.data).length !== before.length + 1) {
    throw new RetroError(
      'bad-file',
      l10n.t('No commit can be added to the list that this entry has. Write it into the file by hand.'),
    );
  }
  return edited;
}

interface FrontMatter {
  readonly source: string;
  readonly data: YamlData;
}

function frontMatterOf(text: string): FrontMatter | undefined {
  const parts = conflictLine(text) === undefined ? splitFile(text) : undefined;
  if (parts === undefined || 'code' in parts) {
    return undefined;
  }
  const data = readYaml(parts.frontMatter, 2);
  return isYamlData(data) ? { source: parts.frontMatter, data } : undefined;
}

function commitsOf({ values }: YamlData): readonly unknown[] {
  return Array.isArray(values['commits']) ? values['commits'] : [];
}

/** Puts the link on lines of its own; `undefined` where the list is not written as lines. */
function behindLast(text: string, { source, data }: FrontMatter, link: CommitLink): string | undefined {
  const span = linesOfKey(source, data, 'commits');
  const lines = linesOf(text);
  const list = span === undefined ? [] : lines.slice(span.first, span.last);
  const dash = list.map((line) => /^ *(?=- )/.exec(line.text)?.[0]).find((indent) => indent !== undefined);
  if (span === undefined || dash === undefined) {
    return undefined;
  }
  const ending = usualEnding(lines);
  const printed = printKey('commits', [link]).slice(1);
  const added = printed.map((line) => ({ text: dash + line.slice(2), ending }));
  const all = [...lines.slice(0, span.last), ...added, ...lines.slice(span.last)];
  return all.map((line) => line.text + line.ending).join('');
}
