import { isProof, isRoomId } from './liveRoom.ts';

/** What a link says: which room, and with what one may come in; empty where it does not. */
export interface Invitation {
  readonly room: string;
  readonly token: string;
}

/** Reads the part of an address behind `#`, which no server is ever sent. */
export function invitationIn(fragment: string): Invitation {
  const [room = '', token = ''] = fragment.replace(/^#/, '').split('.', 2);
  return { room: isRoomId(room) ? room : '', token: isProof(token) ? token : '' };
}
