import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { EditorWindow, WindowOptions } from '#host/editorWindow.mjs';
import { startServer } from '#host/startServer.mjs';
import { filesBelow, textIfThere } from '../../support/filesBelow.ts';
import type { GitRepository } from '../../support/gitRepository.ts';
import { hostVersion, inWindow } from './editor.ts';

/** A window whose extensions live by a clock that the test moves. Its time zone is UTC. */
export interface MovedWindow {
  readonly window: EditorWindow;
  /** Moves the clock, as in `2027-01-12T16:31`, and comes back to the window as somebody who was away. */
  readonly moveTo: (time: string) => Promise<void>;
  /** Comes back to the window once more. */
  readonly comeBack: () => Promise<void>;
  /** Opens another window of the same person on the same folder, beside this one. */
  readonly second: (test: (other: Pick<MovedWindow, 'window' | 'moveTo'>) => Promise<void>) => Promise<void>;
  /** What was shown so far, as it is kept: `question 2027-01-12`. */
  readonly shown: () => readonly string[];
}

/** Opens a window on a repository at a time, with settings of the user's own, and runs a test in it. */
export async function withMovedClock(
  repository: GitRepository,
  at: string,
  userSettings: Record<string, unknown>,
  test: (moved: MovedWindow) => Promise<void>,
  options: WindowOptions = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'retrolog-clock-'));
  const file = join(folder, 'ahead');
  const set = (time: string) => {
    // In one go: whoever reads half of it would be back in the real time.
    writeFileSync(`${file}.new`, String(Date.parse(`${time}:00Z`) - Date.now()));
    renameSync(`${file}.new`, file);
  };
  set(at);
  const server = await startServer({
    version: hostVersion(),
    userSettings,
    env: { RETROLOG_CLOCK: file, TZ: 'UTC' },
    nodeFlags: ['--require', resolve('test/support/movedClock.cjs')],
  });
  const comeBack = (window: EditorWindow) => window.page.evaluate(leaveAndComeBack);
  const moveTo = (window: EditorWindow) => async (time: string) => {
    set(time);
    await comeBack(window);
  };
  const open = (then: (window: EditorWindow) => Promise<void>) => inWindow(repository, options, then, server);
  try {
    await open((window) =>
      test({
        window,
        comeBack: () => comeBack(window),
        moveTo: moveTo(window),
        second: (then) => open((other) => then({ window: other, moveTo: moveTo(other) })),
        shown: () => shownIn(server.userDataDir),
      }),
    );
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** The window loses the focus to another program, and gets it again. */
async function leaveAndComeBack(): Promise<void> {
  const before = document.hasFocus.bind(document);
  // With the focus in a frame, the editor would hear nothing of losing it.
  globalThis.dispatchEvent(new Event('focus'));
  document.hasFocus = () => false;
  globalThis.dispatchEvent(new Event('blur'));
  // The editor believes that the focus is lost when it is not back in its next turn.
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
  document.hasFocus = () => true;
  globalThis.dispatchEvent(new Event('focus'));
  document.hasFocus = before;
}

/** The extension’s own storage of the machine. */
function shownIn(userDataDir: string): readonly string[] {
  const folder = join(userDataDir, 'User/globalStorage');
  const [file] = filesBelow(folder).filter((name) => name.endsWith('nudges.json'));
  const text = file && textIfThere(join(folder, file));
  if (text === undefined) {
    return [];
  }
  const kept = JSON.parse(text) as {
    readonly shown: readonly { readonly kind: string; readonly occasion: string }[];
  };
  assert.ok(Array.isArray(kept.shown));
  return kept.shown.map(({ kind, occasion }) => `${kind} ${occasion}`);
}
