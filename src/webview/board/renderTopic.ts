import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { live as asTyped } from 'lit-html/directives/live.js';
import { repeat } from 'lit-html/directives/repeat.js';
import type { BoardView, CardView, TopicView } from '../../core/board/boardView.ts';
import { kindIcon } from '../capture/kindIcon.ts';
import { codicon } from '../codicon.ts';
import type { BoardActions } from './boardActions.ts';
import { iconButton } from './iconButton.ts';
import { titleField } from './titleField.ts';
import { firstLine, topicName } from './viewParts.ts';

/** How a topic stands among the others. */
export interface TopicStand {
  readonly view: BoardView;
  /** The id of the topic or of its card that is being edited, empty for none; so it is with the next two. */
  readonly editing: string;
  /** Which one the keyboard or the pointer is at. */
  readonly active: string;
  /** Which one the Tab key reaches. */
  readonly stop: string;
  /** It waits for another meeting, and so is not voted for. */
  readonly parked: boolean;
  /** Each has a screen of their own, so that a card can say whose it is. */
  readonly live: boolean;
}

/** A lone card, or a group with its cards. */
export function renderTopic(topic: TopicView, stand: TopicStand, actions: BoardActions): TemplateResult {
  return topic.isGroup ? renderGroup(topic, stand, actions) : renderLone(topic, stand, actions);
}

function renderLone(topic: TopicView, stand: TopicStand, actions: BoardActions): TemplateResult {
  const [card] = topic.cards;
  return html`<div class="topic" role="listitem" data-topic=${topic.id}>
    ${card === undefined ? nothing : renderCard(card, topic, stand, actions)}
  </div>`;
}

function renderGroup(topic: TopicView, stand: TopicStand, actions: BoardActions): TemplateResult {
  const { view, active, stop, editing, parked } = stand;
  return html`<div class="topic group" role="listitem" data-topic=${topic.id}>
    <div
      class="group-head"
      data-id=${topic.id}
      data-group
      role="group"
      aria-label=${l10n.t('Group: {0}, {1} cards', topic.title, topic.cards.length)}
      tabindex=${stop === topic.id ? '0' : '-1'}
      draggable=${editing === topic.id ? 'false' : 'true'}
    >
      ${
        editing === topic.id
          ? titleField(topic.id, topic.title, l10n.t('Title of the group'), actions, (title) =>
              actions.ask({ type: 'renameGroup', group: topic.id, title }, l10n.t('The group is renamed.')),
            )
          : renderGroupTitle(topic)
      }
      ${active === topic.id && editing === '' && view.state === 'open' ? renderGroupTools(topic, actions) : nothing}
      ${parked ? nothing : renderVotes(topic, view, actions)}
    </div>
    <div class="members" role="list" aria-label=${topic.title}>
      ${repeat(
        topic.cards,
        ({ id }) => id,
        (card) => html`<div role="listitem">${renderCard(card, topic, stand, actions)}</div>`,
      )}
    </div>
  </div>`;
}

/** A group that nobody has named is called like its first card, which is said once. */
function renderGroupTitle({ title, cards }: TopicView): TemplateResult {
  return title === firstLine(cards[0]?.text ?? '', 120)
    ? html`<span class="group-title quiet">${l10n.t('{0} cards', cards.length)}</span>`
    : html`<span class="group-title">${title}</span>`;
}

function renderCard(
  card: CardView,
  topic: TopicView,
  { view, editing, active, stop, parked, live }: TopicStand,
  actions: BoardActions,
): TemplateResult {
  if (editing === card.id) {
    return renderCardField(card, actions);
  }
  return html`<div
    class="card"
    data-id=${card.id}
    role="group"
    aria-label=${cardLabel(card, topic, view, parked)}
    tabindex=${stop === card.id ? '0' : '-1'}
    draggable="true"
  >
    ${card.given === null ? html`<span class="text">${card.text}</span>` : renderGiven(card, actions)}
    ${live ? renderWriter(card, view) : nothing}
    ${topic.isGroup || parked ? nothing : renderVotes(topic, view, actions)}
    ${active === card.id && view.state === 'open' ? renderCardTools(card, topic, view, actions) : nothing}
  </div>`;
}

/** Who wrote a card, where the board says so. */
function renderWriter(
  { author, mine }: CardView,
  { participants }: BoardView,
): TemplateResult | typeof nothing {
  const writer = participants.find(({ id }) => id === author);
  return writer === undefined || mine ? nothing : html`<span class="writer quiet">${writer.name}</span>`;
}

/** An entry that was logged in the period: it says so, and leads there. */
function renderGiven({ text, given }: CardView, actions: BoardActions): TemplateResult {
  return html`<span class="given">
    ${given === null ? nothing : kindIcon(given.kind)}
    ${
      actions.canOpen
        ? html`<button type="button" class="link entry" tabindex="-1" title=${l10n.t('Open the entry')} @click=${() => actions.openEntry(given?.id ?? '')}>${text}</button>`
        : html`<span class="entry">${text}</span>`
    }
  </span>`;
}

