import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';

/** Fields that are kept together. A form would have to be sent, which a page of the editor cannot do. */
export interface FormBox {
  readonly content: TemplateResult;
  /** On the button that keeps what was written. */
  readonly words: string;
  /** Takes what was written, by the names of the fields. */
  readonly keep: (text: (name: string) => string) => void;
  readonly cancel: () => void;
}

/** The fields with their two buttons. Enter keeps them, in a text of several lines with Ctrl or Command. */
export function formBox({ content, words, keep, cancel }: FormBox): TemplateResult {
  const save = (inside: EventTarget | null): void => {
    const box = (inside as Element).closest('.form');
    const missing = [...(box?.querySelectorAll<HTMLInputElement>('input[required]') ?? [])].find(
      ({ value }) => value.trim() === '',
    );
    if (missing !== undefined) {
      missing.setAttribute('aria-invalid', 'true');
      missing.focus();
    } else if (box !== null) {
      keep((name) => textOf(box, name));
    }
  };
  return html`<div
    class="form"
    @keydown=${(event: KeyboardEvent) => {
      const inText = (event.target as Element).tagName === 'TEXTAREA';
      const onButton = (event.target as Element).tagName === 'BUTTON';
      const control = event.ctrlKey || event.metaKey;
      if (event.key === 'Enter' && !event.isComposing && !onButton && (control || !inText)) {
        event.preventDefault();
        save(event.target);
      }
    }}
  >
    ${content}
    <div class="line">
      <button type="button" class="button" @click=${(event: Event) => save(event.currentTarget)}>${words}</button>
      <button type="button" class="button secondary" @click=${cancel}>${l10n.t('Cancel')}</button>
    </div>
  </div>`;
}

function textOf(box: Element, name: string): string {
  const field = box.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`);
  return field?.value.trim() ?? '';
}
