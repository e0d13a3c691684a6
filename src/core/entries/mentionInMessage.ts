import { mentionedIds } from '../links/messageMarks.ts';

/** A line of a commit message that names entries and nothing else. */
const mention = /^Retro: *\S+ *$/;

/**
 * A commit message that names an entry by the line `Retro: <id>`: after a blank line at its end, or below others of
 * its kind. A message that names the entry already stays as it is.
 */
export function mentionInMessage(message: string, id: string): string {
  if (mentionedIds(message).includes(id)) {
    return message;
  }
  const lines = message.trimEnd().split(/\r\n|\n|\r/);
  const last = lines.at(-1) ?? '';
  return `${lines.join('\n')}${mention.test(last) ? '\n' : '\n\n'}Retro: ${id}`;
}
