import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * The paths of all that is in a folder and in those below it; nothing where there is no such folder. What comes and
 * goes while they are listed, as locks do, makes that fail: then they are listed again.
 */
export function filesBelow(folder: string): readonly string[] {
  while (existsSync(folder)) {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        throw error;
      }
    }
  }
  return [];
}

/** The text of a file; `undefined` where it is gone. */
export function textIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw error;
    }
    return undefined;
  }
}
