import { liveLimits } from './liveLimits.ts';
import { isFlag, shape, text } from './guard.ts';

/** A piece of a message that is too long for one frame. */
const isPart = shape({ part: text(liveLimits.part), more: isFlag });

/** The longest message that is put together again, in UTF-16 units. A full board is below this. */
const longestMessage = 64 * 1024 * 1024;

/** The frames that carry a message: one, or several parts where it is long. */
export function* framesOf(message: string): Generator<string> {
  if (message.length <= liveLimits.part) {
    yield message;
    return;
  }
  for (let at = 0; at < message.length; at += liveLimits.part) {
    const more = at + liveLimits.part < message.length;
    yield JSON.stringify({ part: message.slice(at, at + liveLimits.part), more });
  }
}

/** Puts messages together again from the frames that carry them. */
export class FrameReader {
  #parts: string[] = [];
  #length = 0;

  /** What a frame completes, parsed; `undefined` where it completes nothing, or is no JSON. */
  read(frame: string): unknown {
    const value = parsed(frame);
    if (!isPart(value)) {
      return value;
    }
    this.#length += value.part.length;
    this.#parts.push(value.part);
    if (value.more && this.#length <= longestMessage) {
      return undefined;
    }
    const whole = this.#parts.join('');
    this.#parts = [];
    this.#length = 0;
    return value.more ? undefined : parsed(whole);
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
