import assert from 'node:assert/strict';
import { sayingProgress } from '../../../src/cli/sayingProgress.ts';
import { openTerminal } from '../../../src/cli/terminal.ts';

describe('work in a terminal that takes its time', () => {
  it('shows how far it is, and takes that away at its end', async () => {
    const shown: string[] = [];
    let seen: () => void = () => undefined;
    const wasSeen = new Promise<void>((resolve) => {
      seen = resolve;
    });
    const showProgress = (text: string): void => {
      shown.push(text);
      seen();
    };
    const done = await sayingProgress(
      { showProgress },
      'Checking',
      async (report) => {
        report(0.456);
        await wasSeen;
        return 'done';
      },
      1,
    );
    assert.deepEqual([done, shown[0], shown.at(-1)], ['done', 'Checking: 45 %', '']);
  });

  it('shows nothing where it is done at once, and ends when it fails', async () => {
    const shown: string[] = [];
    const terminal = { showProgress: (text: string) => void shown.push(text) };
    await assert.rejects(
      sayingProgress(terminal, 'Checking', () => Promise.reject(new Error('Not today.'))),
      /Not today/,
    );
    assert.deepEqual(shown, []);
  });

  it('is one line that is written over, and only in a terminal', () => {
    for (const isTTY of [true, false]) {
      let written = '';
      const stderr = { isTTY, write: (text: string) => Boolean((written += text)) };
      const streams = { ...process, stdout: process.stdout, stdin: process.stdin, stderr, env: {} };
      openTerminal(streams as unknown as NodeJS.Process).showProgress('Checking: 45 %');
      assert.equal(written, isTTY ? '\rChecking: 45 %\u001b[K' : '');
    }
  });
});
