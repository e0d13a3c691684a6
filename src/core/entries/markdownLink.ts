/** A link in Markdown whose text is shown as it is, whatever characters it has. */
export function markdownLink(text: string, target: string): string {
  return `[${text.replace(/[\\[\]`*_<>]/g, '\\$&')}](${encodeURI(target).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))})`;
}
