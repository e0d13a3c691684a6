import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/**
 * Closes what processes say to each other over a channel that others may hear or speak on too: what is opened was said
 * by somebody who has the secret, for this purpose, and is as it was said.
 */
export class SealedWords {
  readonly #key: Buffer;

  /** @param purpose what it is used for: what was closed for another purpose cannot be opened */
  constructor(secret: string, purpose: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  }

  /** As base64url. */
  close(words: string): string {
    const nonce = randomBytes(nonceLength);
    const closing = createCipheriv(cipher, this.#key, nonce);
    const closed = [closing.update(words, 'utf8'), closing.final()];
    return Buffer.concat([nonce, closing.getAuthTag(), ...closed]).toString('base64url');
  }

  /** The words; nothing where they are not what somebody with the secret closed. */
  open(sealed: string): string | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    const start = nonceLength + tagLength;
    if (bytes.length < start) {
      return undefined;
    }
    try {
      const opening = createDecipheriv(cipher, this.#key, bytes.subarray(0, nonceLength));
      opening.setAuthTag(bytes.subarray(nonceLength, start));
      return Buffer.concat([opening.update(bytes.subarray(start)), opening.final()]).toString('utf8');
    } catch {
      return undefined;
    }
  }
}
