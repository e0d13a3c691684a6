import { escapeXml } from '../charts/escapeXml.ts';

/** Text that is HTML already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | readonly Html[];

/** A piece of HTML. What stands in it is text, whatever it holds, unless it is HTML itself. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    pieces.map((piece, at) => (at === 0 ? piece : `${textOf(parts[at - 1])}${piece}`)).join(''),
  );
}

/** Nothing. */
export const none = new Html('');

/** @param looks the class that says how it looks, whatever its level */
export function headingAt(level: number, looks: string, words: string | Html): Html {
  const tag = new Html(`h${level}`);
  return html`<${tag} class="${looks}">${words}</${tag}>`;
}

function textOf(part: Part | undefined): string {
  if (part instanceof Html) {
    return part.text;
  }
  return typeof part === 'object' ? part.map(({ text }) => text).join('') : escapeXml(String(part ?? ''));
}
