import { bodyOf } from '../format/entryBody.ts';
import { closesFence, fenceOf } from '../format/markdownLines.ts';
import { plainWords } from '../markdown/plainWords.ts';

const item = /^ {0,3}(?:[-*+]|\d{1,9}[.)]) +\S/;
const notProse = /^\s*(?:#{1,6}(?: |$)|<!--|\||(?:[-*_] *){3,}$)/;

/**
 * What a team's agreement promises first, in one line: the first item of a list, or the first words where there is no
 * list. Empty where the page says nothing.
 *
 * @param text the whole file
 */
export function firstPromise(text: string): string {
  const paragraphs = paragraphsOf(bodyOf(text));
  return plainWords(paragraphs.find((one) => item.test(one)) ?? paragraphs[0] ?? '');
}

/** Items and paragraphs with the lines that they go on in; no headings, comments, tables or code. */
function paragraphsOf(body: string): readonly string[] {
  const found: string[] = [];
  let goesOn = false;
  let fence: string | undefined;
  for (const line of body.split('\n')) {
    if (fence !== undefined) {
      fence = closesFence(line, fence) ? undefined : fence;
    } else if (fenceOf(line) !== undefined) {
      fence = fenceOf(line);
      goesOn = false;
    } else if (line.trim() === '' || notProse.test(line)) {
      goesOn = false;
    } else if (goesOn && !item.test(line)) {
      found.push(`${found.pop()}\n${line}`);
    } else {
      found.push(line);
      goesOn = true;
    }
  }
  return found;
}
