import type * as vscode from 'vscode';

const key = 'retrolog.openBoards';

/** The ids of meetings whose boards were open in this window when it was last known. */
export function wereOpen(memory: vscode.Memento): readonly string[] {
  const kept = memory.get<unknown>(key);
  return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
}

/** Remembers which boards are open. */
export async function rememberOpen(memory: vscode.Memento, meetings: readonly string[]): Promise<void> {
  await memory.update(key, meetings.length === 0 ? undefined : meetings);
}
