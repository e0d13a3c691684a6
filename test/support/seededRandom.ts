/** Numbers that look random and are the same for the same seed, on every machine. Not for secrets. */
export interface SeededRandom {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<T>(items: readonly T[]): T;
  /** `count` different items, in the order in which they were drawn; all of them where there are fewer. */
  sample<T>(items: readonly T[], count: number): T[];
  chance(probability: number): boolean;
}

/** Two seeds that differ in one character give unrelated numbers. */
export function seededRandom(seed: string | number): SeededRandom {
  let state = hashOf(String(seed));
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    return mixed(state) / 0x1_0000_0000;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[between(0, items.length - 1)];
    if (item === undefined) {
      throw new RangeError('There is nothing to pick from.');
    }
    return item;
  };
  const sample = <T>(items: readonly T[], count: number): T[] => {
    const left = [...items];
    const drawn: T[] = [];
    while (drawn.length < count && left.length > 0) {
      drawn.push(...left.splice(between(0, left.length - 1), 1));
    }
    return drawn;
  };
  return { next, between, pick, sample, chance: (probability) => next() < probability };
}

/** An id as entries have them: 8 characters of Crockford base32, the first a letter other than `e`. */
export function seededId(random: SeededRandom): string {
  const letters = 'abcdfghjkmnpqrstvwxyz';
  const all = '0123456789abcdefghjkmnpqrstvwxyz';
  let id = letters.charAt(random.between(0, letters.length - 1));
  while (id.length < 8) {
    id += all.charAt(random.between(0, all.length - 1));
  }
  return id;
}

/** 32 bits of a text (FNV-1a, finished by the mixer below). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return mixed(hash) | 0;
}

/** Spreads 32 bits over all 32, without losing any. */
function mixed(bits: number): number {
  let mix = bits;
  mix = Math.imul(mix ^ (mix >>> 16), 0x21f0aaad);
  mix = Math.imul(mix ^ (mix >>> 15), 0x735a2d97);
  return (mix ^ (mix >>> 15)) >>> 0;
}
