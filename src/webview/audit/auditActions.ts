import type { ThemeTexts } from '../../core/audit/audit.ts';
import type { Theme } from '../../core/audit/survey.ts';

/** What people can do on the audit’s page. */
export interface AuditActions {
  /** `undefined` leaves the statement open. */
  rate(id: string, rating: number | undefined): void;
  say(theme: Theme, key: keyof ThemeTexts, text: string): void;
  goTo(step: number): void;
  save(): void;
  plan(): void;
  openFile(path: string): void;
  throwAway(): void;
  startAnew(): void;
}
