/**
 * Has a page note which row of a list, item of a menu or lens is clicked from now on. What is drawn anew under the mouse may
 * not hear of a click; and while a window is busy, one is reported too late that was heard all the same: who clicks
 * once more does twice what was meant once.
 * @param {import('playwright-core').Page} page
 */
export function noteClicks(page) {
  return page.evaluate(() => {
    const notes = document.body.dataset;
    if (notes['clicked'] === undefined) {
      /** @type {(what: string) => (event: Event) => void} */
      const note = (what) => (event) => {
        // From the inside out, also of a menu, which stands in a tree of its own.
        const path = event.composedPath().filter((each) => each instanceof Element);
        const found = path.find((each) => each.matches(what));
        if (found !== undefined) {
          const name = found.querySelector('.label-name, .action-label') ?? found;
          notes['clicked'] = name.textContent?.trim() ?? '';
        }
      };
      document.addEventListener('click', note('.monaco-list-row'), true);
      // What is above the code, and a menu, which goes then, act before the click is one.
      document.addEventListener('mouseup', note('[role="menuitem"], .codelens-decoration a'), true);
    }
    notes['clicked'] = '';
  });
}

/**
 * What the row, item or lens that was clicked last is called; '' where none was since `noteClicks`, `undefined` where another
 * page has come since, as when a window is reloaded.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string | undefined>}
 */
export function clickNoted(page) {
  return page
    .evaluate(() => document.body?.dataset['clicked'])
    .catch((error) => {
      if (page.isClosed()) throw error;
      return undefined;
    });
}
