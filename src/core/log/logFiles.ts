import type { TeamPage } from '../pages/teamPage.ts';

/** Where the files of a log are, seen from the root of its repository. Everything else below it is left alone. */

/** Whether a path names a file that the index reads: an entry, a meeting, a pulse or an audit. */
export function isLogFile(folder: string, path: string): boolean {
  return path.endsWith('.md') && isInRoom(folder, path) && !isReadme(path);
}

/** Whether it is in one of the sub-folders whose Markdown files carry front matter. */
function isInRoom(folder: string, path: string): boolean {
  const room = folder.length + 1;
  return (
    path.startsWith(folder) &&
    path[folder.length] === '/' &&
    (path.startsWith('entries/', room) ||
      path.startsWith('meetings/', room) ||
      path.startsWith('pulses/', room) ||
      path.startsWith('audits/', room))
  );
}

function isReadme(path: string): boolean {
  const name = path.lastIndexOf('/') + 1;
  return path.length - name === 9 && path.slice(name).toLowerCase() === 'readme.md';
}

/** The path of the team's settings. */
export function teamFile(folder: string): string {
  return `${folder}/retro.yml`;
}

/** The path of one of the team's pages. */
export function pageFile(folder: string, page: TeamPage): string {
  return `${folder}/${page}.md`;
}

/** The path of one of the team's templates. */
export function templateFile(folder: string, key: string): string {
  return `${folder}/templates/${key}.yml`;
}

/** The path of the digest of a week, named by its Monday. */
export function digestFile(folder: string, monday: string): string {
  return `${folder}/digests/${monday}.md`;
}

/** Whether a path names a template of the team's. */
export function isTemplateFile(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/templates/`) && /^[^/]+\.ya?ml$/.test(path.slice(folder.length + 11));
}

/** The files through which a team can tell git how to merge the log. */
export function attributeFiles(folder: string): readonly string[] {
  return ['.gitattributes', `${folder}/.gitattributes`];
}

/**
 * Whether a path can be the log's folder or one in it. A watcher may tell of a new or moved folder alone, and
 * not of the files in it.
 */
export function mayBeFolder(folder: string, path: string): boolean {
  return (
    path === folder || (path.startsWith(`${folder}/`) && !path.slice(path.lastIndexOf('/')).includes('.'))
  );
}
