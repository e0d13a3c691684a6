import * as l10n from '@vscode/l10n';
import { setKeys } from '../format/editFrontMatter.ts';
import { printTitle } from '../format/entryTitle.ts';
import { linesOf, type TextLine, usualEnding } from '../format/textLines.ts';
import { RetroError } from '../retroError.ts';
import { mergeItems, type OldBlock } from './mergeItems.ts';
import type { Minutes } from './minutes.ts';
import { itemsOf, type MinutesSection, type ParsedMinutes, parseMinutes } from './parseMinutes.ts';
import { printAction, printItem } from './printItem.ts';
import { sectionLines, wantedSections, type WantedSection } from './printMinutes.ts';
import { readAction, readItem } from './readItem.ts';

/** A file of minutes that is being changed. */
interface Editing {
  readonly path: string;
  readonly parsed: ParsedMinutes;
  readonly lines: readonly TextLine[];
  /** What new lines end with. */
  readonly ending: string;
}

/**
 * The text of minutes that say something else now. What they said before in the same words keeps its lines, and
 * what is no item of a list, no column, or no key of ours stays where it is: prose, comments, other keys, line
 * endings. Items that somebody added to the file by hand stay, too, where `before` tells what was written.
 *
 * @param path of the minutes, POSIX, from the root of the repository
 * @param before the text that was written last, where that is not the text of the file any more
 * @throws RetroError `bad-file` where the text cannot be read as minutes; `bad-input` as `setKeys`
 */
export function updateMinutes(path: string, text: string, minutes: Minutes, before = text): string {
  const columns = minutes.columns.map(({ title }) => title);
  const parsed = parseMinutes(path, text, columns);
  if (parsed === undefined) {
    throw new RetroError(
      'bad-file',
      l10n.t('{0} cannot be read as minutes, so nothing was changed. Mend the file first.', path),
      { path },
    );
  }
  const lines = linesOf(text);
  const editing: Editing = { path, parsed, lines, ending: usualEnding(lines) };
  const written = before === text ? undefined : writtenItems(path, parseMinutes(path, before, columns));
  const body = withSections(editing, minutes, written);
  return setKeys(
    joined(withTitle(editing, body, minutes.title), editing.ending),
    changedKeys(parsed.minutes, minutes),
  );
}

function changedKeys(old: Minutes, minutes: Minutes): Parameters<typeof setKeys>[1] {
  const { date, template, from, to, attendees, worth } = minutes;
  return {
    ...(date !== old.date && { date }),
    ...(template !== old.template && template !== '' && { template }),
    ...(from !== old.from && from !== '' && { from }),
    ...(to !== old.to && to !== '' && { to }),
    ...(attendees !== old.attendees && attendees > 0 && { attendees }),
    ...(worth !== null && (worth.mean !== old.worth?.mean || worth.n !== old.worth.n) && { worth }),
  };
}

/** The lines of the file with its sections changed: those that were there, and behind them those that are new. */
function withSections(
  editing: Editing,
  minutes: Minutes,
  written: ReadonlyMap<string, readonly string[]> | undefined,
): readonly TextLine[] {
  const { parsed, lines } = editing;
  const starts = parsed.sections.map(({ heading }) => heading);
  const parts = parsed.sections.map((section, at) =>
    lines.slice(section.heading, starts[at + 1] ?? lines.length),
  );
  const added = new Map<number, WantedSection[]>();
  const names = namesOf(parsed.sections);
  let last = -1;
  for (const [name, wanted] of named(wantedSections(editing.path, minutes))) {
    const at = names.indexOf(name);
    const section = parsed.sections[at];
    if (section !== undefined) {
      parts[at] = withItems(editing, section, wanted, written && (written.get(name) ?? []));
      last = at;
    } else if (wanted.items.length > 0) {
      const place = wanted.role === 'column' ? last : parts.length - 1;
      added.set(place, [...(added.get(place) ?? []), wanted]);
    }
  }
  const head = lines.slice(0, starts[0] ?? lines.length);
  return [head, ...parts].flatMap((part, at) => withAdded(part, added.get(at - 1) ?? [], editing.ending));
}

/** Puts new sections behind some lines, with an empty line before and, where more follows, behind each. */
function withAdded(
  part: readonly TextLine[],
  added: readonly WantedSection[],
  ending: string,
): readonly TextLine[] {
  return added.reduce<readonly TextLine[]>((before, section) => {
    const gap = before.at(-1)?.text.trim() === '' ? [] : [''];
    const rest = [...gap, ...sectionLines(section), ''].map((text) => ({ text, ending }));
    return [...before, ...rest];
  }, part);
}

function withItems(
  { path, parsed, lines, ending }: Editing,
  section: MinutesSection,
  wanted: WantedSection,
  written: readonly string[] | undefined,
): TextLine[] {
  const keys = keysIn(path, parsed, section);
  const blocks = section.blocks.map(
    (block): OldBlock => ({
      lines: lines.slice(block.first, block.end),
      key: keys.get(block),
      isBlank: block.type === 'blank',
    }),
  );
  return [
    ...lines.slice(section.heading, section.heading + 1),
    ...mergeItems(blocks, wanted.items, written, ending),
  ];
}

/** What we would write for each item of a section. */
function keysIn(
  path: string,
  { lines }: ParsedMinutes,
  section: MinutesSection,
): ReadonlyMap<MinutesSection['blocks'][number], string> {
  const printed = (content: readonly string[]): string[] | undefined => {
    const action = section.role === 'actions' ? readAction(content, path) : undefined;
    const item = section.role === 'actions' ? undefined : readItem(content, path);
    return action === undefined ? item && printItem(item, path) : printAction(action, path);
  };
  return new Map(itemsOf(lines, section, printed).map(({ item, block }) => [block, item.join('\n')]));
}

function writtenItems(
  path: string,
  parsed: ParsedMinutes | undefined,
): ReadonlyMap<string, readonly string[]> {
  const sections = parsed?.sections ?? [];
  const names = namesOf(sections);
  return new Map(
    sections.map((section, at) => [
      names[at] ?? '',
      parsed === undefined ? [] : [...keysIn(path, parsed, section).values()],
    ]),
  );
}

function withTitle(
  { parsed, ending }: Editing,
  lines: readonly TextLine[],
  title: string,
): readonly TextLine[] {
  if (parsed.minutes.title === title) {
    return lines;
  }
  const at = parsed.titleLine;
  const line = { text: printTitle(title), ending };
  return at === undefined
    ? [...lines.slice(0, parsed.bodyStart), { text: '', ending }, line, ...lines.slice(parsed.bodyStart)]
    : lines.with(at, { ...line, ending: lines[at]?.ending ?? ending });
}

/** Sections by what tells them apart: a second column of a name is another one. */
function named(sections: readonly WantedSection[]): readonly (readonly [string, WantedSection])[] {
  const names = namesOf(sections);
  return sections.map((section, at) => [names[at] ?? '', section]);
}

function namesOf(sections: readonly Pick<MinutesSection, 'role' | 'title'>[]): readonly string[] {
  const counts = new Map<string, number>();
  return sections.map(({ role, title }) => {
    const name = `${role} ${title}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return role === 'other' ? '' : `${count} ${name}`;
  });
}

/** A line that was the last of its file and is not any more gets an ending. */
function joined(lines: readonly TextLine[], usual: string): string {
  return lines
    .map(({ text, ending }, at) => text + (ending === '' && at < lines.length - 1 ? usual : ending))
    .join('');
}
