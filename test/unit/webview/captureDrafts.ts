import type { CaptureState } from '../../../src/protocol/capture.ts';
import { type Draft, emptyDraft } from '../../../src/protocol/draft.ts';
import { type CaptureModel, firstModel, opened } from '../../../src/webview/capture/captureModel.ts';

/** What the extension might offer. */
export const offered: CaptureState = {
  availability: 'ready',
  tags: ['checkout', 'caching', 'ci'],
  people: ['Ada Lovelace', 'Grace Hopper'],
  toThank: [],
  commits: [{ sha: 'a'.repeat(40), subject: 'Cache pages' }],
  justCommitted: true,
  atHand: 1,
  noCommits: '',
  promise: '',
};

/** A draft of a failure with these parts. */
export function draftWith(parts: Partial<Draft>): Draft {
  return { ...emptyDraft('failure'), ...parts };
}

/** An open view in which a draft with these parts is being written. */
export function writing(parts: Partial<Draft> = {}): CaptureModel {
  return opened(firstModel(undefined), offered, { revision: 5, draft: draftWith(parts) });
}
