import { systemClock } from '../../node/systemClock.ts';
import { linkTexts, lostText } from '../links/linkTexts.ts';
import type { EntryNode, LogNode } from './logNodes.ts';

/** What the rows of a log say, part by part, but for what is known of links and of the open file. */
export function whatRowsShow(rooms: readonly LogNode[]): readonly unknown[] {
  return [systemClock.today(), ...rooms.flatMap(partsOf)];
}

function partsOf(room: LogNode): readonly unknown[] {
  switch (room.type) {
    case 'thanks':
      return [room.type, room.thanks.entry, room.thanks.writer];
    case 'offer':
      return [room.type, JSON.stringify(room.offer)];
    case 'aboutFile':
      return [room.type, room.path];
    case 'suggestions':
      return [room.type, JSON.stringify(room.suggestions)];
    case 'group':
      return [room.type, room.group.key, ...room.group.entries];
    case 'loops':
      return [room.type, JSON.stringify(room.loops)];
    case 'kudos':
      return [room.type, ...room.thanks];
    case 'pages':
      return [room.type, room.kind, ...room.pages];
    case 'problems':
      return [room.type, JSON.stringify(room.problems)];
    case 'session':
    case 'entry':
    case 'suggestion':
    case 'loop':
    case 'page':
    case 'problem':
    case 'review':
      return [room];
  }
}

/** Whether two drawings of all rows are the same, part by part. */
export function sameRows(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((part, at) => part === others[at]);
}

/** What the row of an entry says of its links. */
export function linkLooks({ entry, session }: EntryNode): string {
  return [...lostText(session.links, entry), ...linkTexts(session.links, entry)].join('\n');
}
