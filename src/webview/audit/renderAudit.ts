import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { themes } from '../../core/audit/survey.ts';
import { isBlank } from '../../protocol/audit.ts';
import type { AuditActions } from './auditActions.ts';
import type { AuditModel } from './auditModel.ts';
import { renderResult } from './renderResult.ts';
import { renderTheme } from './renderTheme.ts';

/** The whole page: one theme at a time, and in the end what came of it. */
export function renderAudit(model: AuditModel, actions: AuditActions): TemplateResult {
  const { state, sheet } = model;
  if (state === undefined || state.log === '') {
    return html`<div class="audit"><h1 class="unseen">${l10n.t('Culture audit')}</h1>
      <p role="status">${
        state === undefined
          ? l10n.t('Reading the log…')
          : l10n.t('The log of this audit is not open here. Open its folder, and begin the audit again.')
      }</p></div>`;
  }
  const theme = themes[sheet.step];
  return html`<div class="audit">
    <header class="top">
      <p class="quiet">${placeWords(sheet.step)}${state.name === '' ? '' : ` · ${state.name}`}</p>
      <div class="progress" aria-hidden="true">
        ${[...themes, 'result'].map(
          (_, at) => html`<span class=${at <= sheet.step ? 'reached' : ''}></span>`,
        )}
      </div>
    </header>
    ${theme === undefined ? renderResult(model, state, actions) : renderTheme(theme, sheet, actions)}
    ${
      isBlank(sheet) || sheet.saved !== ''
        ? nothing
        : html`<p class="last"><button type="button" class="link" @click=${() => actions.throwAway()}>${l10n.t('Throw away what was answered…')}</button></p>`
    }
  </div>`;
}

function placeWords(step: number): string {
  return step < themes.length
    ? l10n.t('Theme {0} of {1}', step + 1, themes.length)
    : l10n.t('What came of it');
}
