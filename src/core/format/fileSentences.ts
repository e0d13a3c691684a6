import * as l10n from '@vscode/l10n';
import type { FileFault } from './splitFile.ts';

/** What is wrong with a file that cannot be taken apart, and how to mend it. */
export function fileSentence(fault: FileFault): string {
  switch (fault.code) {
    case 'empty-file':
      return l10n.t(
        'The file is empty. An entry starts with a line “---”, its keys, and another line “---”.',
      );
    case 'no-front-matter':
      return l10n.t(
        'There is no front matter. The first line must be “---”, then keys such as “kind: win”, then “---”.',
      );
    case 'unknown-front-matter':
      return l10n.t(
        '“{0}” is a kind of front matter that is not read. The first line must be “---” alone.',
        fault.found,
      );
    case 'unclosed-front-matter':
      return l10n.t(
        'The front matter is opened here and never closed. Write a line “---” below the last key.',
      );
    case 'front-matter-too-large':
      return l10n.t(
        'The front matter has {0} bytes, and at most 16,384 are read. Move long text below the title.',
        fault.found,
      );
    case 'control-character':
      return l10n.t(
        'There is a control character ({0}) in this line. Remove it, or save the file as plain text.',
        fault.found,
      );
  }
}