function cardLabel(card: CardView, topic: TopicView, { phase, votes }: BoardView, parked: boolean): string {
  const parts = [card.given === null ? card.text : l10n.t('Entry: {0}', card.text)];
  if (topic.isGroup || parked) {
    return parts.join(', ');
  }
  if (phase === 'vote' && !votes.revealed) {
    parts.push(l10n.t('{0} votes of yours', topic.myVotes));
  } else if (votes.shown) {
    parts.push(l10n.t('{0} votes', topic.votes));
  }
  return parts.join(', ');
}

function renderCardField(card: CardView, actions: BoardActions): TemplateResult {
  const keep = (text: string): void => {
    if (text !== card.text) {
      actions.ask({ type: 'editCard', card: card.id, text }, l10n.t('The card is changed.'));
    }
  };
  return html`<textarea
    class="card card-field"
    rows="1"
    data-edits=${card.id}
    aria-label=${l10n.t('Text of the card')}
    .value=${asTyped(actions.editedText(card.id) ?? card.text)}
    @input=${(event: Event) => actions.edited(card.id, (event.currentTarget as HTMLTextAreaElement).value)}
    @keydown=${(event: KeyboardEvent) => {
      const isKept = event.key === 'Enter' && !event.shiftKey;
      if (event.isComposing || (!isKept && event.key !== 'Escape')) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      actions.stopEditing(card.id, isKept ? keep : undefined);
    }}
    @blur=${() => actions.stopEditing(card.id, keep)}
  ></textarea>`;
}

function renderCardTools(
  card: CardView,
  topic: TopicView,
  view: BoardView,
  actions: BoardActions,
): TemplateResult {
  const { id } = card;
  const canChange = card.mine || (view.facilitates && !card.hidden);
  const tool = (icon: string, words: string, key: string, act: () => void): TemplateResult =>
    iconButton(icon, words, act, { key, passed: true });
  const picker = (name: 'group' | 'move') => () =>
    actions.open({ name: 'picker', picker: { name, topic: id, typed: '', picked: 0 } });
  return html`<span class="tools" role="toolbar" aria-label=${l10n.t('For this card')}>
    ${canChange && card.given === null ? tool('edit', l10n.t('Edit'), 'E', () => actions.edit(id)) : nothing}
    ${card.hidden ? nothing : tool('combine', l10n.t('Group with…'), 'G', picker('group'))}
    ${topic.isGroup ? tool('ungroup-by-ref-type', l10n.t('Take out of the group'), 'U', () => actions.ask({ type: 'ungroupCard', card: id }, l10n.t('Taken out of the group.'))) : nothing}
    ${tool('arrow-swap', l10n.t('Move to…'), 'M', picker('move'))}
    ${card.hidden ? nothing : tool('circle-large-outline', l10n.t('Make an action'), 'A', () => actions.openForm('action', id))}
    ${canChange ? tool('trash', l10n.t('Delete'), 'Delete', () => actions.ask({ type: 'deleteCard', card: id }, l10n.t('“{0}” is deleted.', firstLine(card.text, 40)))) : nothing}
  </span>`;
}

function renderGroupTools(topic: TopicView, actions: BoardActions): TemplateResult {
  const { id } = topic;
  return html`<span class="tools" role="toolbar" aria-label=${l10n.t('For this group')}>
    ${iconButton('edit', l10n.t('Rename'), () => actions.edit(id), { key: 'E', passed: true })}
    ${iconButton('combine', l10n.t('Group with…'), () => actions.open({ name: 'picker', picker: { name: 'group', topic: id, typed: '', picked: 0 } }), { key: 'G', passed: true })}
    ${iconButton('split-horizontal', l10n.t('Split'), () => actions.ask({ type: 'splitGroup', group: id }, l10n.t('The group is split.')), { key: 'S', passed: true })}
  </span>`;
}

/** While the team votes, what the person has given, with a way to give and take; later what came of it. */
export function renderVotes(
  topic: TopicView,
  { phase, votes, state }: BoardView,
  actions: BoardActions,
): TemplateResult | typeof nothing {
  if (phase === 'vote' && !votes.revealed && state === 'open') {
    return renderOwnVotes(topic, votes, actions);
  }
  return votes.shown && topic.votes > 0
    ? html`<span class="votes shown">${topic.votes === 1 ? l10n.t('1 vote') : l10n.t('{0} votes', topic.votes)}</span>`
    : nothing;
}

function renderOwnVotes(
  topic: TopicView,
  { limits, left }: BoardView['votes'],
  actions: BoardActions,
): TemplateResult {
  const name = firstLine(topicName(topic), 60);
  const most = Math.min(limits.perCard, 10);
  return html`<span class="votes own">
    ${iconButton('remove', l10n.t('One vote less for “{0}”', name), () => actions.ask({ type: 'unvote', topic: topic.id }, l10n.t('One vote less for “{0}”.', name)), { disabled: topic.myVotes === 0, passed: true })}
    <span class="dots" aria-hidden="true">
      ${limits.perCard <= 10 ? Array.from({ length: most }, (_, at) => codicon(at < topic.myVotes ? 'circle-filled' : 'circle')) : topic.myVotes}
    </span>
    ${iconButton('add', l10n.t('One vote more for “{0}”', name), () => actions.ask({ type: 'vote', topic: topic.id }, l10n.t('One vote more for “{0}”, {1} left.', name, Math.max(0, left - 1))), { disabled: left === 0 || topic.myVotes >= limits.perCard, passed: true })}
  </span>`;
}
