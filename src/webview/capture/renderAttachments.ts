import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { CodePlace } from '../../core/entries/entry.ts';
import type { CommitChoice } from '../../protocol/draft.ts';
import { codicon } from '../codicon.ts';
import type { CaptureActions } from './captureActions.ts';
import type { CaptureModel } from './captureModel.ts';
import { hasPlace } from './changeDraft.ts';
import { renderChip, renderOffer } from './renderChip.ts';
import { commitName, dayName, placeName, shortPlaceName } from './shownNames.ts';

/** The day, the places and the commits of the entry, then those that are one press away: where the cursor is, and the latest commit. */
export function renderAttachments(model: CaptureModel, actions: CaptureActions): TemplateResult {
  const { draft } = model.record;
  const { place, commits, justCommitted, atHand } = model.state;
  const [latest] = commits;
  const offered = commits.slice(0, atHand).filter(({ sha }) => !draft.commits.some((one) => one.sha === sha));
  return html`<div class="attachments" role="group" aria-label=${l10n.t('Code and commits')}>
    ${
      draft.date === undefined
        ? nothing
        : renderChip(dayName(draft.date), codicon('calendar'), () => actions.removeDate())
    }
    ${draft.code.map((one, index) =>
      renderChip(placeName(one), codicon('code'), () => actions.remove('code', index)),
    )}
    ${draft.commits.map((one, index) =>
      renderChip(commitName(one), codicon('git-commit'), () => actions.remove('commits', index)),
    )}
    ${place === undefined || hasPlace(draft, place) ? nothing : offerPlace(place, actions)}
    ${offered.map((one) => offerCommit(one, offerWords(one, latest, justCommitted), actions))}
  </div>`;
}

function offerPlace(place: CodePlace, actions: CaptureActions): TemplateResult {
  const title = l10n.t('Add {0}', placeName(place));
  return renderOffer(shortPlaceName(place), title, () => actions.addPlace(place));
}

function offerCommit(commit: CommitChoice, words: string, actions: CaptureActions): TemplateResult {
  const title = l10n.t('Add the commit “{0}”', commitName(commit));
  return renderOffer(words, title, () => actions.addCommit(commit));
}

function offerWords(commit: CommitChoice, latest: CommitChoice | undefined, justCommitted: boolean): string {
  const name = commitName(commit);
  if (commit !== latest) {
    return l10n.t('Commit of today: {0}', name);
  }
  return justCommitted ? l10n.t('Just committed: {0}', name) : l10n.t('Last commit: {0}', name);
}
