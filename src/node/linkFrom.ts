import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The target of a link in a document to a file: relative where it can be, with everything encoded that means
 * something in a URL, in Markdown or in HTML.
 *
 * @param folder absolute path of the folder that the document is in
 * @param file absolute path
 */
export function linkFrom(folder: string, file: string): string {
  const path = relative(folder, file);
  if (isAbsolute(path)) {
    // Another drive.
    return pathToFileURL(file).href;
  }
  return path.split(sep).map(encoded).join('/');
}

function encoded(segment: string): string {
  // Half of a surrogate pair cannot be encoded.
  return encodeURIComponent(Buffer.from(segment).toString()).replace(
    /[!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
