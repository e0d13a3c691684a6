import { createHash } from 'node:crypto';

/** The SHA-256 digest of a text in base64, as a content security policy names a style sheet that it lets through. */
export function styleDigest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
