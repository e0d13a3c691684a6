import * as l10n from '@vscode/l10n';

const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i;
const shortName = /^[^.]{0,6}~\d{1,6}(\.[^.]{0,3})?$/;

/** Nearly every name: too long for a device, and without any character that matters. Saves the other checks. */
const plain = /^[\w-]{5,}(\.[\w-]+)*$/;

const lowerCase = /^[a-z0-9_-]{5,}(?:\.[a-z0-9_-]+)*$/;

/** Whether a name is so plain that every system has it, and takes it for the same as no other plain one. */
export function isPlainName(name: string): boolean {
  return lowerCase.test(name);
}

/** Why a file or folder of this name cannot exist on every system, as a sentence; `undefined` if it can. */
export function portableNameProblem(name: string): string | undefined {
  if (plain.test(name)) {
    return undefined;
  }
  // oxlint-disable-next-line no-control-regex -- control characters are what Windows forbids
  const forbidden = /[<>:"|?*\\\u0000-\u001f]/.exec(name)?.[0];
  if (forbidden !== undefined) {
    return forbidden < ' '
      ? l10n.t('It holds a control character.')
      : l10n.t('It holds the character {0}.', forbidden);
  }
  if (name.includes('\ufffd')) {
    return l10n.t('It holds a character that is not valid text.');
  }
  if (/[ .]$/.test(name)) {
    return l10n.t('It ends in a space or a dot.');
  }
  const stem = (name.split('.')[0] ?? '').trimEnd();
  if (reserved.test(stem)) {
    return l10n.t('Windows keeps the name “{0}” for a device.', stem);
  }
  if (shortName.test(name)) {
    return l10n.t('It looks like a short name that Windows makes.');
  }
  return undefined;
}

/** Equal for two names that a disk may take for one: case and the two spellings of accents are ignored. */
export function foldedName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- all of ASCII
  if (/^[\u0000-\u007f]*$/.test(name)) {
    return name.toLowerCase();
  }
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}
