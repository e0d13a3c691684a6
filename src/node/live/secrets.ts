import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The id of a new room: 128 random bits in base64url. */
export function newRoomId(): string {
  return randomBytes(16).toString('base64url');
}

/** What lets somebody in: 256 random bits in base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret, so that whoever reads it cannot use it. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Whether two digests are the same, in a time that does not depend on where they differ. */
export function sameDigest(one: string, other: string): boolean {
  const a = Buffer.from(one);
  const b = Buffer.from(other);
  return a.length === b.length && timingSafeEqual(a, b);
}
