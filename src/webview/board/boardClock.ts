import { clockText } from './renderTimer.ts';

/** Lets the shared clock tick. Only its digits are drawn, so that nothing else is. */
export class BoardClock {
  readonly #root: HTMLElement;
  readonly #sounds: () => boolean;
  #timer: number | undefined;
  /** The end for which the sound was made already. */
  #rung = '';

  constructor(root: HTMLElement, sounds: () => boolean) {
    this.#root = root;
    this.#sounds = sounds;
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
      this.#ring(ends, left);
      this.#timer = window.setTimeout(() => this.show(), ((left % 1000) + 1000) % 1000 || 1000);
    }
  }

  /** Rings once when the time is over; not for one that was over when the page came to be. */
  #ring(ends: string, left: number): void {
    const isNow = left <= 0 && left > -3000;
    if (isNow && this.#rung !== ends && this.#sounds()) {
      this.#rung = ends;
      chime();
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
