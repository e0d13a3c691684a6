/** A label of a quick pick draws `$(name)` as an icon: a text from a file is shown as it was written. */
export function literalIcons(text: string): string {
  return text.replace(/\$\((?=[A-Za-z])/g, '\\$(');
}
