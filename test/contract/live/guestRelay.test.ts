import assert from 'node:assert/strict';
import { GuestRelay } from '../../../src/extension/live/guestRelay.ts';
import { guestPanelHost, guestPanelPage } from '../../../src/protocol/guestPanel.ts';
import { Rpc } from '../../../src/protocol/rpc.ts';
import { LiveScene } from './liveScene.ts';

/** The page of a panel, of which there may be one after the other; and what it is told of its connections. */
class Panel {
  readonly told: string[] = [];
  #toExtension: (message: unknown) => void = () => undefined;
  #page: Rpc<typeof guestPanelPage, typeof guestPanelHost> | undefined;
  #hears: () => void = () => undefined;

  readonly webview = {
    postMessage: (message: unknown) => {
      setImmediate(() => this.#page?.receive(message));
      return Promise.resolve(true);
    },
    onDidReceiveMessage: (listener: (message: unknown) => void) => {
      this.#toExtension = listener;
      return { dispose: () => undefined };
    },
  };

  /** A page that has just been loaded. */
  async load(): Promise<Rpc<typeof guestPanelPage, typeof guestPanelHost>> {
    const tell = (what: string): void => {
      this.told.push(what);
      this.#hears();
    };
    const page = new Rpc({
      serves: guestPanelPage,
      asks: guestPanelHost,
      send: (message) => this.#toExtension(message),
      onBug: (error) => assert.fail(String(error)),
      handlers: {
        opened: ({ socket }) => tell(`opened ${socket}`),
        frame: ({ socket, frame }) => tell(`frame ${socket} ${frame}`),
        closed: ({ socket, code }) => tell(`closed ${socket} ${code}`),
      },
    });
    this.#page = page;
    this.told.length = 0;
    await page.ask('begin', null);
    return page;
  }

  /** Waits until something was told that begins so. */
  async until(beginning: string): Promise<string> {
    for (;;) {
      const found = this.told.find((what) => what.startsWith(beginning));
      if (found !== undefined) {
        return found;
      }
      await new Promise<void>((resolve) => {
        this.#hears = resolve;
      });
    }
  }
}

describe('the connection of a panel with its room', () => {
  let scene: LiveScene;
  let panel: Panel;
  let relay: GuestRelay;

  beforeEach(async () => {
    scene = await LiveScene.open();
    panel = new Panel();
    relay = new GuestRelay({
      webview: panel.webview,
      address: () => `http://${scene.host}`,
      deeds: {
        begin: () => ({ room: 'r'.repeat(22), token: '', kept: [], isOwn: true, invites: false }),
        keep: () => undefined,
        title: () => undefined,
        openMinutes: () => undefined,
        openEntry: () => undefined,
      },
      onBug: (error) => assert.fail(String(error)),
    });
  });
  afterEach(async () => {
    relay.close();
    await scene.close();
  });

  it('passes what both say, and the code with which it is closed', async () => {
    const page = await panel.load();
    page.tell('connect', { socket: 1 });
    await panel.until('opened 1');
    const entry = { room: 'none', proof: 'none', name: 'Eve', last: { feed: '', at: 0 } };
    for (let request = 1; request <= 5; request += 1) {
      page.tell('send', { socket: 1, frame: JSON.stringify({ request, method: 'enter', input: entry }) });
    }
    assert.match(await panel.until('frame 1'), /"refusal":1,"code":"not-trusted"/);
    assert.equal(await panel.until('closed 1'), 'closed 1 4004');
  });

  it('is closed with the page that had it, and the next page hears nothing of it', async () => {
    const before = await panel.load();
    before.tell('connect', { socket: 1 });
    await panel.until('opened 1');
    const page = await panel.load();
    page.tell('connect', { socket: 2 });
    await panel.until('opened 2');
    assert.deepEqual(panel.told, ['opened 2']);
  });

  it('says that it is closed where nobody listens', async () => {
    await scene.server.close();
    const page = await panel.load();
    page.tell('connect', { socket: 1 });
    assert.equal(await panel.until('closed 1'), 'closed 1 1006');
  });
});
