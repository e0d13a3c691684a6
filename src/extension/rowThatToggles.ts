/** How often is looked, and milliseconds in between, while a view is being drawn anew and its rows are not known. */
const mostLooks = 60;
const pause = 50;

/**
 * Finds the one thing that comes into a selection, and goes out of it, each time that it is toggled. A selection may
 * for a while tell nothing or tell of other objects, so what is found has to be seen twice, once each way; the
 * selection is left as it was.
 *
 * @param selection what is selected at the moment, as far as it is known
 * @param toggle puts the thing into the selection, or out of it where it was in
 * @returns `undefined` where nothing was toggled, or where the selection did not come to rest
 */
export async function rowThatToggles<T>(
  selection: () => readonly T[],
  toggle: () => PromiseLike<unknown>,
): Promise<T | undefined> {
  let seen: T | undefined;
  for (let look = 1; look <= mostLooks; look += 1) {
    const before = selection();
    await toggle();
    const row = onlyChange(before, selection());
    if (row !== undefined && row === seen) {
      if (look % 2 === 1) {
        await toggle();
      }
      return row;
    }
    seen = row;
    if (row === undefined) {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return undefined;
}

function onlyChange<T>(before: readonly T[], after: readonly T[]): T | undefined {
  const changed = [
    ...before.filter((each) => !after.includes(each)),
    ...after.filter((each) => !before.includes(each)),
  ];
  return changed.length === 1 ? changed[0] : undefined;
}
