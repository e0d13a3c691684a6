/** Milliseconds after which what is typed is kept, whether the typing pauses or not. */
const soon = 150;

/**
 * What is written in the fields for new cards and notes, and in those in which something is changed. The fields belong
 * to whoever types: no view of the board ever changes them, and a key pressed in one draws nothing. Where the keyboard
 * is passed on, each has their own for what is new.
 */
export class BoardFields {
  readonly #root: HTMLElement;
  readonly #typed = new Map<string, string>();
  /** By the id of what is changed; nothing for what nobody has typed in yet. */
  readonly #edited = new Map<string, string>();
  readonly #keep: () => void;
  readonly #later: (act: () => void, milliseconds: number) => void;
  /** The id of whoever has the keyboard. */
  #seat = '';
  /** Something was typed that is not kept yet. */
  #isDue = false;

  /** @param later calls back once, after so many milliseconds */
  constructor(root: HTMLElement, keep: () => void, later: (act: () => void, milliseconds: number) => void) {
    this.#root = root;
    this.#keep = keep;
    this.#later = later;
  }

  get typed(): readonly (readonly [field: string, text: string])[] {
    return [...this.#typed].filter(([, text]) => text.trim() !== '');
  }

  /** Somebody has the keyboard: what they have begun to write is there, and nobody else's. */
  sit(seat: string): void {
    if (seat !== this.#seat) {
      this.#seat = seat;
      for (const area of this.#areas()) {
        area.value = this.#textIn(area);
      }
    }
  }

  /** What was typed before; what has been typed since stays. */
  restore(typed: readonly (readonly [field: string, text: string])[]): void {
    for (const [field, text] of typed) {
      this.#typed.set(field, this.#typed.get(field) ?? text);
    }
  }

  /** Something was typed. */
  write(field: string, text: string): void {
    this.#typed.set(this.#nameOf(field), text);
    if (!this.#isDue) {
      this.#isDue = true;
      this.#later(() => this.flush(), soon);
    }
  }

  /** Keeps what is not kept yet, before the page may go. */
  flush(): void {
    if (this.#isDue) {
      this.#isDue = false;
      this.#keep();
    }
  }

  /** Empties a field whose text was taken, and puts it back where it was not. */
  set(field: string, text: string): void {
    this.#typed.set(this.#nameOf(field), text);
    const area = this.find(field);
    if (area !== undefined) {
      area.value = text;
    }
    this.#keep();
  }

  /** What has been typed in the field of something that is being changed. */
  edited(id: string): string | undefined {
    return this.#edited.get(id);
  }

  edit(id: string, text: string): void {
    this.#edited.set(id, text);
  }

  /** The same, which is done with then. */
  takeEdited(id: string): string | undefined {
    const text = this.#edited.get(id);
    this.#edited.delete(id);
    return text;
  }

  find(field: string): HTMLTextAreaElement | undefined {
    return this.#areas().find((area) => area.dataset['composer'] === field);
  }

  /** Puts what was typed before into fields that have just come to be. */
  fill(): void {
    for (const area of this.#areas()) {
      const text = this.#textIn(area);
      if (area.value === '' && text !== '') {
        area.value = text;
      }
    }
  }

  #areas(): readonly HTMLTextAreaElement[] {
    return [...this.#root.querySelectorAll<HTMLTextAreaElement>('[data-composer]')];
  }

  #textIn(area: HTMLTextAreaElement): string {
    return this.#typed.get(this.#nameOf(area.dataset['composer'] ?? '')) ?? '';
  }

  #nameOf(field: string): string {
    return `${this.#seat} ${field}`;
  }
}
