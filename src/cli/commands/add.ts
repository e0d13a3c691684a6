import * as l10n from '@vscode/l10n';
import { displayText } from '../../core/entries/displayText.ts';
import type { EntryDraft } from '../../core/entries/draft.ts';
import { entryKinds, isEntryKind, type EntryKind } from '../../core/entries/kinds.ts';
import { titleLimit } from '../../core/format/entryTitle.ts';
import { RetroError } from '../../core/retroError.ts';
import { codePlaces } from '../codePlaces.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import { commitLinks } from '../commitLinks.ts';
import { loadLog } from '../loadLog.ts';
import { allOf, dateOf, type OptionValues, valueOf } from '../optionValues.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usageError.ts';
import type { Workplace } from '../workplace.ts';

/** Bytes. A file of the log may have a mebibyte; the rest is for its front matter. */
const longestBody = 1_000_000;

export const add: Command = {
  name: 'add',
  arguments: [{ name: 'kind' }, { name: 'title' }],
  options: [
    {
      name: 'body',
      value: 'TEXT',
      summary: () => l10n.t('Markdown below the title; “-” reads it from standard input'),
    },
    {
      name: 'date',
      value: 'DAY',
      summary: () => l10n.t('the day it happened, as in 2026-11-23; today otherwise'),
    },
    { name: 'tag', value: 'WORD', many: true, summary: () => l10n.t('a word to find it by') },
    { name: 'person', value: 'NAME', many: true, summary: () => l10n.t('who was involved, or is thanked') },
    {
      name: 'commit',
      value: 'REV',
      many: true,
      summary: () => l10n.t('a commit that it is about, by any name git knows'),
    },
    {
      name: 'code',
      value: 'PATH[:LINE]',
      many: true,
      summary: () => l10n.t('a file, or a line in it, that it is about'),
    },
    {
      name: 'link',
      value: 'ID',
      many: true,
      summary: () => l10n.t('an earlier entry or meeting that it follows from'),
    },
    { name: 'hypothesis', value: 'TEXT', summary: () => l10n.t('of an experiment: what you expect') },
    {
      name: 'measure',
      value: 'TEXT',
      summary: () => l10n.t('of an experiment: what you measure, with baseline and target'),
    },
    {
      name: 'timebox',
      value: 'DAY',
      summary: () => l10n.t('of an experiment: the day it ends at the latest'),
    },
    {
      name: 'owner',
      value: 'NAME',
      summary: () => l10n.t('of an experiment or an action: who looks after it'),
    },
    { name: 'due', value: 'DAY', summary: () => l10n.t('of an action: the day it should be done') },
  ],
  summary: () => l10n.t('Write one entry: {0}', entryKinds.join(', ')),
  run,
};

/** Options that say something about some kinds only. */
const kindsOf: Readonly<Record<string, readonly EntryKind[]>> = {
  hypothesis: ['experiment'],
  measure: ['experiment'],
  timebox: ['experiment'],
  owner: ['experiment', 'action'],
  due: ['action'],
};

async function run({ words, values, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const [kind = '', title = ''] = words;
  const plain = plainDraft(kind, title, values);
  const place = await openWorkplace();
  const draft: EntryDraft = {
    ...plain,
    commits: await commitLinks(allOf(values, 'commit'), place),
    code: await codePlaces(allOf(values, 'code'), place),
    links: await knownLinks(allOf(values, 'link'), place, terminal),
    ...(plain.body === '-' && { body: await terminal.readInput(longestBody) }),
  };
  const { id, paths } = await place.log.apply({ type: 'addEntry', draft });
  await place.removeStaleFiles();
  const [path = ''] = paths;
  return {
    json: async () => ({ id, path }),
    lines: () => [l10n.t('Logged {0} “{1}”', id ?? '', displayText(title)), path],
  };
}

/** What can be said without looking at the repository. */
function plainDraft(kind: string, title: string, values: OptionValues): EntryDraft {
  if (!isEntryKind(kind)) {
    throw new UsageError(
      l10n.t('“{0}” is not a kind of entry. There are: {1}.', kind, entryKinds.join(', ')),
      'add',
    );
  }
  for (const [option, kinds] of Object.entries(kindsOf)) {
    if (values.has(option) && !kinds.includes(kind)) {
      throw new UsageError(
        l10n.t('--{0} is not for {1}. It is for: {2}.', option, kind, kinds.join(', ')),
        'add',
      );
    }
  }
  if (title.length > titleLimit) {
    throw new RetroError(
      'bad-input',
      l10n.t(
        'The title has {0} characters; {1} fit. Say it in a few words, and put the rest into --body.',
        title.length,
        titleLimit,
      ),
    );
  }
  const optional = {
    body: valueOf(values, 'body'),
    date: dateOf(values, 'date'),
    hypothesis: valueOf(values, 'hypothesis'),
    measure: valueOf(values, 'measure'),
    timebox: dateOf(values, 'timebox'),
    owner: allOf(values, 'owner').at(-1),
    due: dateOf(values, 'due'),
  };
  const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { kind, title, tags: allOf(values, 'tag'), people: allOf(values, 'person'), ...given };
}

async function knownLinks(
  ids: readonly string[],
  place: Workplace,
  terminal: Terminal,
): Promise<readonly string[]> {
  if (ids.length === 0) {
    return ids;
  }
  const { log } = place;
  await loadLog(place, terminal);
  const pages = new Set(log.pages.map((page) => page.id));
  const unknown = ids.find((id) => !pages.has(id) && log.withId(id).length === 0);
  if (unknown !== undefined) {
    throw new RetroError(
      'not-found',
      l10n.t(
        'There is no entry or meeting with the id “{0}”. Nothing was written; “retrolog list” shows the ids.',
        unknown,
      ),
    );
  }
  return ids;
}
