import * as l10n from '@vscode/l10n';
import type { Problem } from '../problem.ts';

/**
 * Finds rules that merge the log's files by union: git then keeps the lines of both sides and reports no
 * conflict, which leaves an entry with two statuses or two halves of a sentence.
 *
 * @param text a `.gitattributes` file
 */
export function checkMergeRules(path: string, text: string, folder: string): readonly Problem[] {
  const ownFolder = path.startsWith(`${folder}/`);
  return text.split(/\r\n|\r|\n/).flatMap((line, at) => {
    const [pattern, ...attributes] = line.trim().split(/\s+/);
    if (pattern === undefined || pattern.startsWith('#') || !attributes.includes('merge=union')) {
      return [];
    }
    if (!ownFolder && !mayNameLog(pattern, folder)) {
      return [];
    }
    return [
      {
        code: 'merge-union',
        severity: 'warning' as const,
        path,
        line: at + 1,
        message: l10n.t(
          '“merge=union” joins both sides of an entry without saying so. Take it out for the files of the log: every entry has a file of its own, so merges do not need it.',
        ),
      },
    ];
  });
}

function mayNameLog(pattern: string, folder: string): boolean {
  const anchored = pattern.replace(/^\//, '');
  return anchored.startsWith(`${folder}/`) || /^(\*\*\/)?\*(\.md)?$/.test(anchored);
}
