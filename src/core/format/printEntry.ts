import * as l10n from '@vscode/l10n';
import type { EntryDraft } from '../entries/draft.ts';
import { RetroError } from '../retroError.ts';
import { cleanBody } from './cleanBody.ts';
import { entryKeys } from './entryKeys.ts';
import { printTitle } from './entryTitle.ts';
import { type FrontMatterValue, printKey } from './printValue.ts';
import { splitFile } from './splitFile.ts';

/**
 * The file of a new entry: front matter, title, body, and for an experiment its sections. Lines end in LF;
 * what the draft does not give is not written.
 *
 * @throws RetroError `bad-input` when the keys take more than 16 KiB and could not be read again
 */
export function printEntry(id: string, draft: EntryDraft & { readonly date: string }): string {
  const given: Readonly<Record<string, FrontMatterValue | undefined>> = {
    id,
    kind: draft.kind,
    date: draft.date,
    tags: draft.tags,
    people: draft.people,
    commits: draft.commits,
    code: draft.code,
    links: draft.links,
    timebox: draft.timebox,
    owner: draft.owner,
    due: draft.due,
  };
  const lines = ['---'];
  for (const key of entryKeys) {
    const value = given[key];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) {
      lines.push(...printKey(key, value));
    }
  }
  lines.push('---', '', printTitle(draft.title), '');
  for (const part of [
    cleanBody(draft.body),
    section('Hypothesis', draft.hypothesis),
    section('Measure', draft.measure),
  ]) {
    if (part !== '') {
      lines.push(part, '');
    }
  }
  const text = `${lines.slice(0, -1).join('\n')}\n`;
  if ('code' in splitFile(text)) {
    throw new RetroError(
      'bad-input',
      l10n.t('The keys of the entry take more than 16 KiB. Leave out some tags, people, commits or links.'),
    );
  }
  return text;
}

function section(title: string, text: string | undefined): string {
  const body = cleanBody(text);
  return body === '' ? '' : `## ${title}\n\n${body}`;
}
