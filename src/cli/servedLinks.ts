import * as l10n from '@vscode/l10n';
import { basename } from 'node:path';
import type { Listening } from '../node/live/liveServer.ts';
import type { OpenedRoom } from '../node/live/openRoom.ts';

/** What a person reads who serves one retro. */
export function linesOfOne(
  { title, hostLink, guestLink }: Omit<OpenedRoom, 'room'>,
  listening: Listening,
): readonly string[] {
  return [
    ...(title === '' ? [] : [l10n.t('Going on with “{0}”.', title), '']),
    l10n.t('You facilitate, with this link. Keep it to yourself:'),
    `  ${hostLink}`,
    l10n.t('Invite the others with this one. You let each of them in:'),
    `  ${guestLink}`,
    '',
    ...endLines(listening),
  ];
}

/** A room among several. */
export interface NumberedRoom extends Pick<OpenedRoom, 'title' | 'hostLink'> {
  readonly root: string;
  readonly number: number;
}

/** What a person reads who serves retros of several teams. */
export function linesOfMany(rooms: readonly NumberedRoom[], listening: Listening): readonly string[] {
  return [
    l10n.t(
      'Give each team the link of its room. Whoever has it facilitates, and finds the invitation for the others there:',
    ),
    ...rooms.map(lineOf),
    '',
    ...endLines(listening),
  ];
}

/** What is read when a retro has ended and the next one of that team can come. */
export function linesOfNext(room: NumberedRoom): readonly string[] {
  return [l10n.t('The retro of room {0} has ended. The link of the next one:', room.number), lineOf(room)];
}

function lineOf({ number, root, title, hostLink }: NumberedRoom): string {
  const name = basename(root);
  return `  ${number}. ${title === '' ? name : l10n.t('{0}, “{1}”', name, title)}  ${hostLink}`;
}

function endLines({ host, origins }: Listening): readonly string[] {
  const isOpen =
    !host.startsWith('127.') && host !== '::1' && origins.every((origin) => origin.startsWith('http:'));
  return [
    ...(isOpen ? [l10n.t('This is not encrypted: whoever is on the network can read along.')] : []),
    l10n.t('Ctrl+C stops it; nothing is lost.'),
  ];
}
