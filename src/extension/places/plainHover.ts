import * as vscode from 'vscode';

// `appendText` leaves these as they are: of `<command:…>` and of bare addresses links would be made, and of lines
// that hold nothing else headings and tables.
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  ':': '&colon;',
  '.': '&period;',
  '@': '&commat;',
  '=': '&equals;',
  '|': '&vert;',
};

/**
 * A hover that is built of plain texts, whatever they hold: nothing in it is trusted, so that no link in it can
 * run a command, and nothing in a text becomes Markdown.
 */
export class PlainHover {
  readonly #markdown = new vscode.MarkdownString('', false);

  get markdown(): vscode.MarkdownString {
    return this.#markdown;
  }

  /** A paragraph: each text is a line of its own. */
  add(...lines: readonly string[]): this {
    for (const [at, line] of lines.entries()) {
      this.#markdown.appendMarkdown(at === 0 ? '\n\n' : '  \n');
      this.#append(line);
    }
    return this;
  }

  /** A paragraph that stands out. The text is not empty. */
  addTitle(text: string): this {
    this.#markdown.appendMarkdown('\n\n**');
    this.#append(text.trim());
    this.#markdown.appendMarkdown('**');
    return this;
  }

  /** A link, whose words are ours and never a file’s. */
  addLink(label: string, target: vscode.Uri): this {
    this.#markdown.appendMarkdown('\n\n[');
    this.#append(label);
    this.#markdown.appendMarkdown(`](${target.toString().replace(/[()]/g, encodeURIComponent)})`);
    return this;
  }

  #append(text: string): void {
    // `appendText` makes of a space one that no line can break at.
    for (const [at, word] of text.split(/[ \t]+/).entries()) {
      this.#markdown.appendMarkdown(at === 0 ? '' : ' ');
      this.#markdown.appendText(word.replace(/[&<:.@=|]/g, (character) => references[character] ?? ''));
    }
  }
}
