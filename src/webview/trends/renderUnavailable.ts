import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { TrendsActions } from './trendsActions.ts';
import type { TrendsModel } from './trendsModel.ts';

/** Why there are no figures, and the next step; `undefined` where there are some. */
export function renderUnavailable(
  { state: { availability } }: TrendsModel,
  actions: TrendsActions,
): TemplateResult | undefined {
  switch (availability) {
    case 'ready':
      return undefined;
    case 'loading':
      return html`<div class="notice"><h1 class="unseen">${l10n.t('Trends')}</h1>
        <p role="status">${l10n.t('Reading the log…')}</p></div>`;
    case 'empty':
      return notice(
        l10n.t(
          'The log is empty, so there is nothing to see yet. The first figure is how many experiments you conclude.',
        ),
        [l10n.t('Log an experiment…'), () => actions.logExperiment()],
      );
    case 'absent':
      return notice(l10n.t('This project has no log yet, so there is nothing to see.'), [
        l10n.t('Start a log'),
        () => actions.startLog(),
      ]);
    case 'leftOut':
      return notice(
        l10n.t('The log is in git, but left out of this work tree. The log view says what brings it.'),
      );
    case 'unreadable':
      return notice(l10n.t('The log cannot be read. The log view says why.'));
    case 'noFolder':
      return notice(
        l10n.t('Figures are made from a log beside your code. Open the folder that you work in.'),
        [l10n.t('Open a folder…'), () => actions.openFolder()],
      );
    case 'virtual':
      return notice(l10n.t('This folder is not on a disk. Open a copy of it to see how the team learns.'), [
        l10n.t('Open a folder…'),
        () => actions.openFolder(),
      ]);
  }
}

function notice(sentence: string, step?: readonly [string, () => void]): TemplateResult {
  return html`<div class="notice">
    <h1 class="unseen">${l10n.t('Trends')}</h1>
    <p>${sentence}</p>
    ${step === undefined ? '' : html`<button type="button" class="button" @click=${step[1]}>${step[0]}</button>`}
  </div>`;
}
