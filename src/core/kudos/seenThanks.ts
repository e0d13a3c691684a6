/** Far more than anybody is thanked in the days for which thanks wait. */
const most = 500;

/** Reads which thanks were seen, as they were kept: ids. What is none is left out. */
export function readSeenThanks(kept: unknown): readonly string[] {
  const ids: readonly unknown[] = Array.isArray(kept) ? kept : [];
  return ids.filter((id) => typeof id === 'string').slice(-most);
}

/** The same after one more was seen. */
export function withSeenThanks(seen: readonly string[], id: string): readonly string[] {
  return seen.includes(id) ? seen : [...seen, id].slice(-most);
}
