import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BoardView } from '../../core/board/boardView.ts';
import { codicon } from '../codicon.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardModel } from './boardModel.ts';
import { iconButton } from './iconButton.ts';

const minute = 60_000;

/** How long a phase is meant to take, in whole milliseconds. */
export function phaseLength(view: BoardView): number {
  return Math.round((view.phases.find(({ phase }) => phase === view.phase)?.minutes ?? 5) * minute);
}

/** The shared clock: one button to start it, and what can be done to it while it runs. */
export function renderTimer(
  model: BoardModel,
  view: BoardView,
  actions: BoardActions,
): TemplateResult | typeof nothing {
  const { timer, facilitates } = view;
  if (timer === null && !facilitates) {
    return nothing;
  }
  if (timer === null) {
    const words = l10n.t('Start a timer: {0} min', phaseLength(view) / minute);
    return html`<button type="button" class="plain timer" title="${words} (T)" aria-label=${words} @click=${() => actions.startTimer('')}>
      ${codicon('watch')}<span>${l10n.t('{0} min', phaseLength(view) / minute)}</span>
    </button>`;
  }
  return html`<span class="timer running">
    <span id="clock" class="clock" role="timer" aria-label=${l10n.t('Time left')} data-ends=${timer.endsAt === null ? '' : timer.endsAt - (model.facts.live?.ahead ?? 0)} data-left=${timer.left}></span>
    ${facilitates ? renderTimerTools(timer.endsAt === null, actions) : nothing}
    ${iconButton(model.chime ? 'bell' : 'bell-slash', l10n.t('Sound when the time is over'), () => actions.toggleChime(), { pressed: model.chime })}
  </span>`;
}

function renderTimerTools(paused: boolean, actions: BoardActions): TemplateResult {
  return html`${iconButton('add', l10n.t('One minute more'), () => actions.ask({ type: 'extendTimer', length: minute }, l10n.t('One minute more.')))}
    ${
      paused
        ? iconButton('debug-start', l10n.t('Go on'), () => actions.ask({ type: 'resumeTimer' }), { key: 'T' })
        : iconButton('debug-pause', l10n.t('Pause'), () => actions.ask({ type: 'pauseTimer' }), { key: 'T' })
    }
    ${iconButton('debug-stop', l10n.t('Stop the timer'), () => actions.ask({ type: 'stopTimer' }))}`;
}

/** Milliseconds as minutes and seconds; negative when the time is over. */
export function clockText(left: number): string {
  const seconds = Math.ceil(Math.abs(left) / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return left < 0 && seconds > 0 ? `−${text}` : text;
}
