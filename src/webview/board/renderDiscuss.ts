import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { BoardView, NoteView, TopicView } from '../../core/board/boardView.ts';
import { codicon } from '../codicon.ts';
import type { BoardActions } from './boardActions.ts';
import type { BoardModel } from './boardModel.ts';
import { columnName } from './renderColumns.ts';
import { renderMade, renderMakeButtons } from './renderMade.ts';
import { titleField } from './titleField.ts';
import { findTopic, topicName, topicsByVotes } from './viewParts.ts';

/** The topic that is talked about, with what is said and decided; beside it what is still to come. */
export function renderDiscuss(model: BoardModel, view: BoardView, actions: BoardActions): TemplateResult {
  const topics = topicsByVotes(view);
  const topic = topics.find(({ id }) => id === view.topic) ?? nextTopic(topics);
  return html`<div class="discuss">
    ${topic === undefined ? renderNothing() : renderSubject(model, view, topic, actions)}
    <aside class="queue" aria-label=${l10n.t('Topics')}>
      <h2>${l10n.t('Topics')}</h2>
      <ol>
        ${repeat(
          topics,
          ({ id }) => id,
          (each) => renderQueued(each, each.id === topic?.id, view, actions),
        )}
      </ol>
    </aside>
  </div>`;
}

/** The first topic that nobody has talked about. */
export function nextTopic(topics: readonly TopicView[]): TopicView | undefined {
  return topics.find(({ discussed }) => !discussed) ?? topics[0];
}

function renderNothing(): TemplateResult {
  return html`<div class="subject"><p class="quiet empty">${l10n.t('There is no card to talk about. Go back to writing to add one.')}</p></div>`;
}

function renderQueued(
  topic: TopicView,
  current: boolean,
  { votes, facilitates }: BoardView,
  actions: BoardActions,
): TemplateResult {
  return html`<li>
    <button
      type="button"
      class="queued ${topic.discussed ? 'done' : ''}"
      data-queued=${topic.id}
      aria-current=${current ? 'true' : 'false'}
      ?disabled=${!facilitates}
      @click=${() => actions.ask({ type: 'selectTopic', topic: topic.id })}
    >
      ${codicon(topic.discussed ? 'check' : current ? 'arrow-small-right' : 'blank')}
      <span class="name">${topicName(topic)}</span>
      ${votes.shown && topic.votes > 0 ? html`<span class="number quiet" aria-hidden="true">${topic.votes}</span><span class="unseen">${l10n.t('{0} votes', topic.votes)}</span>` : nothing}
    </button>
  </li>`;
}

function renderSubject(
  model: BoardModel,
  view: BoardView,
  topic: TopicView,
  actions: BoardActions,
): TemplateResult {
  const column = findTopic(view, topic.id)?.column;
  const made = view.made.filter(
    ({ source }) => source === topic.id || topic.cards.some(({ id }) => id === source),
  );
  return html`<section class="subject" data-subject=${topic.id}>
    <p class="quiet where">${column === undefined ? '' : columnName(column)}${
      view.votes.shown && topic.votes > 0
        ? html` · ${topic.votes === 1 ? l10n.t('1 vote') : l10n.t('{0} votes', topic.votes)}`
        : nothing
    }</p>
    <h2 class="heading">${topic.isGroup ? topic.title : (topic.cards[0]?.text ?? '')}</h2>
    ${topic.isGroup ? html`<ul class="cards-of">${topic.cards.map(({ text }) => html`<li>${text}</li>`)}</ul>` : nothing}
    <div class="notes">
      ${repeat(
        topic.notes,
        ({ id }) => id,
        (note) => renderNote(note, model.editing === note.id, actions),
      )}
      <textarea
        class="composer"
        rows="1"
        data-composer="note:${topic.id}"
        placeholder=${l10n.t('Add a note')}
        aria-label=${l10n.t('Add a note to “{0}”', topicName(topic))}
        @keydown=${(event: KeyboardEvent) => actions.composerKey(event, `note:${topic.id}`)}
        @input=${(event: Event) => actions.composed(`note:${topic.id}`, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    ${renderMade(made, view, actions)} ${renderMakeButtons(topic.id, actions)}
    ${view.facilitates ? renderNext(topic, actions) : nothing}
  </section>`;
}

function renderNext(topic: TopicView, actions: BoardActions): TemplateResult {
  return html`<div class="line end">
      <button type="button" class="button" title="D" @click=${() => actions.ask({ type: 'markDiscussed', topic: topic.id, discussed: !topic.discussed }, topic.discussed ? l10n.t('Not discussed yet.') : l10n.t('Discussed.'))}>
        ${topic.discussed ? l10n.t('Talk about it again') : l10n.t('Discussed, next topic')}
      </button>
      <button type="button" class="link" @click=${() => actions.startTimer(topic.id)}>${l10n.t('Timer of 5 minutes for this topic')}</button>
    </div>`;
}

function renderNote({ id, text }: NoteView, editing: boolean, actions: BoardActions): TemplateResult {
  if (editing) {
    return titleField(id, text, l10n.t('Text of the note'), actions, (written) =>
      actions.ask({ type: 'editNote', note: id, text: written }),
    );
  }
  return html`<div class="note">
    <span class="text">${text}</span>
    <button type="button" class="icon" title=${l10n.t('Edit the note')} aria-label=${l10n.t('Edit the note')} @click=${() => actions.edit(id)}>${codicon('edit')}</button>
    <button type="button" class="icon" title=${l10n.t('Delete the note')} aria-label=${l10n.t('Delete the note')} @click=${() => actions.ask({ type: 'deleteNote', note: id }, l10n.t('The note is deleted.'))}>${codicon('trash')}</button>
  </div>`;
}
