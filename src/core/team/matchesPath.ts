/**
 * Whether a POSIX path fits a pattern: `*` and `?` stand for characters of one folder or file name, `**` for any
 * number of folders. A pattern that names a folder fits everything below it. Takes time in proportion to the
 * lengths of both, whatever the pattern is.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const steps = pattern
    .replace(/^\.?\//, '')
    .replace(/\/$/, '')
    .split('/');
  return matchSteps(steps, path.split('/'));
}

/** Row by row: `reached[j]` says whether the steps so far can end after `j` names. */
function matchSteps(steps: readonly string[], names: readonly string[]): boolean {
  let reached = [true, ...names.map(() => false)];
  for (const step of steps) {
    const next = reached.map(() => false);
    for (let index = 0; index < reached.length; index += 1) {
      if (step === '**') {
        next[index] = reached[index] === true || (index > 0 && next[index - 1] === true);
      } else if (index > 0 && reached[index - 1] === true) {
        next[index] = matchesName(step, names[index - 1] ?? '');
      }
    }
    reached = next;
  }
  // Where the pattern ended on the way, it named a folder, and what is below belongs to it.
  return reached.slice(1).includes(true);
}

/** Goes back to the last star at most once for each character. */
function matchesName(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let retry = 0;
  let index = 0;
  while (index < name.length) {
    if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[index]) && pattern[at] !== '*') {
      at += 1;
      index += 1;
    } else if (pattern[at] === '*') {
      star = at;
      retry = index;
      at += 1;
    } else if (star !== -1) {
      at = star + 1;
      retry += 1;
      index = retry;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') {
    at += 1;
  }
  return at === pattern.length;
}
