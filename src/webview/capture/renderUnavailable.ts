import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { Availability } from '../../protocol/capture.ts';
import type { CaptureActions } from './captureActions.ts';

/** Why nothing can be logged here, and the next step; `undefined` where it can. */
export function renderUnavailable(
  availability: Availability,
  actions: CaptureActions,
): TemplateResult | undefined {
  switch (availability) {
    case 'loading':
    case 'ready':
      return undefined;
    case 'noFolder':
      return notice(
        l10n.t('Entries are kept as files beside your code. Open the folder that you work in to log one.'),
        step(l10n.t('Open a folder…'), () => actions.openFolder()),
      );
    case 'restricted':
      return notice(
        l10n.t('In a restricted workspace entries can be read, not written. Trust this folder to log one.'),
        step(l10n.t('Manage trust'), () => actions.manageTrust()),
      );
    case 'virtual':
      return notice(
        l10n.t(
          'This folder is not on a disk, so entries can be read, not written. Open a copy of it to log one.',
        ),
        step(l10n.t('Open a folder…'), () => actions.openFolder()),
      );
  }
}

function notice(sentence: string, next: TemplateResult): TemplateResult {
  return html`<div class="notice"><h1 class="unseen">${l10n.t('Log an entry')}</h1><p>${sentence}</p>${next}</div>`;
}

function step(words: string, act: () => void): TemplateResult {
  return html`<vscode-button class="wide" @click=${act}>${words}</vscode-button>`;
}
