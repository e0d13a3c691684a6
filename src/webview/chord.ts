/** What a keyboard event says, as far as it matters here. */
export interface ChordKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** Milliseconds, from any start. */
  readonly timeStamp: number;
}

/** Milliseconds for which the editor waits for the second key. */
const longestWait = 5000;

/** Knows the second key of the editor's chords, such as `Ctrl+K L`: the editor hears it, and it is no text for a page. */
export class Chord {
  readonly #mac: boolean;
  #began: number | undefined;

  constructor(mac: boolean) {
    this.#mac = mac;
  }

  /** Whether a key is the second of a chord whose first came just before it. */
  ends({ key, ctrlKey, metaKey, altKey, timeStamp }: ChordKey): boolean {
    if (['Control', 'Meta', 'Shift', 'Alt'].includes(key)) {
      return false;
    }
    const ends = this.#began !== undefined && timeStamp - this.#began < longestWait;
    const begins = !ends && key.toLowerCase() === 'k' && (this.#mac ? metaKey : ctrlKey) && !altKey;
    this.#began = begins ? timeStamp : undefined;
    return ends;
  }

  /** The person has turned to something else. */
  forget(): void {
    this.#began = undefined;
  }
}

/** Keeps the second key of a chord from being typed: whoever listens to keys leaves alone what is prevented already. */
export function leaveChordsAlone(mac: boolean): void {
  const chord = new Chord(mac);
  document.addEventListener('keydown', (event) => chord.ends(event) && event.preventDefault(), true);
  document.addEventListener('pointerdown', () => chord.forget(), true);
  window.addEventListener('blur', () => chord.forget());
}
