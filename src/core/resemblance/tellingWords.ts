import { foldedText, unspaced } from '../words/foldedText.ts';
import { everydayWords } from './everydayWords.ts';

/** What came to be told first tells most: of a long text, so many words count. */
const mostWords = 40;
const longestText = 4000;
const shortestWord = 3;
/** Letters by which words of one root are known, whatever their endings. */
const root = 5;

/**
 * The words of a text by which it can be known again, each once, with the first form in which it stands there. Words of
 * one root are one: their first five letters stand for them, which does as well as rules for endings do and works in
 * many languages (McNamee and Mayfield, Character N-Gram Tokenization for European Language Text Retrieval, 2004).
 * Where words are not told apart by spaces, pairs of characters stand for them.
 *
 * @returns at most 40, by their root
 */
export function tellingWords(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const word of text.slice(0, longestText).split(/[^\p{L}\p{M}\p{N}]+/u)) {
    for (const [key, shown] of keysOf(word)) {
      if (found.size < mostWords && !found.has(key)) {
        found.set(key, shown);
      }
    }
  }
  return found;
}

function keysOf(word: string): readonly (readonly [string, string])[] {
  const folded = foldedText(word);
  if (unspaced.test(word)) {
    const characters = Array.from(word.normalize('NFKC'));
    return characters.slice(1).map((character, at) => {
      const pair = `${characters[at] ?? ''}${character}`;
      return [pair, pair];
    });
  }
  return folded.length < shortestWord || everydayWords.has(folded) ? [] : [[folded.slice(0, root), word]];
}
