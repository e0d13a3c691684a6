import { createHash } from 'node:crypto';

/** The `number`-th text of a writer: of about `size` bytes, and different from every other in every line. */
export function numberedText(number: number, size: number): string {
  const line = `${number} ${createHash('sha256').update(String(number)).digest('hex')}\n`;
  return line.repeat(Math.max(1, Math.ceil(size / line.length)));
}

/** The number of a text that is whole; `undefined` for one that is torn, cut short or mixed. */
export function numberOf(text: string, size: number): number | undefined {
  const number = Number(/^\d+/.exec(text)?.[0] ?? Number.NaN);
  return numberedText(number, size) === text ? number : undefined;
}
