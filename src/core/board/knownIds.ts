/** Many ids, to which one can be added at little cost without changing those who hold the earlier ones. */
export type KnownIds = readonly (readonly string[])[];

const buckets = 1024;

export const noIds: KnownIds = Object.freeze(Array.from({ length: buckets }, () => []));

export function knowsId(ids: KnownIds, id: string): boolean {
  return ids[bucketOf(id)]?.includes(id) ?? false;
}

export function withId(ids: KnownIds, id: string): KnownIds {
  const bucket = bucketOf(id);
  return ids.with(bucket, [...(ids[bucket] ?? []), id]);
}

/** The same ids in an order that does not tell which was added first. */
export function unordered(ids: KnownIds): KnownIds {
  return ids.map((bucket) => bucket.toSorted());
}

/** FNV-1a, folded to the number of a bucket. */
function bucketOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  }
  return ((hash >>> 10) ^ hash) & (buckets - 1);
}
