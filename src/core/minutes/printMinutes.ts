import { printTitle } from '../format/entryTitle.ts';
import { printKey } from '../format/printValue.ts';
import { actionsTitle, type Minutes, type MinutesItem, parkingTitle } from './minutes.ts';
import { printAction, printItem } from './printItem.ts';
import type { NewItem } from './mergeItems.ts';

/** A section as minutes shall have it. */
export interface WantedSection {
  readonly role: 'column' | 'parking' | 'actions';
  readonly title: string;
  readonly items: readonly NewItem[];
}

/**
 * The file of a meeting's minutes as it is written for the first time. Read again, it says the same.
 *
 * @param path of the file, POSIX, from the root of the repository
 */
export function printMinutes(path: string, minutes: Minutes): string {
  const { id, date, template, from, to, attendees, worth } = minutes;
  const sections = wantedSections(path, minutes).filter(
    ({ role, items }) => role === 'column' || items.length > 0 || hasReservedTitle(minutes),
  );
  return [
    '---',
    ...printKey('id', id),
    'kind: meeting',
    ...printKey('date', date),
    ...(template === '' ? [] : printKey('template', template)),
    ...(from === '' ? [] : printKey('from', from)),
    ...(to === '' ? [] : printKey('to', to)),
    ...(attendees === 0 ? [] : printKey('attendees', attendees)),
    ...(worth === null ? [] : printKey('worth', worth)),
    '---',
    '',
    printTitle(minutes.title),
    ...sections.flatMap((section) => ['', ...sectionLines(section)]),
    '',
  ].join('\n');
}

/** The sections of minutes in their order, each item with the lines that say it. */
export function wantedSections(path: string, minutes: Minutes): readonly WantedSection[] {
  const itemsOf = (items: readonly MinutesItem[]): readonly NewItem[] =>
    items.map((item) => newItem(printItem(item, path)));
  return [
    ...minutes.columns.map(
      (column): WantedSection => ({ role: 'column', title: column.title, items: itemsOf(column.items) }),
    ),
    { role: 'parking', title: parkingTitle, items: itemsOf(minutes.parked) },
    {
      role: 'actions',
      title: actionsTitle,
      items: minutes.actions.map((action) => newItem(printAction(action, path))),
    },
  ];
}

/** The heading of a section and its items. */
export function sectionLines({ title, items }: WantedSection): readonly string[] {
  return [`#${printTitle(title)}`, ...items.flatMap(({ lines }) => lines)];
}

/** Whether a column is called like a section that is none, so that both have to be there to be told apart. */
export function hasReservedTitle({ columns }: Minutes): boolean {
  return columns.some(({ title }) => title === parkingTitle || title === actionsTitle);
}

function newItem(lines: readonly string[]): NewItem {
  return { key: lines.join('\n'), lines };
}
