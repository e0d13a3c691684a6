import {
  type Board,
  type Card,
  columnId,
  type Group,
  type Made,
  madeKinds,
  newBoard,
  type Note,
  parkingLot,
  type Promotion,
  type Votes,
  type Written,
} from '../board/board.ts';
import { blankCard } from '../board/blankCard.ts';
import type { GivenEntry } from '../board/given.ts';
import { voteId } from '../board/voteRows.ts';
import type { Entry } from '../entries/entry.ts';
import type { Ids } from '../ports/ids.ts';
import {
  type ColumnKind,
  columnKinds,
  mostColumns,
  type Template,
  templateDefaults,
} from '../templates/template.ts';
import type { Minutes, MinutesAction, MinutesCard, MinutesEntry, MinutesItem } from './minutes.ts';

/** What a board that is made from minutes needs to know besides. */
export interface Knowledge {
  /** The templates that there are: one with the key that the minutes name says the kinds of columns. */
  readonly templates: readonly Template[];
  /** The entry in a file. */
  readonly entryAt: (path: string) => Entry | undefined;
  readonly ids: Ids;
}

interface Tables {
  readonly cards: Card[];
  readonly groups: Group[];
  readonly notes: Note[];
  readonly votes: Votes[];
}

/**
 * A closed board that says what minutes say. Everybody who comes to it joins anew, and the first one facilitates;
 * `reopen` is then possible. Where a column cannot be told from the minutes, it has no kind.
 */
export function boardFrom(minutes: Minutes, knowledge: Knowledge): Board {
  const { id, title, date, from, to, attendees, worth } = minutes;
  const template = templateOf(minutes, knowledge.templates);
  const tables: Tables = { cards: [], groups: [], notes: [], votes: [] };
  const maker = new TopicMaker(tables, template, knowledge, date);
  for (const [index, { items }] of minutes.columns.entries()) {
    maker.addAll(items, columnId(index));
  }
  maker.addAll(minutes.parked, parkingLot);
  return {
    ...newBoard,
    ...tables,
    state: 'closed',
    meeting: { id, title, date, from, to },
    template,
    names: template.names,
    phase: template.phases.at(-1) ?? 'close',
    revealed: true,
    votesRevealed: tables.votes.length > 0,
    attendees: attendees === 0 ? null : attendees,
    worth,
    written: maker.written,
    made: minutes.actions.map((action) => madeFrom(action, knowledge)),
  };
}

/** The template that the minutes name, with the columns that they have. */
function templateOf({ template: key, columns }: Minutes, templates: readonly Template[]): Template {
  const known = templates.find((template) => template.key === key);
  const titles = columns.map(({ title }) => title);
  const missing = (known?.columns ?? []).filter(({ title }) => !titles.includes(title));
  const told = titles.map(
    (title) => known?.columns.find((column) => column.title === title) ?? { title, prompt: '' },
  );
  return {
    ...templateDefaults,
    name: key,
    ...known,
    key,
    columns:
      told.length + missing.length === 0
        ? (templates[0]?.columns ?? [])
        : [...told, ...missing].slice(0, mostColumns),
  };
}

/** Makes cards and groups of items. */
class TopicMaker {
  readonly #tables: Tables;
  readonly #template: Template;
  readonly #knowledge: Knowledge;
  readonly #date: string;
  /** Entries that groups became. */
  readonly written: Written[] = [];

  constructor(tables: Tables, template: Template, knowledge: Knowledge, date: string) {
    this.#date = date;
    this.#tables = tables;
    this.#template = template;
    this.#knowledge = knowledge;
  }

  addAll(items: readonly MinutesItem[], column: string): void {
    for (const [index, item] of items.entries()) {
      this.#add(item, column, index + 1);
    }
  }

  #add(item: MinutesItem, column: string, rank: number): void {
    if (item.type !== 'group') {
      this.#addCard(item, { column, rank, group: '' });
      return;
    }
    const id = this.#knowledge.ids.newId();
    const promotion = item.path === '' ? null : this.#promotionTo(item.path, column);
    this.#tables.groups.push({ id, column, rank, title: item.title, discussed: false, promotion });
    this.#say(id, item);
    for (const [index, card] of item.cards.entries()) {
      this.#addCard(card, { column, rank: index + 1, group: id });
    }
  }

  #addCard(item: MinutesCard | MinutesEntry, place: Pick<Card, 'column' | 'rank' | 'group'>): void {
    const id = this.#knowledge.ids.newId();
    const given = item.type === 'entry' ? this.#givenFrom(item) : null;
    const text = item.type === 'entry' ? item.title : item.text;
    this.#tables.cards.push({ ...blankCard, ...place, id, text, given });
    this.#say(id, item);
  }

  #say(topic: string, { votes, notes }: MinutesItem): void {
    if (votes > 0) {
      this.#tables.votes.push({ id: voteId('', topic), participant: '', topic, count: votes });
    }
    for (const text of notes) {
      this.#tables.notes.push({ id: this.#knowledge.ids.newId(), topic, text, deleted: false });
    }
  }

  #givenFrom({ title, path }: MinutesEntry): GivenEntry {
    const { entryAt, ids } = this.#knowledge;
    const entry = entryAt(path);
    const { kind = '', date = this.#date, people = [] } = entry ?? {};
    return { id: entry?.id ?? ids.newId(), kind, title, path, date, people };
  }

  #promotionTo(path: string, column: string): Promotion {
    const { entryAt, ids } = this.#knowledge;
    const entry = entryAt(path);
    const ofColumn = this.#template.columns.find((_, index) => columnId(index) === column)?.kind;
    const kind: ColumnKind = columnKinds.find((each) => each === entry?.kind) ?? ofColumn ?? 'learning';
    const id = entry?.id ?? ids.newId();
    this.written.push({ id, path });
    return { entry: id, kind };
  }
}

function madeFrom({ title, path, owner, due }: MinutesAction, { entryAt, ids }: Knowledge): Made {
  const entry = path === '' ? undefined : entryAt(path);
  return {
    id: entry?.id ?? ids.newId(),
    kind: madeKinds.find((kind) => kind === entry?.kind) ?? 'action',
    title,
    body: '',
    owner: entry?.owner ?? owner,
    due: entry?.due ?? due,
    people: entry?.people ?? [],
    hypothesis: '',
    measure: '',
    timebox: entry?.timebox ?? '',
    source: '',
    deleted: false,
    path,
  };
}
