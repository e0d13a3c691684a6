import { isAnything, isCount, shape, text } from './guard.ts';

/** A question: it is answered with an `RpcAnswer` or an `RpcRefusal` of the same number. */
export interface RpcRequest {
  readonly request: number;
  readonly method: string;
  readonly input: unknown;
}

/** Something told, without an answer. */
export interface RpcNotice {
  readonly notice: string;
  readonly input: unknown;
}

/** The answer to a request. */
export interface RpcAnswer {
  readonly answer: number;
  readonly output: unknown;
}

/** A request was not done, and why. */
export interface RpcRefusal {
  readonly refusal: number;
  readonly code: string;
  readonly message: string;
}

/** All that goes over the wire. */
export type RpcMessage = RpcRequest | RpcNotice | RpcAnswer | RpcRefusal;

/** Longest message of a refusal, in UTF-16 units; what is longer is cut. */
export const longestReason = 4000;

const name = text(100);

export const isRpcRequest = shape({ request: isCount, method: name, input: isAnything });
export const isRpcNotice = shape({ notice: name, input: isAnything });
export const isRpcAnswer = shape({ answer: isCount, output: isAnything });
export const isRpcRefusal = shape({ refusal: isCount, code: name, message: text(longestReason) });
