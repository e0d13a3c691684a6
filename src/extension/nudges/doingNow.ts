import * as vscode from 'vscode';
import type { Doing } from '../../core/nudges/gate.ts';
import type { CaptureView } from '../capture/captureView.ts';
import { boardPanelId } from '../manifestNames.ts';
import { isOn } from '../settingOf.ts';

/** Milliseconds after the last word in the capture view for which somebody is still writing. */
const writingPause = 5 * 60 * 1000;

/**
 * What this person is doing in this window.
 *
 * @param now milliseconds since the epoch
 */
export function doingNow(capture: CaptureView, now: number): Doing {
  return {
    quiet: isOn('quiet'),
    debugging: vscode.debug.activeDebugSession !== undefined,
    boardOpen: vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isBoard)),
    writing: Math.abs(now - (capture.usedAt ?? Number.NEGATIVE_INFINITY)) < writingPause,
    elsewhere: !vscode.window.state.focused,
  };
}

/** The editor puts a word of its own before the name of a panel. */
function isBoard({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith(boardPanelId);
}
