/** A link names no more of the paths that its commit touches. */
export const mostPaths = 20;

/** Whether a path is a folder, or in it. Both are POSIX paths from the root of the work tree; `''` holds nothing. */
export function isInFolder(folder: string, path: string): boolean {
  return folder !== '' && (path === folder || path.startsWith(`${folder}/`));
}
