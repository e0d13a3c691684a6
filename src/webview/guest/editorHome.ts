import type { EditorApi } from '../editorApi.ts';
import type { GuestHome } from './guestHome.ts';
import { SocketPipe } from './pipedSocket.ts';

/** The page in a panel of an editor, which connects for it and keeps what it keeps. */
export async function editorHome(editor: EditorApi): Promise<GuestHome> {
  const pipe = new SocketPipe(editor);
  window.addEventListener('message', (event: MessageEvent<unknown>) => pipe.rpc.receive(event.data));
  const { room, token, kept, isOwn, invites } = await pipe.rpc.ask('begin', null);
  const texts = new Map(kept);
  // Which room it is, is for the extension, which finds the panel again by it.
  const keepState = (state: unknown): void => editor.keepState({ ...asObject(state), room });
  keepState(editor.keptState());
  return {
    invitation: { room, token },
    store: {
      getItem: (key) => texts.get(key) ?? null,
      setItem: (key, text) => {
        texts.set(key, text);
        pipe.rpc.tell('keep', { key, text });
      },
      names: () => [...texts.keys()],
    },
    address: 'ws://room',
    sockets: pipe.maker,
    editorLink: '',
    invites,
    entered: () => undefined,
    titled: (title) => (title === '' ? undefined : pipe.rpc.tell('title', title)),
    onOtherInvitation: () => undefined,
    // The rooms of others are kept whole by the extension, also when their panel is closed.
    ...(isOwn && {
      state: {
        kept: () => {
          const { room: _room, ...state } = asObject(editor.keptState());
          return state;
        },
        keep: keepState,
      },
    }),
    canOpen: isOwn,
    openMinutes: () => pipe.rpc.tell('openMinutes', null),
    openEntry: (id) => pipe.rpc.tell('openEntry', id),
  };
}

function asObject(state: unknown): Readonly<Record<string, unknown>> {
  return typeof state === 'object' && state !== null ? { ...state } : {};
}
