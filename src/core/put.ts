/** Adds to the list of a key. */
export function put<K, T>(lists: Map<K, T[]>, key: K, thing: T): void {
  const list = lists.get(key);
  if (list === undefined) {
    lists.set(key, [thing]);
  } else {
    list.push(thing);
  }
}
