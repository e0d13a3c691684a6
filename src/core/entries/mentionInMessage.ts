/** A line of a commit message that names an entry. */
const mention = /^Retro: *(\S+) *$/;

/**
 * A commit message that names an entry by the line `Retro: <id>`: after a blank line at its end, or below others of
 * its kind. A message that names the entry already stays as it is.
 */
export function mentionInMessage(message: string, id: string): string {
  const lines = message.trimEnd().split(/\r\n|\n|\r/);
  if (lines.some((line) => mention.exec(line)?.[1] === id)) {
    return message;
  }
  const last = lines.at(-1) ?? '';
  return `${lines.join('\n')}${mention.test(last) ? '\n' : '\n\n'}Retro: ${id}`;
}
