import { foldedText, unspaced } from '../words/foldedText.ts';

/** A card, or a group with all that it says. */
export interface ComparedCard {
  readonly id: string;
  readonly text: string;
}

/** Two cards that say much the same. */
export interface SimilarPair {
  /** The one that comes first in the list. */
  readonly first: string;
  readonly second: string;
  /** From above 0 to 1, where all that tells them apart from others is the same. */
  readonly likeness: number;
}

/** Below this, cards share little more than words that all texts have. */
const leastLikeness = 0.42;
const mostPairs = 200;
/** So many pieces that a text shares with others are enough to know it by. */
const mostShared = 40;
/** Pieces are told apart by so many numbers: now and then two share one, which does not matter here. */
const numbers = 1 << 16;

/**
 * Which cards say much the same, the most alike first; for each card at most one of those before it. They are compared by the short pieces of their words, the
 * rarer a piece the more it counts; order of words, case, accents and punctuation do not matter, nor does the
 * language. It is a suggestion and no more: it knows no meaning.
 */
export function similarCards(cards: readonly ComparedCard[]): readonly SimilarPair[] {
  const known = new Map<string, readonly number[]>();
  const whole = cards.map(({ text }) => piecesOf(text, known));
  const counts = new Uint32Array(numbers);
  for (const list of whole) {
    for (const piece of list) {
      counts[piece] = (counts[piece] ?? 0) + 1;
    }
  }
  const pieces = whole.map((list) => tellingPieces(list, counts));
  const weights = Float64Array.from(counts, (count) =>
    count === 0 ? 0 : Math.log(1 + cards.length / count),
  );
  return pairsOf(pieces, counts, weights)
    .map(([first, second, likeness]) => ({
      first: cards[first]?.id ?? '',
      second: cards[second]?.id ?? '',
      likeness,
    }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostPairs);
}

/** The pieces of a long text that say most: those that no other card has, and the rarest of those that some have. */
function tellingPieces(pieces: readonly number[], counts: Uint32Array): readonly number[] {
  if (pieces.length <= mostShared) {
    return pieces;
  }
  const countOf = (piece: number): number => counts[piece] ?? 0;
  const shared = pieces.filter((piece) => countOf(piece) > 1);
  return [
    ...pieces.filter((piece) => countOf(piece) === 1),
    ...shared.sort((a, b) => countOf(a) - countOf(b) || a - b).slice(0, mostShared),
  ];
}

/** Compares each card with those before it, piece by piece, and finds the one that is most like it. */
function pairsOf(
  pieces: readonly (readonly number[])[],
  counts: Uint32Array,
  weights: Float64Array,
): (readonly [number, number, number])[] {
  const { starts, holders } = roomFor(counts);
  const ends = starts.slice();
  const shared = new Float64Array(pieces.length);
  const lengths = Float64Array.from(pieces, (list) =>
    Math.sqrt(list.reduce((sum, piece) => sum + (weights[piece] ?? 0), 0)),
  );
  const pairs: (readonly [number, number, number])[] = [];
  for (const [card, list] of pieces.entries()) {
    shared.fill(0, 0, card);
    for (const piece of list) {
      const end = ends[piece] ?? 0;
      const weight = weights[piece] ?? 0;
      for (let at = starts[piece] ?? 0; at < end; at += 1) {
        const other = holders[at] ?? 0;
        shared[other] = (shared[other] ?? 0) + weight;
      }
      holders[end] = card;
      ends[piece] = end + 1;
    }
    let best = -1;
    let most = leastLikeness * (lengths[card] ?? 0);
    for (let other = 0; other < card; other += 1) {
      const likeness = (shared[other] ?? 0) / (lengths[other] ?? 1);
      if (likeness > 0 && likeness >= most) {
        best = other;
        most = likeness;
      }
    }
    if (best !== -1) {
      pairs.push([best, card, Math.min(1, most / (lengths[card] ?? 1))]);
    }
  }
  return pairs;
}

/** One list for the cards that have a piece, behind one another: where that of each begins, and room for all. */
function roomFor(counts: Uint32Array): { readonly starts: Uint32Array; readonly holders: Uint32Array } {
  let room = 0;
  const starts = counts.map((count) => {
    room += count;
    return room - count;
  });
  return { starts, holders: new Uint32Array(room) };
}

/** The pieces of a text, each once. */
function piecesOf(text: string, known: Map<string, readonly number[]>): readonly number[] {
  const found = new Set<number>();
  const words = foldedText(text.slice(0, 2000)).split(/[^\p{L}\p{N}]+/u);
  for (const word of words.filter((each) => each !== '')) {
    const pieces = known.get(word) ?? piecesOfWord(word);
    known.set(word, pieces);
    for (const piece of pieces) {
      found.add(piece);
    }
  }
  return [...found];
}

function piecesOfWord(word: string): readonly number[] {
  // Two characters of such a script say as much as three letters.
  const size = unspaced.test(word) ? 2 : 3;
  const padded = size === 2 ? word : `<${word}>`;
  const pieces: number[] = [];
  for (let at = 0; at + size <= padded.length; at += 1) {
    let hash = 0x811c9dc5;
    for (let unit = at; unit < at + size; unit += 1) {
      hash = Math.imul(hash ^ padded.charCodeAt(unit), 0x01000193);
    }
    pieces.push(((hash >>> 16) ^ hash) & (numbers - 1));
  }
  return pieces;
}
