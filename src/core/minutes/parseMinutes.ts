import { isCalendarDate } from '../format/calendarDate.ts';
import { isEntryId } from '../format/entryId.ts';
import { findTitle } from '../format/entryTitle.ts';
import { headingText } from '../format/markdownLines.ts';
import { isYamlData, readYaml } from '../format/readYaml.ts';
import { splitFile } from '../format/splitFile.ts';
import { conflictLine } from '../format/conflictMarkers.ts';
import { linesOf } from '../format/textLines.ts';
import { mostColumns } from '../templates/template.ts';
import { readMarks } from './escapeText.ts';
import { actionsTitle, type Minutes, type MinutesAction, type MinutesItem, parkingTitle } from './minutes.ts';
import { readAction, readItem } from './readItem.ts';
import { type Block, contentOf, scanLines } from './scanLines.ts';

/** A `##` section of a file. Lines are counted from 0. */
export interface MinutesSection {
  readonly role: 'column' | 'parking' | 'actions' | 'other';
  readonly title: string;
  /** The line of its heading. */
  readonly heading: number;
  /** What is below the heading. */
  readonly blocks: readonly Block[];
}

/** Minutes as a file has them, and where. */
export interface ParsedMinutes {
  readonly minutes: Minutes;
  readonly sections: readonly MinutesSection[];
  /** The lines of the file without their endings. */
  readonly lines: readonly string[];
  /** The first line behind the front matter. */
  readonly bodyStart: number;
  /** The line of the title; absent where there is none. */
  readonly titleLine: number | undefined;
}

/**
 * Reads the minutes of a meeting. Never throws.
 *
 * @param path POSIX, from the root of the repository
 * @param columns titles of sections that are columns even where there is nothing but prose in them
 * @returns `undefined` where the front matter cannot be read or is not that of a meeting
 */
export function parseMinutes(
  path: string,
  text: string,
  columns: readonly string[] = [],
): ParsedMinutes | undefined {
  const parts = conflictLine(text) === undefined ? splitFile(text) : undefined;
  const data = parts === undefined || 'code' in parts ? undefined : readYaml(parts.frontMatter, 2);
  if (parts === undefined || 'code' in parts || data === undefined || !isYamlData(data)) {
    return undefined;
  }
  const head = headOf(data.values);
  if (head === undefined) {
    return undefined;
  }
  const lines = linesOf(text).map((line) => line.text);
  const bodyStart = parts.frontMatter.split('\n').length + 1;
  const sections = sectionsIn(lines, bodyStart, columns);
  const title = findTitle(parts.body);
  return {
    minutes: { ...head, title: title?.title ?? '', ...bodyFrom(lines, sections, path) },
    sections,
    lines,
    bodyStart,
    titleLine: title && bodyStart + parts.body.slice(0, title.start).split('\n').length - 1,
  };
}

/** What the items of a section say, in their order, with the block that each came from. */
export function itemsOf<T>(
  lines: readonly string[],
  { blocks }: MinutesSection,
  read: (content: readonly string[]) => T | undefined,
): readonly { readonly item: T; readonly block: Block }[] {
  return blocks.flatMap((block) => {
    const item = block.type === 'item' ? read(contentOf(lines, block)) : undefined;
    return item === undefined ? [] : [{ item, block }];
  });
}

type Head = Omit<Minutes, 'title' | 'columns' | 'parked' | 'actions'>;

function headOf(values: Readonly<Record<string, unknown>>): Head | undefined {
  const { id, kind, date } = values;
  if (kind !== 'meeting' || typeof id !== 'string' || !isEntryId(id) || !isDay(date)) {
    return undefined;
  }
  const { template, from, to, attendees, worth } = values;
  return {
    id,
    date,
    template: typeof template === 'string' ? template : '',
    from: isDay(from) ? from : '',
    to: isDay(to) ? to : '',
    attendees: isCount(attendees) ? attendees : 0,
    worth: worthOf(worth),
  };
}

function worthOf(worth: unknown): Minutes['worth'] {
  if (typeof worth !== 'object' || worth === null || !('mean' in worth) || !('n' in worth)) {
    return null;
  }
  const { mean, n } = worth;
  return typeof mean === 'number' && mean >= 1 && mean <= 5 && isCount(n) && n > 0 ? { mean, n } : null;
}

function bodyFrom(
  lines: readonly string[],
  sections: readonly MinutesSection[],
  path: string,
): Pick<Minutes, 'columns' | 'parked' | 'actions'> {
  const items = (section: MinutesSection): readonly MinutesItem[] =>
    itemsOf(lines, section, (content) => readItem(content, path)).map(({ item }) => item);
  const actions = (section: MinutesSection): readonly MinutesAction[] =>
    itemsOf(lines, section, (content) => readAction(content, path)).map(({ item }) => item);
  const those = (role: MinutesSection['role']): readonly MinutesSection[] =>
    sections.filter((section) => section.role === role);
  return {
    columns: those('column').map((section) => ({ title: section.title, items: items(section) })),
    parked: those('parking').flatMap(items),
    actions: those('actions').flatMap(actions),
  };
}

function sectionsIn(
  lines: readonly string[],
  from: number,
  columns: readonly string[],
): readonly MinutesSection[] {
  const found: { title: string; heading: number; blocks: Block[] }[] = [];
  let titled = false;
  for (const block of scanLines(lines, from, lines.length)) {
    const [, level = '', text = ''] =
      (block.type === 'heading' ? /^(#{1,6})(.*)$/s.exec(lines[block.first] ?? '') : null) ?? [];
    if (level.length === 2) {
      found.push({ title: readMarks(headingText(text)), heading: block.first, blocks: [] });
    } else if (level.length === 1 && titled) {
      found.push({ title: '', heading: block.first, blocks: [] });
    } else {
      titled ||= level.length === 1;
      found.at(-1)?.blocks.push(block);
    }
  }
  const roles = rolesOf(found, columns);
  return found.map((section, index) => ({ ...section, role: roles[index] ?? 'other' }));
}

/**
 * The last sections with the names of the two that are no columns are those. Sections of prose are left alone, but
 * for those of a title that there are not as many columns of as are known.
 */
function rolesOf(
  found: readonly { readonly title: string; readonly blocks: readonly Block[] }[],
  columns: readonly string[],
): readonly MinutesSection['role'][] {
  const parking = found.findLastIndex(({ title }) => title === parkingTitle);
  const actions = found.findLastIndex(({ title }) => title === actionsTitle);
  const natural = found.map(
    (section, index) => index !== parking && index !== actions && isNaturalColumn(section),
  );
  const lacking = [...columns];
  for (const [index, { title }] of found.entries()) {
    const known = natural[index] ? lacking.indexOf(title) : -1;
    lacking.splice(known === -1 ? lacking.length : known, 1);
  }
  let count = 0;
  return found.map(({ title }, index) => {
    if (index === parking || index === actions) {
      return index === parking ? 'parking' : 'actions';
    }
    const known = natural[index] ? -1 : lacking.indexOf(title);
    lacking.splice(known === -1 ? lacking.length : known, 1);
    const isColumn = natural[index] === true || known !== -1;
    count += isColumn ? 1 : 0;
    return isColumn && count <= mostColumns ? 'column' : 'other';
  });
}

/** A section with items, or with nothing in it. */
function isNaturalColumn({
  title,
  blocks,
}: {
  readonly title: string;
  readonly blocks: readonly Block[];
}): boolean {
  const types = new Set(blocks.map(({ type }) => type));
  return title !== '' && (types.has('item') || !(types.has('other') || types.has('heading')));
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && isCalendarDate(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
