import type { BoardHost } from '../../core/board/boardHost.ts';
import type { Deed, DeedType } from '../../core/board/intent.ts';
import type { Refusal } from '../../core/board/refusal.ts';
import type { PanelFacts } from '../../protocol/boardPanel.ts';
import type { Session } from '../session.ts';
// STUB
export class MeetingFiles {
  state: PanelFacts['minutes'] = { state: 'saved', path: '', reason: '' };
  canCommit = true;
  constructor(_s: Session, _h: BoardHost, _t: () => void) {}
  changed(_t: DeedType): void {}
  async look(): Promise<void> {}
  async flush(): Promise<void> {}
  async preview(): Promise<string> { return '# x'; }
  async keepBoth(): Promise<void> {}
  async open(): Promise<void> {}
  async closeMeeting(_l: (d: Deed) => Promise<Refusal | undefined>, _c: boolean): Promise<{ entries: number; sentence: string }> { return { entries: 0, sentence: '' }; }
}
