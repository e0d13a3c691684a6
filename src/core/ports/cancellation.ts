/** Asked between steps of long work. An `AbortSignal` is one. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** What ends a step of long work that is under way, too. An `AbortSignal` is one. */
export interface Interruption extends Cancellation {
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
