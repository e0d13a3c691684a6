import { ownCopy } from './splitFile.ts';

const mostLinks = 2000;
const link = /\]\(<?([^()<>\s]{1,500}\.md)(?:#[^()<>\s]{0,200})?>?\)/g;

/**
 * The Markdown files that a text links to, each once, in the order of the links.
 *
 * @param path of the file with the text, POSIX, from the root of the repository; so are those of the answer
 */
export function linkedFiles(text: string, path: string): readonly string[] {
  const found = new Set<string>();
  for (const [, target = ''] of text.matchAll(link)) {
    const resolved = resolveLink(path, target);
    if (resolved !== undefined) {
      found.add(ownCopy(resolved));
    }
    if (found.size === mostLinks) {
      break;
    }
  }
  return [...found];
}

/** How a file links to another; both paths are POSIX, from the root of the repository. */
export function linkFrom(path: string, target: string): string {
  const from = path.split('/').slice(0, -1);
  const to = target.split('/');
  const shared = from.findIndex((step, index) => step !== to[index]);
  const common = shared === -1 ? from.length : shared;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/**
 * What a link in a file leads to: a path from the root of the repository; `undefined` for an address, and for what
 * is outside of it.
 */
export function resolveLink(path: string, target: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(target)) {
    return undefined;
  }
  const steps = path.split('/').slice(0, -1);
  for (const step of decoded(target).split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) {
        return undefined;
      }
    } else if (step !== '.' && step !== '') {
      steps.push(step);
    }
  }
  return steps.join('/');
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
