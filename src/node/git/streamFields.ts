/** Bytes that one field may have. */
const longestField = 64 * 1024 * 1024;

/**
 * Cuts what comes in pieces into fields and hands over each as a text of its own.
 *
 * @param separator one byte
 * @returns takes a piece; false if a field is too long to be held
 */
export function fieldCutter(
  separator: '\0' | '\n',
  take: (field: string) => void,
): (chunk: Buffer) => boolean {
  const byte = separator.charCodeAt(0);
  let rest: Buffer[] = [];
  let held = 0;
  return (chunk) => {
    let start = 0;
    for (let end = chunk.indexOf(byte); end !== -1; end = chunk.indexOf(byte, start)) {
      if (rest.length > 0) {
        take(Buffer.concat([...rest, chunk.subarray(start, end)]).toString('utf8'));
        rest = [];
        held = 0;
      } else {
        take(chunk.toString('utf8', start, end));
      }
      start = end + 1;
    }
    if (start < chunk.length) {
      rest.push(chunk.subarray(start));
      held += chunk.length - start;
    }
    return held <= longestField;
  };
}
