import type * as vscode from 'vscode';
import type { AuditPanel } from './audit/auditPanel.ts';
import type { BoardPanels } from './board/boardPanels.ts';
import type { CaptureView } from './capture/captureView.ts';
import type { Thanks } from './kudos/thanks.ts';
import type { Guests } from './live/guests.ts';
import type { LogView } from './log/logView.ts';
import type { Nudges } from './nudges/nudges.ts';
import type { Sessions } from './sessions.ts';
import type { TrendsPanel } from './trends/trendsPanel.ts';
import type { Suggestions } from './suggestions/suggestions.ts';
import type { WorkView } from './work/workView.ts';

/** What a command may reach. */
export interface App {
  readonly sessions: Sessions;
  readonly logView: LogView;
  readonly capture: CaptureView;
  readonly suggestions: Suggestions;
  readonly work: WorkView;
  readonly trends: TrendsPanel;
  readonly boards: BoardPanels;
  readonly guests: Guests;
  readonly audit: AuditPanel;
  readonly nudges: Nudges;
  readonly thanks: Thanks;
  /** What is remembered of this workspace. */
  readonly memory: vscode.Memento;
  readonly output: vscode.LogOutputChannel;
  /** The last deletion or step, while it can still be taken back. */
  readonly deletions: { last: Deletion | undefined };
}

/** How to take a deletion or a step back. */
export interface Deletion {
  readonly undo: () => Promise<void>;
}
