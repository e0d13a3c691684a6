/** Where something that is dragged would go. */
export type DropPlace =
  | { readonly name: 'onto'; readonly topic: string }
  | { readonly name: 'into'; readonly column: string; readonly before: string | undefined };

/** So many pixels at the top and at the bottom of a card or group mean the place before or after it. */
const edge = 12;

/**
 * Where a drop at a point goes: onto a card or group but for its edges, where grouping is possible; otherwise into
 * the column, before what lies below the point.
 */
export function dropPlace(
  target: Element | null,
  y: number,
  dragged: string,
  canGroup: boolean,
): DropPlace | undefined {
  const column = target?.closest<HTMLElement>('[data-column]');
  if (column === null || column === undefined) {
    return undefined;
  }
  const topic = target?.closest<HTMLElement>('[data-topic]');
  const id = topic?.dataset['topic'];
  if (topic && id !== undefined && id !== dragged) {
    const { top, height } = topic.getBoundingClientRect();
    const down = y - top;
    const near = Math.min(edge, height / 5);
    if (canGroup && down > near && down < height - near) {
      return { name: 'onto', topic: id };
    }
    const before = down < height / 2 ? id : below(topic);
    return { name: 'into', column: column.dataset['column'] ?? '', before };
  }
  const topics = [...column.querySelectorAll<HTMLElement>('[data-topic]')];
  const next = topics.find((each) => y < each.getBoundingClientRect().top + each.offsetHeight / 2);
  return { name: 'into', column: column.dataset['column'] ?? '', before: next?.dataset['topic'] };
}

function below(topic: HTMLElement): string | undefined {
  const next = topic.nextElementSibling;
  return next instanceof HTMLElement ? next.dataset['topic'] : undefined;
}

/** Shows where a drop would go, or nowhere. */
export function markDrop(root: HTMLElement, place: DropPlace | undefined): void {
  for (const marked of root.querySelectorAll('.drop-onto, .drop-before, .drop-end')) {
    marked.classList.remove('drop-onto', 'drop-before', 'drop-end');
  }
  if (place?.name === 'onto') {
    root.querySelector(`[data-topic="${place.topic}"]`)?.classList.add('drop-onto');
  } else if (place?.before !== undefined) {
    root.querySelector(`[data-topic="${place.before}"]`)?.classList.add('drop-before');
  } else if (place !== undefined) {
    root.querySelector(`[data-column="${place.column}"] .topics`)?.classList.add('drop-end');
  }
}
