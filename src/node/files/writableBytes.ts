import * as l10n from '@vscode/l10n';
import { textOfBytes } from './fileText.ts';
import { portableNameProblem } from './portableName.ts';
import { badName, cannotWrite } from './updateRefusal.ts';

/**
 * The bytes of a text. Nothing is written that could not be read again.
 *
 * @throws RetroError `cannot-write`
 */
export function writableBytes(path: string, text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const content = textOfBytes(bytes);
  if (content.state === 'unreadable') {
    throw cannotWrite(
      path,
      content.code === 'too-large'
        ? l10n.t('The text is larger than 1 MiB.')
        : l10n.t('The text holds a character that no text file can have.'),
    );
  }
  return bytes;
}

/**
 * Lets only names pass that every system can have; asked of each file and folder that is made.
 *
 * @throws RetroError `bad-path`
 */
export function checkNewName(path: string, name: string): void {
  const problem = portableNameProblem(name);
  if (problem !== undefined) {
    throw badName(path, name, problem);
  }
}
