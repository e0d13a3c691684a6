import * as l10n from '@vscode/l10n';
import { displayText } from '../../core/entries/displayText.ts';
import type { ComparedValue, KeyChange } from '../../core/review/compareFiles.ts';
import { fileOfChange, type LogChange } from '../../core/review/diffLogs.ts';
import { momentNamed } from '../../core/review/momentNamed.ts';
import { readChanges } from '../../core/review/readChanges.ts';
import type { Moment } from '../../core/ports/versions.ts';
import { dayIn } from '../../node/systemClock.ts';
import type { Answer, Command, Invocation } from '../command.ts';
import { entryTable } from '../entryTable.ts';
import { loadLog } from '../loadLog.ts';
import { quiet } from '../paint.ts';
import { valueOf } from '../optionValues.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usageError.ts';
import type { Workplace } from '../workplace.ts';
import { type PastWorkplace, workplaceAt } from '../workplaceAt.ts';

const longestValue = 60;
const shortHash = 12;

export const changes: Command = {
  name: 'changes',
  arguments: [],
  options: [
    {
      name: 'since',
      value: 'REV',
      summary: () => l10n.t('the state before: a commit by any name, or a day'),
    },
    {
      name: 'until',
      value: 'REV',
      summary: () => l10n.t('the state after; the files as they are now otherwise'),
    },
  ],
  summary: () => l10n.t('Say what changed in the log between two commits or days'),
  run,
};

async function run({ values, terminal, openWorkplace }: Invocation): Promise<Answer> {
  const since = valueOf(values, 'since');
  const until = valueOf(values, 'until');
  if (since === undefined) {
    throw new UsageError(l10n.t('“changes” needs --since with a commit or a day.'), 'changes');
  }
  const place = await openWorkplace();
  await loadLog(place, terminal);
  const { timezone } = place.log.team;
  const first = await momentNamed(place.versions, timezone, since);
  const last = until === undefined ? undefined : await momentNamed(place.versions, timezone, until);
  const before = await workplaceAt(place, first, terminal);
  const after = last === undefined ? place : await workplaceAt(place, last, terminal);
  const found = await readChanges(sideOf(before), sideOf(after));
  const day = ({ committed }: Moment) => dayIn(committed * 1000, timezone);
  const moment = (one: Moment) => ({ sha: one.sha, date: day(one) });
  return {
    json: async () => ({
      since: moment(first),
      until: last === undefined ? null : moment(last),
      changes: found.map(changeJson),
    }),
    lines: () => changeLines(found, terminal),
    summary: summaryOf(found, first.sha, day(first)),
  };
}

function sideOf(place: Workplace | PastWorkplace) {
  const { log, files } = place;
  return { log, files, hashOf: 'hashOf' in files ? (path: string) => files.hashOf(path) : undefined };
}

function changeJson(change: LogChange): object {
  const { id, kind, title, date, path } = fileOfChange(change);
  const what = { change: change.change, id, kind, title, date, path };
  return change.change === 'changed'
    ? {
        ...what,
        keys: change.keys.map(({ key, before = null, after = null }) => ({ key, before, after })),
        text: change.text,
      }
    : what;
}

const signs: Readonly<Record<LogChange['change'], string>> = { added: '+', removed: '-', changed: '~' };

/** A line for each file, and below it a line for each value that changed. */
function changeLines(found: readonly LogChange[], terminal: Terminal): readonly string[] {
  const columns = terminal.columns === undefined ? undefined : terminal.columns - 2;
  const table = entryTable(found.map(fileOfChange), { colour: terminal.colour, columns });
  return found.flatMap((change, at) => [
    `${signs[change.change]} ${table[at]}`,
    ...detailsOf(change).map((detail) => quiet(`    ${detail}`, terminal)),
  ]);
}

function detailsOf(change: LogChange): readonly string[] {
  return change.change === 'changed'
    ? [...change.keys.map(keyLine), ...(change.text ? [l10n.t('text')] : [])]
    : [];
}

function keyLine({ key, before, after }: KeyChange): string {
  return `${key}: ${[before, after].map((value) => shown(key, value)).join(' → ')}`;
}

function shown(key: string, value: ComparedValue | undefined): string {
  if (value === undefined) {
    return l10n.t('none');
  }
  const items = typeof value === 'string' ? [value] : value;
  const texts = key === 'commits' ? items.map((sha) => sha.slice(0, shortHash)) : items;
  return displayText(texts.join(', '), longestValue);
}

function summaryOf(found: readonly LogChange[], sha: string, day: string): string {
  const count = (change: LogChange['change']) => found.filter((one) => one.change === change).length;
  return found.length === 0
    ? l10n.t('Nothing changed since {0} ({1}).', sha.slice(0, shortHash), day)
    : l10n.t(
        'Since {0} ({1}): {2} added, {3} changed, {4} removed.',
        sha.slice(0, shortHash),
        day,
        count('added'),
        count('changed'),
        count('removed'),
      );
}
