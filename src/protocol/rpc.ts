import { RetroError } from '../core/retroError.ts';
import type { Asked, Handlers, InputOf, Method, Methods, OutputOf, Told } from './methods.ts';
import { RpcError } from './rpcError.ts';
import {
  isRpcAnswer,
  isRpcNotice,
  isRpcRefusal,
  isRpcRequest,
  longestReason,
  type RpcMessage,
} from './rpcMessage.ts';

/** What one end of a connection is made of. */
export interface RpcEnd<Mine extends Methods, Theirs extends Methods> {
  /** What this end serves, and what does it. */
  readonly serves: Mine;
  readonly handlers: Handlers<Mine>;
  /** What the other end serves. */
  readonly asks: Theirs;
  /** Puts a message on the wire. What arrives from it is handed to `receive`. */
  readonly send: (message: RpcMessage) => void;
  /** Told of everything that a handler threw and that was not expected, with its stack. */
  readonly onBug: (error: unknown) => void;
}

interface Waiting {
  readonly method: Method;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: RpcError) => void;
}

/**
 * One end of a connection between two programs that exchange plain messages. Requests always end: with the
 * answer, with what the handler at the other end threw, or when this end is closed. Whatever is not a
 * well-formed message of the two tables is dropped and counted, and is never handed to a handler.
 */
export class Rpc<Mine extends Methods, Theirs extends Methods> {
  readonly #end: RpcEnd<Mine, Theirs>;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #dropped = 0;
  #closed = false;

  constructor(end: RpcEnd<Mine, Theirs>) {
    this.#end = end;
  }

  /** How many messages were no use: malformed, too large, of an unknown method or answering no request. */
  get dropped(): number {
    return this.#dropped;
  }

  /**
   * Asks the other end.
   *
   * @throws RpcError (as a rejection) with the code and message of what was thrown there
   */
  ask<K extends Asked<Theirs>>(name: K, input: InputOf<Theirs[K]>): Promise<OutputOf<Theirs[K]>> {
    const method = this.#end.asks[name];
    if (this.#closed || method === undefined) {
      return Promise.reject(new RpcError('closed', 'The connection is closed.'));
    }
    const request = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(request, { method, resolve: resolve as (output: unknown) => void, reject });
      this.#end.send({ request, method: name, input });
    });
  }

  /** Tells the other end, which does not answer. After `close` nothing is sent. */
  tell<K extends Told<Theirs>>(name: K, input: InputOf<Theirs[K]>): void {
    if (!this.#closed) {
      this.#end.send({ notice: name, input });
    }
  }

  /** Takes whatever came over the wire. Never throws. */
  receive(message: unknown): void {
    if (this.#closed) {
      return;
    }
    if (isRpcRequest(message)) {
      void this.#serve(message.request, message.method, message.input);
    } else if (isRpcNotice(message)) {
      void this.#hear(message.notice, message.input);
    } else if (isRpcAnswer(message)) {
      this.#settle(message.answer, (waiting) => this.#resolve(waiting, message.output));
    } else if (isRpcRefusal(message)) {
      this.#settle(message.refusal, (waiting) => waiting.reject(new RpcError(message.code, message.message)));
    } else {
      this.#dropped++;
    }
  }

  /** Ends the connection: nothing is sent or taken any more, and what was asked and not answered is rejected. */
  close(): void {
    this.#closed = true;
    for (const waiting of this.#waiting.values()) {
      waiting.reject(new RpcError('closed', 'The connection was closed before the answer came.'));
    }
    this.#waiting.clear();
  }

  async #serve(request: number, name: string, input: unknown): Promise<void> {
    const method = this.#methodOf(name);
    if (method?.output === undefined) {
      this.#refuse(request, 'unknown-method', `There is no method ${name}.`);
    } else if (!method.input(input)) {
      this.#refuse(request, 'bad-input', `This is no input of ${name}.`);
    } else {
      await this.#answer(request, name, input);
    }
  }

  async #answer(request: number, name: string, input: unknown): Promise<void> {
    let answer: RpcMessage;
    try {
      answer = { answer: request, output: await this.#handle(name, input) };
    } catch (error) {
      answer = { refusal: request, ...this.#reasonOf(error) };
    }
    if (!this.#closed) {
      this.#end.send(answer);
    }
  }

  async #hear(name: string, input: unknown): Promise<void> {
    const method = this.#methodOf(name);
    if (method === undefined || method.output !== undefined || !method.input(input)) {
      this.#dropped++;
      return;
    }
    try {
      await this.#handle(name, input);
    } catch (error) {
      this.#end.onBug(error);
    }
  }

  #handle(name: string, input: unknown): unknown {
    const handler = this.#end.handlers[name as keyof Mine & string] as (input: unknown) => unknown;
    return handler(input);
  }

  /** Only what the table itself holds: `constructor` and the like are no methods. */
  #methodOf(name: string): Method | undefined {
    return Object.hasOwn(this.#end.serves, name) ? this.#end.serves[name] : undefined;
  }

  #refuse(request: number, code: string, message: string): void {
    this.#dropped++;
    this.#end.send({ refusal: request, code, message });
  }

  #reasonOf(error: unknown): { readonly code: string; readonly message: string } {
    const message = (error instanceof Error ? error.message : String(error)).slice(0, longestReason);
    if (error instanceof RetroError) {
      return { code: error.code, message };
    }
    this.#end.onBug(error);
    return { code: 'unexpected', message };
  }

  #settle(request: number, settle: (waiting: Waiting) => void): void {
    const waiting = this.#waiting.get(request);
    if (waiting === undefined) {
      this.#dropped++;
      return;
    }
    this.#waiting.delete(request);
    settle(waiting);
  }

  #resolve(waiting: Waiting, output: unknown): void {
    if (waiting.method.output?.(output)) {
      waiting.resolve(output);
    } else {
      this.#dropped++;
      waiting.reject(new RpcError('bad-answer', 'The answer is not what was asked for.'));
    }
  }
}
