import { type PlainPage, says, text } from './readPages.ts';

const kinds = ['win', 'failure', 'learning', 'experiment', 'action', 'kudos', 'blocker'];

/** The pages that figures count, and the paths of those that they leave out, by the reason. */
export function countable(pages: readonly PlainPage[]): {
  readonly entries: readonly PlainPage[];
  readonly leftOut: Readonly<Record<string, readonly string[]>>;
} {
  const entries: PlainPage[] = [];
  const leftOut: Record<string, string[]> = {};
  const seen = new Set<string>();
  for (const page of pages.filter(({ path }) => path.startsWith('retro/entries/'))) {
    const reason = reasonToLeaveOut(page, seen);
    if (reason === undefined) {
      entries.push(page);
    } else {
      (leftOut[reason] ??= []).push(page.path);
    }
    seen.add(String(text(page, 'id')));
  }
  return { entries, leftOut };
}

function reasonToLeaveOut(page: PlainPage, seen: ReadonlySet<string>): string | undefined {
  const kind = text(page, 'kind') ?? '';
  if (seen.has(String(text(page, 'id')))) {
    return 'duplicate-id';
  }
  if (!kinds.includes(kind)) {
    return 'unknown-kind';
  }
  if (text(page, 'imported') !== undefined) {
    return 'imported';
  }
  return kind === 'experiment' && !(says(page, 'Hypothesis') && says(page, 'Measure'))
    ? 'untestable'
    : undefined;
}
