import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * The absolute path of the git to start. A bare name is looked for in the folders of `PATH` that are absolute
 * and nowhere else: the system itself would also look in the current folder (on Windows always, elsewhere when
 * `PATH` says so), which is the repository's, and run what it brought along.
 *
 * @returns `undefined` where there is none
 */
export async function findGit(
  executable: string,
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  if (isAbsolute(executable)) {
    return (await isProgram(executable)) ? executable : undefined;
  }
  if (/[\\/]/.test(executable)) {
    return undefined;
  }
  const name = process.platform === 'win32' && !/\.exe$/i.test(executable) ? `${executable}.exe` : executable;
  for (const folder of searchPath(environment)) {
    const path = join(folder, name);
    if (await isProgram(path)) {
      return path;
    }
  }
  return undefined;
}

function searchPath(environment: NodeJS.ProcessEnv): string[] {
  const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH');
  const folders = (name === undefined ? undefined : environment[name])?.split(delimiter) ?? [];
  return folders.map((folder) => folder.replace(/^"(.*)"$/, '$1')).filter(isAbsolute);
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
