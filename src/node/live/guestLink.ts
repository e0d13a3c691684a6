import { isProof, isRoomId } from '../../protocol/liveRoom.ts';
import { invitationIn } from '../../protocol/invitationIn.ts';

/** The link of an invitation, or why it leads nowhere. */
export type GuestLink =
  | {
      readonly state: 'ok';
      /** Without a slash at its end. */
      readonly address: string;
      /** With its port: what a person is to recognise. */
      readonly host: string;
      readonly room: string;
      readonly token: string;
      readonly isEncrypted: boolean;
    }
  | { readonly state: 'none' | 'open' };

const longest = 2000;

/**
 * Reads a link that somebody was given. What is not encrypted may lead to this machine and its networks, and is
 * `open` anywhere else.
 */
export function guestLinkIn(given: string): GuestLink {
  const text = given.trim();
  const url = text.length <= longest && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username + url.password !== '') {
    return { state: 'none' };
  }
  const { room, token } = invitationIn(url.hash);
  if (url.pathname !== '/' || url.search !== '' || !isRoomId(room) || !isProof(token)) {
    return { state: 'none' };
  }
  const isEncrypted = url.protocol === 'https:';
  if (!isEncrypted && !isNear(url.hostname)) {
    return { state: 'open' };
  }
  return { state: 'ok', address: url.origin, host: url.host, room, token, isEncrypted };
}

/** This machine and private networks: RFC 1918, RFC 3927, RFC 4193, RFC 4291 (link-local), RFC 6762 (.local). */
function isNear(host: string): boolean {
  return (
    /^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$/.test(host) ||
    /^\[(::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/.test(host) ||
    host === 'localhost' ||
    /^[a-z0-9-]+(\.local)?$/.test(host)
  );
}
