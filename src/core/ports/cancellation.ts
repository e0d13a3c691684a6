/** Asked between steps of long work. An `AbortSignal` is one. */
export interface Cancellation {
  readonly aborted: boolean;
}
