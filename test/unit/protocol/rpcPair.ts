import { isNothing, listOf, shape, text } from '../../../src/protocol/guard.ts';
import type { Handlers } from '../../../src/protocol/methods.ts';
import { Rpc } from '../../../src/protocol/rpc.ts';

const host = {
  greet: { input: text(20), output: text(100) },
  list: { input: isNothing, output: listOf(text(5), 2) },
  note: { input: shape({ words: text(10) }) },
} as const;
const view = { shout: { input: text(20) } } as const;

/** Two ends that are joined as by a wire: what goes over it is text. */
export interface RpcPair {
  readonly host: Rpc<typeof host, typeof view>;
  readonly view: Rpc<typeof view, typeof host>;
  /** All that went over the wire, as it went. */
  readonly wire: unknown[];
  readonly noted: string[];
  readonly shouted: string[];
  readonly bugs: unknown[];
}

export function rpcPair(handlers: Partial<Handlers<typeof host>> = {}): RpcPair {
  const wire: unknown[] = [];
  const noted: string[] = [];
  const shouted: string[] = [];
  const bugs: unknown[] = [];
  const carry = (receive: (message: unknown) => void) => (message: unknown) => {
    const text = JSON.stringify(message);
    wire.push(JSON.parse(text));
    queueMicrotask(() => receive(JSON.parse(text)));
  };
  const onBug = (error: unknown) => bugs.push(error);
  const hostEnd: RpcPair['host'] = new Rpc({
    serves: host,
    asks: view,
    send: carry((message) => viewEnd.receive(message)),
    onBug,
    handlers: {
      greet: (name) => `Hello ${name}`,
      list: () => ['a', 'b'],
      note: ({ words }) => void noted.push(words),
      ...handlers,
    },
  });
  const viewEnd: RpcPair['view'] = new Rpc({
    serves: view,
    asks: host,
    send: carry((message) => hostEnd.receive(message)),
    onBug,
    handlers: { shout: (words) => void shouted.push(words) },
  });
  return { host: hostEnd, view: viewEnd, wire, noted, shouted, bugs };
}
