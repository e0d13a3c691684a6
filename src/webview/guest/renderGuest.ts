import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { LiveFacts } from '../../protocol/boardPanel.ts';
import type { OfferedTemplate } from '../../protocol/liveRoom.ts';
import type { UnsentCard } from '../board/unsentCards.ts';
import { codicon } from '../codicon.ts';
import { renderStart, type StartActions } from './renderStart.ts';
import type { Over } from './roomLink.ts';

/** How far a guest is. */
export type GuestState =
  | { readonly name: 'asking' }
  | { readonly name: 'entering' }
  | { readonly name: 'waiting' }
  | { readonly name: 'in' }
  | { readonly name: 'over'; readonly why: Over };

/** What the page shows before and after the board. */
export interface GuestModel {
  readonly state: GuestState;
  /** What this person called themselves last. */
  readonly name: string;
  /** Leads to the same retro in an editor; empty for none. */
  readonly editorLink: string;
  readonly live: LiveFacts | undefined;
  readonly offer: readonly OfferedTemplate[];
  /** What was written for this room and never got there. */
  readonly unsent: readonly UnsentCard[];
  /** The page is in a browser of its own, which keeps things for each address. */
  readonly isBrowser: boolean;
  readonly complaint: string;
}

/** What a guest can do there. */
export interface GuestActions extends StartActions {
  enter(name: string): void;
  copyUnsent(): void;
}

/** The page of a guest while there is no board: one thing at a time. */
export function renderGuest(model: GuestModel, actions: GuestActions): TemplateResult {
  return html`<div class="door">
    ${renderState(model, actions)}
    <div role="alert">${model.complaint === '' ? nothing : html`<p class="complaint">${codicon('error')}<span>${model.complaint}</span></p>`}</div>
  </div>`;
}

function renderState(model: GuestModel, actions: GuestActions): TemplateResult {
  const { state, live } = model;
  switch (state.name) {
    case 'asking':
      return renderName(model, actions);
    case 'entering':
      return html`<p class="quiet" role="status">${l10n.t('Connecting…')}</p>`;
    case 'waiting':
      return html`<h1>${l10n.t('Almost there')}</h1>
        <p role="status">${l10n.t('The facilitator has been asked to let you in. Keep this page open.')}</p>`;
    case 'in':
      return live?.host === true
        ? renderStart(model.offer, live, actions)
        : html`<h1>${l10n.t('You are in')}</h1>
            <p role="status">${l10n.t('The board comes up here as soon as the facilitator starts the retro.')}</p>`;
    case 'over':
      return html`${renderOver(state.why)} ${renderNeverSent(model, actions)}`;
  }
}

function renderName({ name, editorLink }: GuestModel, actions: GuestActions): TemplateResult {
  const enter = (target: EventTarget | null): void => {
    const field = (target as Element).closest('.door')?.querySelector('input');
    if (field?.value.trim() === '') {
      field.setAttribute('aria-invalid', 'true');
      field.focus();
    } else {
      actions.enter(field?.value ?? '');
    }
  };
  return html`<h1>${l10n.t('Join the retro')}</h1>
    <label class="field">
      <span>${l10n.t('Your name, or what you want to be called here')}</span>
      <input
        class="title-field"
        data-field="name"
        maxlength="60"
        autocomplete="nickname"
        autofocus
        .value=${name}
        @keydown=${(event: KeyboardEvent) => (event.key === 'Enter' && !event.isComposing ? enter(event.currentTarget) : undefined)}
      />
    </label>
    <button type="button" class="button" @click=${(event: Event) => enter(event.currentTarget)}>${l10n.t('Join')}</button>
    <p class="quiet">${l10n.t('No account is needed. What you write is kept in the team’s repository, and nowhere else.')}</p>
    ${editorLink === '' ? nothing : html`<a class="link in-editor" href=${editorLink}>${l10n.t('Join in VS Code instead')}</a>`}`;
}

function renderOver(why: Over): TemplateResult {
  const [title, sentence] = overWords(why);
  return html`<h1>${title}</h1>
    <p role="status">${sentence}</p>`;
}

/** What was written and never got there is not lost, and nobody has to remember it. */
function renderNeverSent(
  { unsent, isBrowser }: GuestModel,
  actions: GuestActions,
): TemplateResult | typeof nothing {
  return unsent.length === 0
    ? nothing
    : html`<section class="never-sent" aria-label=${l10n.t('Cards that were not sent')}>
        <p>${unsent.length === 1 ? l10n.t('A card that you wrote was not sent:') : l10n.t('{0} cards that you wrote were not sent:', unsent.length)}</p>
        <ul class="unsent-cards">${unsent.map(({ text }) => html`<li class="anywhere">${text}</li>`)}</ul>
        <p class="quiet">${isBrowser ? l10n.t('What was not sent is kept here, and offered to you in the next retro that you join at this address.') : l10n.t('What was not sent is kept here, and offered to you in the next retro that you join from this editor.')}</p>
        <button type="button" class="button secondary" @click=${() => actions.copyUnsent()}>${codicon('copy')}<span>${l10n.t('Copy')}</span></button>
      </section>`;
}

function overWords(why: Over): readonly [title: string, sentence: string] {
  switch (why) {
    case 'ended':
      return [
        l10n.t('The retro has ended'),
        l10n.t('Its minutes are in the team’s repository. You can close this page.'),
      ];
    case 'removed':
      return [
        l10n.t('You were taken off the board'),
        l10n.t('If that was a mistake, ask the facilitator for the invitation again.'),
      ];
    case 'turnedAway':
      return [
        l10n.t('Not this time'),
        l10n.t('The facilitator did not let you in. Ask them if that was a mistake.'),
      ];
    case 'crowded':
      return [
        l10n.t('Open somewhere else'),
        l10n.t('You have this retro open in other tabs or on other devices. Reload to go on here.'),
      ];
    case 'refused':
      return [
        l10n.t('This link lets nobody in'),
        l10n.t(
          'It may be old or not whole, or the retro has ended or is locked. Ask the facilitator for a new one.',
        ),
      ];
  }
}
