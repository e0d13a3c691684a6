import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { AuditAnswers } from '../../core/audit/audit.ts';
import { type AuditComparison, compareAudits, type MovedStatement } from '../../core/audit/compareAudits.ts';
import { depthGaps } from '../../core/audit/depthGaps.ts';
import { type RankedStatement, rankAudit } from '../../core/audit/rankAudit.ts';
import { statements, survey, themes } from '../../core/audit/survey.ts';
import { depthName, gapWords, sinceWords, statementText, themeName } from '../../core/audit/surveyWords.ts';
import { type AuditSheet, type AuditState, answersOn } from '../../protocol/audit.ts';
import { dayName } from '../board/dayNames.ts';
import { codicon } from '../codicon.ts';
import type { AuditActions } from './auditActions.ts';
import { type AuditModel, canSave } from './auditModel.ts';

/** What came of the audit: the statements from the weakest on, what moved, and what was said of each theme. */
export function renderResult(model: AuditModel, state: AuditState, actions: AuditActions): TemplateResult {
  const { sheet } = model;
  const audit = answersOn(sheet);
  const { before } = state;
  const comparison = before === null ? undefined : compareAudits(before.audit, audit);
  const heading = html`<h1 tabindex="-1">${l10n.t('From the weakest to the strongest')}</h1>`;
  if (audit.answers.length === 0) {
    return html`${heading}
      <p>${l10n.t('Nothing is rated yet. Go back, and agree on a number for at least one statement.')}</p>
      <div class="steps">${backButton(actions)}</div>`;
  }
  return html`${heading}
    ${comparison === undefined || before === null ? nothing : renderSince(comparison, before.date, before.path, actions)}
    <ol class="ranked">${rankAudit(audit).map((one) => renderRanked(one, comparison))}</ol>
    ${renderOpen(audit)} ${renderThemes(sheet, audit)} ${renderEnd(model, actions)}`;
}

function renderSince(
  comparison: AuditComparison,
  date: string,
  path: string,
  actions: AuditActions,
): TemplateResult {
  return html`<p>${sinceWords(comparison)} <button type="button" class="link" @click=${() => actions.openFile(path)}>${l10n.t('Open the audit of {0}', dayName(date))}</button></p>`;
}

function renderRanked(
  { id, place, score, statement }: RankedStatement,
  comparison: AuditComparison | undefined,
): TemplateResult {
  const moved = comparison?.state === 'compared' ? comparison.moved.find((one) => one.id === id) : undefined;
  const points = Array.from({ length: survey.scale.to }, (_, at) => at < score);
  return html`<li value=${place}>
    <span class="place" aria-hidden="true">${place}</span>
    <span class="points" role="img" aria-label=${l10n.t('{0} of {1}', score, survey.scale.to)}>
      ${points.map((isFull) => html`<span class=${isFull ? 'full' : ''}></span>`)}
    </span>
    <span class="what">
      <span class="said">${statementText(id)}</span>
      <span class="quiet">${statement === undefined ? nothing : `${themeName(statement.theme)} · ${depthName(statement.depth)}`}${moved === undefined ? nothing : renderMoved(moved)}</span>
    </span>
  </li>`;
}

function renderMoved({ before, now }: MovedStatement): TemplateResult {
  return html` · <span class="moved">${codicon(now > before ? 'arrow-up' : 'arrow-down')} ${l10n.t('was {0}', before)}</span>`;
}

function renderOpen(audit: AuditAnswers): TemplateResult | typeof nothing {
  const open = statements.filter(({ id }) => audit.answers.every((answer) => answer.id !== id));
  return open.length === 0
    ? nothing
    : html`<section><h2>${l10n.t('Left open')}</h2>
        <ul class="left-open">${open.map(({ id }) => html`<li>${statementText(id)}</li>`)}</ul></section>`;
}

function renderThemes(sheet: AuditSheet, audit: AuditAnswers): readonly TemplateResult[] {
  const gaps = depthGaps(audit);
  return themes.flatMap((theme) => {
    const gap = gaps.find((one) => one.theme === theme);
    const { enables, blocks, differs } = sheet.texts[theme];
    const rows: readonly (readonly [string, string])[] = [
      [l10n.t('Enables it'), enables],
      [l10n.t('Blocks it'), blocks],
      [l10n.t('Words and deeds'), differs],
    ];
    const told = rows.filter(([, text]) => text.trim() !== '');
    return gap === undefined && told.length === 0
      ? []
      : html`<section><h2>${themeName(theme)}</h2>
          ${gap === undefined ? nothing : html`<p class="gap">${codicon('info')} <span>${gapWords(gap)}</span></p>`}
          ${told.length === 0 ? nothing : html`<dl>${told.map(([name, text]) => html`<div><dt>${name}</dt><dd>${text.trim()}</dd></div>`)}</dl>`}
        </section>`;
  });
}

function renderEnd(model: AuditModel, actions: AuditActions): TemplateResult {
  const { saved } = model.sheet;
  if (saved !== '') {
    return html`<p role="status">${codicon('check')} ${l10n.t('It is kept in')} <button type="button" class="link" @click=${() => actions.openFile(saved)}>${saved}</button></p>
      <div class="steps">
        <button type="button" class="button" @click=${() => actions.plan()}>${l10n.t('Plan from this…')}</button>
        <button type="button" class="button secondary" @click=${() => actions.startAnew()}>${l10n.t('Begin another audit')}</button>
      </div>`;
  }
  return html`${model.failure === '' ? nothing : html`<p role="alert" class="failure">${model.failure}</p>`}
    <div class="steps">
      ${backButton(actions)}
      <button type="button" class="button" ?disabled=${!canSave(model)} @click=${() => actions.save()}>${l10n.t('Save the audit')}</button>
      <span class="quiet keys">${l10n.t('Then you can plan from it: at most three things at once.')}</span>
    </div>`;
}

function backButton(actions: AuditActions): TemplateResult {
  return html`<button type="button" class="button secondary" @click=${() => actions.goTo(themes.length - 1)}>${l10n.t('Back')}</button>`;
}
