import { connect, type Socket } from 'node:net';

/** What came of some bytes: the status, if there was one, and all that was said. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** Sends bytes as they are, and waits until the server has closed the connection or a WebSocket is open. */
export function sendRaw(port: number, bytes: string): Promise<RawAnswer> {
  return new Promise((resolve) => {
    let text = '';
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const end = (): void => {
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
      socket.destroy();
      resolve({ status, text });
    };
    socket.setEncoding('utf8');
    socket.on('data', (data: string) => {
      text += data;
      if (text.startsWith('HTTP/1.1 101') || /\r\nConnection: keep-alive\r\n/i.test(text)) {
        end();
      }
    });
    socket.on('error', end);
    socket.on('close', end);
  });
}

/** The request of a browser that wants to speak with a room, with some lines of it changed. */
export function upgradeRequest(
  lines: readonly string[],
  { path = '/live', method = 'GET', version = '1.1' } = {},
): string {
  return [
    `${method} ${path} HTTP/${version}`,
    ...lines,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '',
    '',
  ].join('\r\n');
}
