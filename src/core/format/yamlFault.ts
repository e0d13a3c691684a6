import * as l10n from '@vscode/l10n';

/** One thing that makes a text no YAML data of ours. */
export interface YamlFault {
  readonly code: string;
  /** In the file, from 1. */
  readonly line: number;
  readonly message: string;
}

/** The sentence for a construct of YAML that is refused. */
export function refused(code: string, line: number, sentence: string): YamlFault {
  return { code, line, message: sentence };
}

/**
 * Turns the YAML reader's own reason into a fault with a sentence that says what to do.
 *
 * @param text the line that it stopped at
 */
export function syntaxFault(reason: string, line: number, text: string): YamlFault {
  if (/nesting|max ?depth/i.test(reason)) {
    return refused(
      'too-deep',
      line,
      l10n.t('The values here are nested too deep. Keep the front matter flat.'),
    );
  }
  if (hasColonInValue(text)) {
    return refused(
      'yaml-syntax',
      line,
      l10n.t('A value with a colon in it needs quotes, as in key: "one: two".'),
    );
  }
  if (/(?:^|[\s[,{])[@`]/.test(text)) {
    return refused(
      'yaml-syntax',
      line,
      l10n.t('Text that starts with “@” or “`” needs quotes, as in "@ada".'),
    );
  }
  if (/quoted scalar/.test(reason)) {
    return refused('yaml-syntax', line, l10n.t('A quotation mark is opened here and never closed.'));
  }
  if (/flow collection/.test(reason)) {
    return refused(
      'yaml-syntax',
      line,
      l10n.t('A list is not closed, or a comma is missing. Write it as [one, two].'),
    );
  }
  return refused(
    'yaml-syntax',
    line,
    l10n.t(
      'This line is no YAML. Write one “key: value” on a line, and put text with special characters in quotes.',
    ),
  );
}

/** `key: one: two`, with nothing in quotes or brackets. */
function hasColonInValue(text: string): boolean {
  const colon = text.indexOf(': ');
  const value = colon === -1 ? '' : text.slice(colon + 2).trim();
  return value !== '' && !/^["'[{#]/.test(value) && (value.includes(': ') || value.endsWith(':'));
}
