import type { GuestHome } from './guestHome.ts';
import { browserStore } from './guestMemory.ts';
import { invitationIn } from '../../protocol/invitationIn.ts';

/** Opened by the editor, which asks whoever sits at it first. */
function editorLink(invitation: string): string {
  return `vscode://retrolog.retrolog/join?link=${encodeURIComponent(invitation)}`;
}

/** The page in a browser, as the server sent it. */
export function browserHome(): GuestHome {
  const { protocol, host, hash } = window.location;
  const invitation = invitationIn(hash);
  return {
    invitation,
    store: browserStore(),
    address: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/live`,
    editorLink: invitation.token === '' ? '' : editorLink(window.location.href),
    invites: false,
    // The token does not stay in the address, where others may see it.
    entered: () => window.history.replaceState(null, '', `#${invitation.room}`),
    titled: (title) => {
      document.title = title === '' ? 'Retrolog' : title;
    },
    onOtherInvitation: (begin) =>
      window.addEventListener('hashchange', () => {
        const { room, token } = invitationIn(window.location.hash);
        if (token !== '' || room !== invitation.room) {
          begin();
        }
      }),
    canOpen: false,
    openMinutes: () => undefined,
    openEntry: () => undefined,
  };
}
