/** Whether a path fits a pattern with `**` for folders and `*` for a part of a name. */
export function matchesGlob(pattern: string, path: string): boolean {
  const steps = pattern.split(/(\*\*|\*)/).map((step) => {
    return step === '**' ? '.*' : step === '*' ? '[^/]*' : step.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${steps.join('')}$`).test(path);
}
