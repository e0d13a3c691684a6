import { answered, muted, readMemory, type SuggestionMemory } from '../../core/suggest/suggestionMemory.ts';
import type { App } from '../app.ts';
import { setContext } from '../setContext.ts';
import { chosenSuggestion } from './chosenSuggestion.ts';

/** Turns a suggestion down for good. It can be taken back like a deletion. */
export function dismissSuggestion(app: App) {
  return async (row: unknown): Promise<void> => {
    const { suggestion } = chosenSuggestion(app, row);
    await change(app, (memory) => answered(memory, suggestion, false));
  };
}

/** Silences the rule that a suggestion came from. */
export function muteRule(app: App) {
  return async (row: unknown): Promise<void> => {
    const { suggestion } = chosenSuggestion(app, row);
    await change(app, (memory) => muted(memory, suggestion.rule));
  };
}

async function change(app: App, to: (memory: SuggestionMemory) => SuggestionMemory): Promise<void> {
  const before = readMemory(app.suggestions.kept);
  app.deletions.last = { undo: () => app.suggestions.keep(before) };
  setContext('retrolog.canUndoDelete', true);
  await app.suggestions.keep(to(before));
}
