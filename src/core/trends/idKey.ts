/** Whether two ids are one: upper and lower case are alike. */
export function idKey(id: string): string {
  return id.toLowerCase();
}

/** A number that is the same for upper and lower case (FNV-1a). */
export function idHash(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ (id.charCodeAt(at) | 32), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

/** As many places, a power of two, as a table of so many ids needs so that most have one of their own. */
export function idPlaces(count: number): number {
  return 2 ** Math.ceil(Math.log2(count * 2 + 2));
}
