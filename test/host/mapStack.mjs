import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The places of a stack as they are in the sources, by the `.map` beside each file. Node does not do it in the
 * extension host, where VS Code sees to `Error.prepareStackTrace`.
 * @param {string} stack
 */
export function mapStack(stack) {
  return stack.replace(/((?:file:\/\/)?[^\s()]+):(\d+):(\d+)/g, (place, file, line, column) => {
    const path = file.startsWith('file://') ? fileURLToPath(file) : resolve(file);
    const entry = readMap(path)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return place;
    const source = relative(process.cwd(), resolve(dirname(path), entry.originalSource));
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/** @param {string} path */
function readMap(path) {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${path}.map`, 'utf8')));
  } catch {
    return undefined;
  }
}
