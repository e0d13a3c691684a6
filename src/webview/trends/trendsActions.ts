import type { TrendsChoice } from '../../protocol/trends.ts';

/** What a person can do in the trends panel. */
export interface TrendsActions {
  /** An empty word stands for all. */
  choose(change: Partial<TrendsChoice>): void;
  /** Brings an indicator into sight and goes there. */
  goTo(key: string): void;
  pick(key: string, at: number): void;
  showEntries(key: string, at: number): void;
  toggleTable(key: string, isOpen: boolean): void;
  openFile(path: string): void;
  showKeys(): void;
  stopReading(): void;
  readHistory(): void;
  startLog(): void;
  logExperiment(): void;
  logKudos(): void;
  openFolder(): void;
  manageTrust(): void;
}
