/** An invisible word joiner after an at sign: a chat sees no mention in it, a reader no difference. */
const quietAt = '@\u2060';

/**
 * One line of text as Markdown that shows it as it is: nothing in it is a mark, a link, an image or HTML, and no
 * chat takes `@channel` in it for a call to everyone.
 */
export function plainMarkdown(text: string): string {
  return text
    .replace(/[\\`*[\]<>~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/&(?=#?[A-Za-z0-9]{1,40};)/g, '\\&')
    .replace(/^(?=[#+-])/, '\\')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\')
    .replace(/(?<![\p{L}\p{N}])@(?=\S)/gu, quietAt);
}
