import { survey } from '../../core/audit/survey.ts';
import type { Key } from '../capture/captureKeys.ts';

/** The rating that a key stands for, on a statement: `null` leaves it open; `undefined` for any other key. */
export function ratingKey(key: Key): number | null | undefined {
  if (key.ctrlKey || key.metaKey || key.altKey || key.shiftKey || key.isComposing) {
    return undefined;
  }
  if (key.key === '0' || key.key === 'Backspace' || key.key === 'Delete') {
    return null;
  }
  const rating = /^\d$/.test(key.key) ? Number(key.key) : Number.NaN;
  return rating >= survey.scale.from && rating <= survey.scale.to ? rating : undefined;
}
