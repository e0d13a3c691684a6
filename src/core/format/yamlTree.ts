import * as l10n from '@vscode/l10n';
import { type Event, EVENT_ID, getScalarValue, type ScalarEvent, SCALAR_STYLE } from 'js-yaml';
import { refused, type YamlFault } from './yamlFault.ts';

/** A value as it stands in the text: where it is and how it is written. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly type: 'scalar';
  /** In the file, from 1. */
  readonly line: number;
  /** The characters of the value, decoded; for one without quotes, as it is written. */
  readonly text: string;
  /** Without quotes, so that YAML decides what it is. */
  readonly plain: boolean;
  /** Offset after the value (before a closing quote); -1 for a value that is not written. */
  readonly end: number;
}

export interface YamlList {
  readonly type: 'list';
  readonly line: number;
  readonly items: readonly YamlNode[];
}

export interface YamlMap {
  readonly type: 'map';
  readonly line: number;
  readonly pairs: ReadonlyMap<string, YamlPair>;
}

export interface YamlPair {
  /** Offset of the key's first character (its quotation mark, if it has one). */
  readonly start: number;
  readonly line: number;
  readonly value: YamlNode;
}

/** More faults of one file than this are not told: nobody reads them. */
export const faultLimit = 50;

/** Builds the tree of the first document, and collects everything in it that is refused. */
export class YamlTree {
  readonly faults: YamlFault[] = [];
  readonly root: YamlNode | undefined;
  readonly #source: string;
  readonly #events: readonly Event[];
  readonly #lineStarts: readonly number[];
  readonly #firstLine: number;
  #at = 0;
  #line: number;

  constructor(source: string, events: readonly Event[], firstLine: number) {
    this.#source = source;
    this.#events = events;
    this.#lineStarts = startsOfLines(source);
    this.#firstLine = firstLine;
    this.#line = firstLine;
    this.root = this.#document();
  }

  /** The line of an offset, in the file. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low + this.#firstLine;
  }

  #document(): YamlNode | undefined {
    const event = this.#next();
    if (event?.type !== EVENT_ID.DOCUMENT) {
      return undefined;
    }
    if (event.directives.length > 0) {
      this.#refuse(
        'directive',
        this.#firstLine,
        l10n.t('Lines that start with “%” are not read. Remove this line.'),
      );
    }
    const root = this.#node();
    this.#at += 1;
    // What ends a document before it begins is no event.
    const mark = /^(?:---|\.\.\.)(?=\s|$)/m.exec(this.#source);
    if (mark !== null || this.#at < this.#events.length) {
      this.#refuse(
        'second-document',
        mark === null ? this.#line : this.lineOf(mark.index),
        l10n.t('There is a second YAML document in the front matter. Keep one, between two “---” lines.'),
      );
    }
    return root;
  }

  #node(): YamlNode | undefined {
    const event = this.#next();
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        this.#properties(event);
        return this.#scalar(event);
      case EVENT_ID.SEQUENCE:
        this.#properties(event);
        return this.#list(this.#moveTo(event.start));
      case EVENT_ID.MAPPING:
        this.#properties(event);
        return this.#map(this.#moveTo(event.start));
      case EVENT_ID.ALIAS:
        this.#anchor(this.#moveTo(event.anchorStart));
        return { type: 'scalar', line: this.#line, text: '', plain: true, end: event.anchorEnd };
      case EVENT_ID.DOCUMENT:
      case EVENT_ID.POP:
      case undefined:
        return undefined;
    }
  }

  #scalar(event: ScalarEvent): YamlScalar {
    const line = event.valueStart === -1 ? this.#line : this.#moveTo(event.valueStart);
    const plain = event.style === SCALAR_STYLE.PLAIN;
    return { type: 'scalar', line, text: getScalarValue(this.#source, event), plain, end: event.valueEnd };
  }

  #list(line: number): YamlList {
    const items: YamlNode[] = [];
    while (this.#events[this.#at]?.type !== EVENT_ID.POP) {
      const item = this.#node();
      if (item === undefined) {
        break;
      }
      items.push(item);
    }
    this.#at += 1;
    return { type: 'list', line, items };
  }

  #map(line: number): YamlMap {
    const pairs = new Map<string, YamlPair>();
    while (this.#events[this.#at]?.type !== EVENT_ID.POP) {
      const event = this.#events[this.#at];
      const key = this.#node();
      const value = this.#node();
      if (event === undefined || key === undefined || value === undefined) {
        break;
      }
      this.#pair(pairs, event, key, value);
    }
    this.#at += 1;
    return { type: 'map', line, pairs };
  }

  #pair(pairs: Map<string, YamlPair>, event: Event, key: YamlNode, value: YamlNode): void {
    if (key.type !== 'scalar' || event.type !== EVENT_ID.SCALAR || event.valueStart === -1) {
      this.#refuse('complex-key', key.line, l10n.t('A key must be one word, as in “key: value”.'));
      return;
    }
    if (key.text === '<<' && key.plain) {
      this.#refuse('merge-key', key.line, l10n.t('Merge keys (“<<”) are not read. Write the values out.'));
      return;
    }
    const earlier = pairs.get(key.text);
    if (earlier !== undefined) {
      this.#refuse(
        'duplicate-key',
        key.line,
        l10n.t(
          '“{0}” is given twice, in line {1} and in line {2}. Keep one of them.',
          key.text,
          earlier.line,
          key.line,
        ),
      );
      return;
    }
    pairs.set(key.text, { start: event.valueStart - (key.plain ? 0 : 1), line: key.line, value });
  }

  #properties(event: { readonly anchorStart: number; readonly tagStart: number }): void {
    if (event.anchorStart !== -1) {
      this.#anchor(this.#moveTo(event.anchorStart));
    }
    if (event.tagStart !== -1) {
      this.#refuse(
        'tag',
        this.#moveTo(event.tagStart),
        l10n.t('Tags (“!…”) are not read. Remove the tag, or put the text in quotes.'),
      );
    }
  }

  #anchor(line: number): void {
    this.#refuse(
      'anchor',
      line,
      l10n.t(
        'Anchors and aliases (“&…”, “*…”) are not read. Write the value out, or put the text in quotes.',
      ),
    );
  }

  #refuse(code: string, line: number, sentence: string): void {
    if (this.faults.length < faultLimit) {
      this.faults.push(refused(code, line, sentence));
    }
  }

  #moveTo(offset: number): number {
    this.#line = this.lineOf(offset);
    return this.#line;
  }

  #next(): Event | undefined {
    const event = this.#events[this.#at];
    this.#at += 1;
    return event;
  }
}

function startsOfLines(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}
