import type { WebSocket } from 'ws';
import { framesOf } from '../../protocol/frames.ts';
import { liveLimits } from '../../protocol/liveLimits.ts';

/** Milliseconds without progress after which a reader is taken for gone. */
const patience = 20_000;

/**
 * Sends messages over one connection in their order. A long one goes in parts, each when the one before is on its way;
 * whoever lets more pile up than a reader may is cut off.
 */
export class FrameSender {
  readonly #socket: WebSocket;
  readonly #onCut: () => void;
  readonly #onIdle: () => void;
  #waiting: string[] = [];
  #length = 0;
  #streaming = false;

  /**
   * @param onCut the reader was too slow, and is cut off
   * @param onIdle a long message is on its way, and nothing waits behind it
   */
  constructor(socket: WebSocket, onCut: () => void, onIdle: () => void) {
    this.#socket = socket;
    this.#onCut = onCut;
    this.#onIdle = onIdle;
  }

  /** A long message is being sent: what is not urgent waits until there is room. */
  get isBusy(): boolean {
    return this.#streaming;
  }

  send(message: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) {
      return;
    }
    if (this.#streaming) {
      this.#waiting.push(message);
      this.#length += message.length;
    } else if (message.length <= liveLimits.part) {
      this.#socket.send(message);
    } else {
      void this.#stream(message);
    }
    if (this.#socket.bufferedAmount + this.#length > liveLimits.buffered) {
      this.#cut();
    }
  }

  async #stream(message: string): Promise<void> {
    this.#streaming = true;
    for (const frame of framesOf(message)) {
      if (!(await this.#sent(frame))) {
        return;
      }
    }
    const waiting = this.#waiting.splice(0);
    this.#length = 0;
    this.#streaming = false;
    waiting.forEach((each) => this.send(each));
    if (!this.#streaming) {
      this.#onIdle();
    }
  }

  /** Whether a frame went out; where it did not in time, the reader is cut off. */
  #sent(frame: string): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#cut();
        resolve(false);
      }, patience);
      this.#socket.send(frame, (error) => {
        clearTimeout(timer);
        resolve(error === undefined || error === null);
      });
    });
  }

  #cut(): void {
    this.#waiting = [];
    this.#length = 0;
    this.#onCut();
  }
}
