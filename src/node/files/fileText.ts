import { isUtf8 } from 'node:buffer';
import type { FileContent } from '../../core/ports/files.ts';

/** The largest file that is read, in bytes: 1 MiB. */
export const maximumBytes = 1024 * 1024;

/** The text that the first bytes of a buffer are, or why they are none. */
export function textOfBytes(buffer: Buffer, length = buffer.length): FileContent {
  if (length <= maximumBytes) {
    const text = buffer.toString('utf8', 0, length);
    // Decoding puts U+FFFD for what is no UTF-8: without one there is nothing to look for.
    if (!text.includes('\ufffd') && !text.includes('\0')) {
      return { state: 'text', text };
    }
  }
  return contentOf(buffer.subarray(0, length));
}

function contentOf(bytes: Buffer): FileContent {
  if (bytes.length > maximumBytes) {
    return { state: 'unreadable', code: 'too-large', detail: String(bytes.length) };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return isUtf16(bytes, nul)
      ? { state: 'unreadable', code: 'not-utf-8', detail: String(hasUtf16Mark(bytes) ? 0 : nul) }
      : { state: 'unreadable', code: 'binary', detail: String(nul) };
  }
  if (!isUtf8(bytes)) {
    return { state: 'unreadable', code: 'not-utf-8', detail: String(firstBadByte(bytes)) };
  }
  return { state: 'text', text: bytes.toString('utf8') };
}

function hasUtf16Mark(bytes: Buffer): boolean {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  return mark === 0xfeff || mark === 0xfffe;
}

/** Without a mark: Western text in UTF-16 has a NUL in every second place, from the first or the second on. */
function isUtf16(bytes: Buffer, nul: number): boolean {
  if (hasUtf16Mark(bytes)) {
    return true;
  }
  const pairs = Math.min(bytes.length >> 1, 64);
  if (pairs < 2 || bytes.length % 2 !== 0 || nul > 1) {
    return false;
  }
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[2 * pair + nul] !== 0 || bytes[2 * pair + 1 - nul] === 0) {
      return false;
    }
  }
  return true;
}

/** Decoding puts U+FFFD for what is no UTF-8; the first that the bytes do not spell out themselves tells where. */
function firstBadByte(bytes: Buffer): number {
  const text = bytes.toString('utf8');
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) {
      return offset;
    }
    offset += 3;
    from = at + 1;
  }
  return offset;
}
