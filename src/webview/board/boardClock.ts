import { clockText } from './renderTimer.ts';

/** Lets the shared clock tick. Only its digits are drawn, so that nothing else is. */
export class BoardClock {
  readonly #root: HTMLElement;
  readonly #timeIsOver: () => void;
  #timer: number | undefined;
  /** The end that was told of already. */
  #told = '';
  /** The end that was seen to lie ahead. */
  #ahead = '';

  constructor(root: HTMLElement, timeIsOver: () => void) {
    this.#root = root;
    this.#timeIsOver = timeIsOver;
  }

  /** Shows the time that is left, now and from second to second while there is a clock. */
  show(): void {
    const clock = this.#root.querySelector<HTMLElement>('#clock');
    window.clearTimeout(this.#timer);
    if (clock === null) {
      return;
    }
    const ends = clock.dataset['ends'] ?? '';
    const left = ends === '' ? Number(clock.dataset['left']) : Number(ends) - Date.now();
    const text = clockText(left);
    if (clock.textContent !== text) {
      clock.textContent = text;
      clock.classList.toggle('over-time', left <= 0);
    }
    if (ends !== '') {
      this.#timer = window.setTimeout(() => this.show(), ((left % 1000) + 1000) % 1000 || 1000);
      this.#tell(ends, left);
    }
  }

  /** Tells once that the time is over; not where it was over long before the page came to be. */
  #tell(ends: string, left: number): void {
    this.#ahead = left > 0 ? ends : this.#ahead;
    const isNow = left <= 0 && (left > -3000 || this.#ahead === ends);
    if (isNow && this.#told !== ends) {
      this.#told = ends;
      this.#timeIsOver();
    }
  }
}

/** Two soft notes. */
export function chime(): void {
  const audio = new AudioContext();
  for (const [at, pitch] of [
    [0, 660],
    [0.25, 880],
  ] as const) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.15, audio.currentTime + at);
    loudness.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + at + 0.8);
    tone.connect(loudness).connect(audio.destination);
    tone.start(audio.currentTime + at);
    tone.stop(audio.currentTime + at + 0.8);
  }
  window.setTimeout(() => void audio.close(), 2000);
}
