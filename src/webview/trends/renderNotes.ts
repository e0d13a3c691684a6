import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { codicon } from '../codicon.ts';
import type { TrendsActions } from './trendsActions.ts';
import type { TrendsModel } from './trendsModel.ts';

/** How far git’s history is known, and what was left out of the figures. */
export function renderNotes(model: TrendsModel, actions: TrendsActions): TemplateResult {
  const { notes } = model.state;
  return html`<div class="notes">
    ${renderHistory(model, actions)}
    ${
      notes.length === 0
        ? nothing
        : html`<details>
            <summary>
              ${notes.length === 1 ? l10n.t('1 note on what is in no figure') : l10n.t('{0} notes on what is in no figure', notes.length)}
            </summary>
            <ul>
              ${notes.map(
                ({ message, files }) => html`<li>
                  ${message}
                  ${files.map(
                    ({ path, title }) =>
                      html`<button type="button" class="link" @click=${() => actions.openFile(path)}>
                        ${title}
                      </button> `,
                  )}
                </li>`,
              )}
            </ul>
          </details>`
    }
  </div>`;
}

function renderHistory(
  { state: { history } }: TrendsModel,
  actions: TrendsActions,
): TemplateResult | typeof nothing {
  switch (history) {
    case 'ok':
      return nothing;
    case 'reading':
      return notice('sync', l10n.t('Reading the git history for the figures that need it…'), [
        l10n.t('Stop'),
        () => actions.stopReading(),
      ]);
    case 'stopped':
      return notice('info', l10n.t('History incomplete: reading it was stopped.'), [
        l10n.t('Read the history'),
        () => actions.readHistory(),
      ]);
    case 'restricted':
      return notice('info', l10n.t('History incomplete: this workspace is restricted, so git is not run.'), [
        l10n.t('Manage trust'),
        () => actions.manageTrust(),
      ]);
    case 'missing':
      return notice('info', l10n.t('Figures that need the git history are missing.'), [
        l10n.t('Read it again'),
        () => actions.readHistory(),
      ]);
  }
}

function notice(icon: string, words: string, [next, act]: readonly [string, () => void]): TemplateResult {
  return html`<p class="history" role="status">
    ${codicon(icon)} ${words} <button type="button" class="link" @click=${act}>${next}</button>
  </p>`;
}
