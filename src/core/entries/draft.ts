import type { CodePlace, CommitLink } from './entry.ts';
import type { EntryKind } from './kinds.ts';

/** What a person gave for a new entry. Only the title is needed; everything absent is simply not written. */
export interface EntryDraft {
  readonly kind: EntryKind;
  readonly title: string;
  /** Markdown below the title. */
  readonly body?: string;
  /** ISO 8601 date; the writer's own day where absent. */
  readonly date?: string;
  readonly tags?: readonly string[];
  readonly people?: readonly string[];
  readonly commits?: readonly CommitLink[];
  readonly code?: readonly CodePlace[];
  readonly links?: readonly string[];
  /** Of an experiment: what is expected, as Markdown. */
  readonly hypothesis?: string;
  /** Of an experiment: what is measured, with baseline and target, as Markdown. */
  readonly measure?: string;
  readonly timebox?: string;
  readonly owner?: string;
  readonly due?: string;
}
