const pieces = [
  '---\n',
  '...\n',
  ': ',
  '- ',
  '  ',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '"',
  "'",
  '#',
  ' #',
  '&a ',
  '*a',
  '!t ',
  '!!js/function ',
  '%',
  '? ',
  '|',
  '>',
  '|+\n',
  '[',
  ']',
  '{',
  '}',
  ',',
  ', ',
  '<<: ',
  '__proto__: ',
  '\\',
  '\\u',
  '\\x',
  '0',
  '1e5',
  '0x',
  '~',
  'null',
  'id: ',
  'kind: ',
  'status: ',
  'tags: [',
  '\0',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\ud800',
  '<<<<<<< a\n',
  '=======\n',
  '>>>>>>> b\n',
  '```\n',
  '# ',
  '## Measure\n',
  '日',
  '🎉',
  '\u202e',
] as const;

/** A text with some slips in it: pieces put in, cut out, doubled, moved. The same for the same seed. */
export function mutated(text: string, seed: number, most = 6): string {
  const next = numbersFrom(seed);
  let result = text;
  for (let times = 1 + (next() % most); times > 0; times -= 1) {
    result = slip(result, next);
  }
  return result;
}

function slip(text: string, next: () => number): string {
  const at = next() % (text.length + 1);
  const length = next() % 12;
  switch (next() % 6) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return (
        text.slice(0, at) + text.slice(at, at + length).repeat(2 + (next() % 3)) + text.slice(at + length)
      );
    case 2:
      return text.slice(0, at) + String.fromCharCode(next() % 0x10000) + text.slice(at + (next() % 2));
    case 3: {
      const lines = text.split('\n');
      const [line = ''] = lines.splice(next() % lines.length, 1);
      lines.splice(next() % (lines.length + 1), 0, line, ...(next() % 2 === 0 ? [line] : []));
      return lines.join('\n');
    }
    default:
      return text.slice(0, at) + (pieces[next() % pieces.length] ?? '') + text.slice(at + (next() % 3));
  }
}

/** Marsaglia's xorshift with 32 bits, from any seed. */
export function numbersFrom(seed: number): () => number {
  let state = (seed | 0) === 0 ? 0x9e3779b9 : seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
