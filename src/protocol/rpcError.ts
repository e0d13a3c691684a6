/** Why a request was refused: the code and the message of what was thrown at the other end, or of the Rpc itself. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  /**
   * That of a `RetroError`, or `unexpected` (a bug at the other end), `unknown-method`, `bad-input`,
   * `bad-answer`, `closed`.
   */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
