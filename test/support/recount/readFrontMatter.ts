/** What stands for a value in a front matter: a text, a list, or keys with values. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value };

/**
 * Reads as much of YAML as the files of the sample are written in, one line after the other, and throws at anything
 * else: a figure that rests on a misread file would prove nothing.
 */
export function readFrontMatter(lines: readonly string[]): Readonly<Record<string, Value>> {
  const values: Record<string, Value> = {};
  for (let at = 0; at < lines.length; ) {
    const [, key = '', rest = ''] = matched(/^([A-Za-z]+):(?: (.*))?$/, lines[at] ?? '');
    const below: string[] = [];
    for (at += 1; at < lines.length && /^(?: |- )/.test(lines[at] ?? ''); at += 1) {
      below.push(lines[at] ?? '');
    }
    values[key] = below.length > 0 ? block(below) : inline(rest);
  }
  return values;
}

/** Items that begin with a dash, or keys that are all set in. */
function block(lines: readonly string[]): Value {
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  const inner = lines.map((line) => line.slice(indent));
  if (!inner[0]?.startsWith('- ')) {
    return readFrontMatter(inner);
  }
  const items: string[][] = [];
  for (const line of inner) {
    if (line.startsWith('- ')) {
      items.push([line.slice(2)]);
    } else {
      items.at(-1)?.push(line.slice(2));
    }
  }
  return items.map((item) =>
    /^[A-Za-z]+:(?: |$)/.test(item[0] ?? '') ? readFrontMatter(item) : inline(item.join(' ')),
  );
}

function inline(text: string): Value {
  const inside = text.slice(1, -1).trim();
  if (/^\[.*\]$/.test(text)) {
    return parts(inside).map(inline);
  }
  if (/^\{.*\}$/.test(text)) {
    return Object.fromEntries(
      parts(inside).map((part) => {
        const [, key = '', value = ''] = matched(/^([A-Za-z]+): (.*)$/, part);
        return [key, inline(value)];
      }),
    );
  }
  if (text.startsWith('"')) {
    return String(JSON.parse(text));
  }
  if (/^['&*!|>%@`[{]/.test(text) || text.includes(': ') || text.includes(' #')) {
    throw new Error(`This reader does not know what is meant by: ${text}`);
  }
  return text;
}

/** What commas part, where no quotes hold one. */
function parts(text: string): readonly string[] {
  return text === ''
    ? []
    : [...text.matchAll(/\s*("(?:[^"\\]|\\.)*"|[^,]+)(?:,|$)/g)].map(([, part = '']) => part.trim());
}

function matched(pattern: RegExp, text: string): RegExpExecArray {
  const match = pattern.exec(text);
  if (match === null) {
    throw new Error(`This reader does not know what is meant by: ${text}`);
  }
  return match;
}
