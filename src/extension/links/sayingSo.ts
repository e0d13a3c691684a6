import * as vscode from 'vscode';

/** Milliseconds after which work that goes on is said. */
const noticeable = 1000;

/** Waits for work, and says at the bottom of the window what goes on if it takes its time. */
export async function sayingSo<T>(what: string, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => {
    void vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: what }, () =>
      work.then(nothing, nothing),
    );
  }, noticeable);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

function nothing(): void {}
