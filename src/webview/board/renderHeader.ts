import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import { phaseAfter, phaseBefore } from '../../core/board/phaseOrder.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardModel } from './boardModel.ts';
import { periodName } from './dayNames.ts';
import { iconButton } from './iconButton.ts';
import { phaseWords } from './phaseWords.ts';
import { renderPeopleButton, renderPulseButton } from './renderLive.ts';
import { renderTimer } from './renderTimer.ts';
import { titleField } from './titleField.ts';
import { topicsOf } from './viewParts.ts';

/** What meeting this is, its clock, and the phases with the one it is in. */
export function renderHeader(model: BoardModel, view: BoardView, actions: BoardActions): TemplateResult {
  return html`<header class="top">
    <div class="headline">
      ${renderTitle(model, view, actions)}
      <span class="about quiet cut">${aboutMeeting(view)}</span>
      <span class="tools-end">
        ${view.state === 'open' ? renderTimer(model, view, actions) : nothing}
        ${renderPeopleButton(model.facts.live, view, actions)}
        ${renderPulseButton(model.facts.live, view, actions)}
        ${
          model.facts.live === undefined && view.state === 'open'
            ? iconButton('broadcast', l10n.t('Share this retro'), () => actions.share())
            : nothing
        }
        ${iconButton('discard', l10n.t('Undo'), () => actions.undo(), { disabled: cannotUndo(view), key: 'Control+Z' })}
        ${iconButton('question', l10n.t('Keys'), () => actions.open({ name: 'help' }), { key: '?' })}
      </span>
    </div>
    ${renderPhases(view, actions)}
  </header>`;
}

/** The template is named where the title does not; minutes written by hand may have no days. */
function aboutMeeting({ meeting, template }: BoardView): string {
  const name = meeting.title.startsWith(template.name) ? '' : template.name;
  return [name, periodName(meeting.from, meeting.to)].filter((part) => part !== '').join(' · ');
}

function cannotUndo({ undo, state }: BoardView): boolean {
  return state !== 'open' || (undo.mine === null && undo.anyone === null);
}

function renderTitle(model: BoardModel, view: BoardView, actions: BoardActions): TemplateResult {
  if (model.editing === 'title') {
    return titleField('title', view.meeting.title, l10n.t('Title of the meeting'), actions, (title) =>
      actions.ask({ type: 'rename', title }),
    );
  }
  if (!view.facilitates) {
    return html`<h1 class="title cut">${view.meeting.title}</h1>`;
  }
  return html`<h1 class="title">
    <button
      type="button"
      class="plain cut"
      title=${l10n.t('Rename the meeting')}
      ?disabled=${view.state !== 'open'}
      @click=${() => actions.edit('title')}
    >
      ${view.meeting.title}
    </button>
  </h1>`;
}

function renderPhases(view: BoardView, actions: BoardActions): TemplateResult {
  const open = view.state === 'open';
  const at = view.phases.findIndex(({ phase }) => phase === view.phase);
  return html`<nav class="phases" aria-label=${l10n.t('Phases')}>
    <ol>
      ${view.phases.map(({ phase, skipped }, index) => {
        const current = phase === view.phase;
        const state = current ? 'current' : index < at ? 'past' : 'ahead';
        if (!view.facilitates) {
          return html`<li>
            <span
              tabindex=${current ? '0' : nothing} class="phase ${state} ${skipped ? 'skipped' : ''}" aria-current=${current ? 'step' : 'false'}>${phaseWords(phase).name}</span>
          </li>`;
        }
        return html`<li>
          <button
            type="button"
            class="phase ${state} ${skipped ? 'skipped' : ''}"
            aria-current=${current ? 'step' : 'false'}
            ?disabled=${!open}
            @click=${() => actions.ask({ type: 'goTo', phase })}
          >
            ${phaseWords(phase).name}
          </button>
        </li>`;
      })}
    </ol>
    ${view.facilitates ? renderSteps(view, actions) : nothing}
  </nav>`;
}

function renderSteps(view: BoardView, actions: BoardActions): TemplateResult {
  const open = view.state === 'open';
  const before = phaseBefore(view.phases, view.phase);
  const after = phaseAfter(view.phases, view.phase);
  return html`<span class="steps">
      ${iconButton('chevron-left', l10n.t('Back to the phase before'), () => actions.goTo(-1), { disabled: !open || before === undefined, key: '[' })}
      ${
        after === undefined
          ? nothing
          : html`<button type="button" class="button next ${view.phase === 'discuss' && topicsOf(view).some(({ discussed }) => !discussed) ? 'secondary' : ''}" title="]" ?disabled=${!open} @click=${() => actions.goTo(1)}>
              ${l10n.t('Next: {0}', phaseWords(after).name)}
            </button>`
      }
    </span>`;
}
