import assert from 'node:assert/strict';
import { keepMeanwhile } from '../../src/extension/board/keepMeanwhile.ts';
import { PageMemory } from '../../src/extension/board/pageMemory.ts';
import { boardHost, boardPanel, type KeptPage } from '../../src/protocol/boardPanel.ts';
import { Rpc } from '../../src/protocol/rpc.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

describe('a page that has no board behind it any more', () => {
  it('has what is typed on it kept until another page is there, and nothing else', async () => {
    const fail = (error: unknown): void => assert.fail(String(error));
    const listeners = new Set<(message: unknown) => void>();
    const page = new Rpc({
      serves: boardPanel,
      asks: boardHost,
      handlers: { show: fail, change: fail, know: fail },
      send: (message) => listeners.forEach((listener) => listener(message)),
      onBug: fail,
    });
    const webview = {
      onDidReceiveMessage: (listener: (message: unknown) => void) => {
        listeners.add(listener);
        return { dispose: () => listeners.delete(listener) };
      },
    };
    const files = new MemoryFiles();
    const memory = new PageMemory(files, 'page.json', fail);
    // As a board that is let go of ends, mostly with nothing left to be written.
    await memory.flush();
    const meanwhile = keepMeanwhile(webview, memory, fail);
    const typed = (text: string): KeptPage => ({ typed: [['ada column-1', text]], keys: [] });
    page.tell('keep', typed('Half'));
    page.tell('share', null);
    page.tell('keep', typed('Half a thought'));
    meanwhile.dispose();
    page.tell('keep', typed('More'));
    await memory.flush();
    assert.deepEqual(await new PageMemory(files, 'page.json', fail).kept(), typed('Half a thought'));
  });
});
