import { readGuestPages } from './guestPages.ts';
import { ServedBoard } from './servedBoard.ts';

/*
 * The program that an editor starts to share one of its boards: it listens to the editor over the channel between
 * the two, and ends when the editor is gone, whatever became of it.
 */

const pages = await readGuestPages(import.meta.url);
const send = (message: unknown): void => {
  if (process.connected) {
    process.send?.(message, undefined, undefined, () => undefined);
  }
};
const board = new ServedBoard(pages, send, () => void stop());
let stopping: Promise<void> | undefined;

function stop(): Promise<void> {
  stopping ??= board.close().finally(() => process.exit());
  return stopping;
}

process.on('message', (message) => board.rpc.receive(message));
process.once('disconnect', () => void stop());
process.once('SIGTERM', () => void stop());
// A terminal that stops the editor reaches its processes too; the editor says itself when it is over.
process.on('SIGINT', () => undefined);
