import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type Gate, gates } from '../../../src/node/live/liveMeter.ts';
import { LiveServer } from '../../../src/node/live/liveServer.ts';
import { type Health, MetricsServer } from '../../../src/node/live/metricsServer.ts';
import { PrometheusMeter } from '../../../src/node/live/prometheusMeter.ts';
import { systemClock } from '../../../src/node/systemClock.ts';
import { liveLimits } from '../../../src/protocol/liveLimits.ts';
import { LiveScene } from './liveScene.ts';
import { sendRaw, upgradeRequest } from './rawHttp.ts';

describe('the figures of a live server', function () {
  this.timeout(120_000);
  let scene: LiveScene;
  let meter: PrometheusMeter;
  beforeEach(async () => {
    meter = new PrometheusMeter(() => scene.server);
    // Nobody is taken for gone who reads slowly, however slow the disk is.
    scene = await LiveScene.open({ meter, heartbeat: 600_000 });
  });
  afterEach(() => scene.close());

  /** Every figure of ours by its name and labels. */
  async function figures(): Promise<Readonly<Record<string, number>>> {
    const lines = (await meter.text()).split('\n').filter((line) => line.startsWith('retrolog_'));
    return Object.fromEntries(lines.map((line) => [line.split(' ')[0], Number(line.split(' ')[1])]));
  }

  const keptOut = async (): Promise<Partial<Record<Gate, number>>> => {
    const all = await figures();
    const counted = gates.map((gate) => [gate, all[`retrolog_kept_out_total{gate="${gate}"}`]] as const);
    assert.ok(counted.every(([, count]) => count !== undefined));
    return Object.fromEntries(counted.filter(([, count]) => count !== 0));
  };

  it('say how many rooms, people and connections there are', async () => {
    const ada = await scene.facilitator();
    const ben = await scene.guest(ada, 'Ben');
    const again = await scene.connect();
    await again.enter({ ...LiveScene.partsOf(scene.opened.guestLink), proof: ben.secret });
    await scene.connect();
    const all = await figures();
    assert.deepEqual([all['retrolog_rooms'], all['retrolog_people'], all['retrolog_sockets']], [1, 2, 4]);
    ben.drop();
    again.drop();
    while (scene.countOf('left') < 2) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal((await figures())['retrolog_people'], 1);
  });

  it('count what was done and what was refused, and time the journal', async () => {
    const ada = await scene.facilitator();
    await ada.does({ type: 'goTo', phase: 'write' });
    const before = await figures();
    await ada.adds('One');
    await ada.adds('Two');
    assert.equal(await ada.does({ type: 'vote', topic: 'nothing1' }), 'not-the-phase');
    assert.equal(await ada.does({ type: 'deleteCard', card: 'nothing1' }), 'no-such-card');
    const all = await figures();
    const more = (name: string): number => (all[name] ?? 0) - (before[name] ?? 0);
    assert.equal(more('retrolog_intents_taken_total'), 2);
    assert.equal(more('retrolog_intents_refused_total{reason="not-the-phase"}'), 1);
    assert.equal(more('retrolog_intents_refused_total{reason="no-such-card"}'), 1);
    assert.equal(more('retrolog_journal_append_seconds_count'), 2);
    assert.ok(more('retrolog_journal_append_seconds_sum') > 0);
    assert.match(await meter.text(), /^nodejs_eventloop_lag_p99_seconds \d/m);
    assert.match(await meter.text(), /^process_resident_memory_bytes \d{7,}/m);
  });

  it('count at which gate somebody was kept out', async () => {
    const { port, host } = scene;
    const own = [`Host: ${host}`, `Origin: http://${host}`];
    await sendRaw(port, upgradeRequest(own, { version: '1.0' }));
    await sendRaw(port, upgradeRequest(own, { method: 'POST' }));
    await sendRaw(port, upgradeRequest(['Host: evil.example', `Origin: http://${host}`]));
    await sendRaw(port, upgradeRequest([`Host: ${host}`, 'Origin: https://evil.example']));
    await sendRaw(port, upgradeRequest(own, { path: '/other' }));
    assert.deepEqual(await keptOut(), { request: 1, method: 1, host: 1, origin: 1, path: 1 });
    await sendRaw(port, 'no HTTP at all\r\n\r\n');
    assert.equal((await keptOut()).request, 2);
  });

  it('count who showed what lets nobody in, until their address is blocked', async () => {
    const { port, host } = scene;
    for (let socket = 0; socket < liveLimits.failuresPerMinute / liveLimits.failuresPerSocket; socket += 1) {
      const eve = await scene.connect();
      for (let count = 0; count < liveLimits.failuresPerSocket; count += 1) {
        await assert.rejects(eve.enter({ name: 'Eve' }));
      }
      await eve.untilClosed();
    }
    await sendRaw(port, upgradeRequest([`Host: ${host}`, `Origin: http://${host}`]));
    assert.deepEqual(await keptOut(), { proof: 20, failures: 4, blocked: 1 });
  });

  it('count each connection that is cut off once', async () => {
    const ada = await scene.facilitator();
    const [long, binary, loud] = [
      await scene.guest(ada, 'Long'),
      await scene.guest(ada, 'Binary'),
      await scene.guest(ada, 'Loud'),
    ];
    long.socket.send('x'.repeat(liveLimits.frame + 1));
    binary.socket.send(Buffer.from('x'));
    binary.socket.send(Buffer.from('x'));
    const wish = { id: 'w0000001', deed: { type: 'setReady', ready: true } };
    for (let count = 0; count < liveLimits.burst + 30; count += 1) {
      loud.socket.send(JSON.stringify({ request: count, method: 'take', input: wish }));
    }
    await Promise.all([long, binary, loud].map((guest) => guest.untilClosed()));
    assert.deepEqual(await keptOut(), { frame: 2, rate: 1 });
  });

  it('count who is slow to read, and who says nothing', async function () {
    const ada = await scene.facilitator();
    const silent = await scene.connect();
    const ben = await scene.guest(ada, 'Ben');
    await ada.does({ type: 'goTo', phase: 'write' });
    await ada.does({ type: 'reveal' });
    const card = await ada.adds('Short');
    ben.socket.pause();
    for (let changes = 0; scene.countOf('cut') === 0 && changes < 3000; changes += 1) {
      scene.clock.ahead += 1000;
      await ada.does({ type: 'editCard', card, text: `${changes} ${'x'.repeat(10_000)}` });
    }
    await silent.untilClosed();
    assert.deepEqual(await keptOut(), { slow: 1, admission: 1 });
  });

  it('count who comes while there is no room', async () => {
    const parts = { pages: new Map(), clock: systemClock, log: () => undefined, meter };
    const empty = await LiveServer.listen({ host: '127.0.0.1', port: 0, origins: [] }, parts);
    const host = `127.0.0.1:${empty.port}`;
    await sendRaw(empty.port, upgradeRequest([`Host: ${host}`, `Origin: http://${host}`]));
    await empty.close();
    assert.deepEqual(await keptOut(), { busy: 1 });
  });

  it('hold nothing of who was there and what was said', async () => {
    const ada = await scene.facilitator();
    await ada.does({ type: 'goTo', phase: 'write' });
    await ada.adds('Planted-text');
    const ben = await scene.guest(ada, 'Planted-name');
    const text = await meter.text();
    const { room, proof } = LiveScene.partsOf(scene.opened.hostLink);
    const guestProof = LiveScene.partsOf(scene.opened.guestLink).proof;
    for (const secret of ['Planted', room, proof, guestProof, ben.secret, ben.view?.me ?? '']) {
      assert.ok(secret !== '' && !text.includes(secret), secret);
    }
    const ours = [...text.matchAll(/^retrolog_\w+\{([^}]*)\}/gm)].flatMap(([, all = '']) =>
      all.split(',').map((each) => each.split('=')[0]),
    );
    assert.deepEqual(new Set(ours), new Set(['gate', 'le']));
  });
});

describe('the address of the figures', () => {
  let server: MetricsServer;
  let health: Health;
  before(async () => {
    const meter = new PrometheusMeter(() => undefined);
    server = await MetricsServer.listen({ host: '127.0.0.1', port: 0, meter, health: () => health });
  });
  beforeEach(() => {
    health = 'ok';
  });
  after(() => server.close());

  async function ask(path: string, host = `127.0.0.1:${server.port}`, method = 'GET') {
    const asked = request({ port: server.port, host: '127.0.0.1', path, method, headers: { host } }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    let text = '';
    for await (const part of response.setEncoding('utf8')) {
      text += String(part);
    }
    return { status: response.statusCode, type: response.headers['content-type'], text };
  }

  it('says whether guests can come', async () => {
    for (const [state, status] of [
      ['starting', 503],
      ['ok', 200],
      ['stopping', 503],
    ] as const) {
      health = state;
      const answer = await ask('/health');
      assert.deepEqual(
        [answer.status, answer.type, answer.text],
        [status, 'application/json', `{"status":"${state}"}\n`],
      );
    }
  });

  it('has the figures as Prometheus reads them, and nothing else', async () => {
    const { status, type, text } = await ask('/metrics');
    assert.deepEqual([status, type], [200, 'text/plain; version=0.0.4; charset=utf-8']);
    assert.match(text, /^# TYPE retrolog_journal_append_seconds histogram$/m);
    for (const path of ['/', '/metrics/', '/metrics?x', '/../metrics', '/live', '/guest.js']) {
      assert.equal((await ask(path)).status, 404, path);
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      assert.equal((await ask('/metrics', undefined, method)).status, 405, method);
    }
    assert.equal((await ask('/metrics', undefined, 'HEAD')).text, '');
  });

  it('answers to addresses and to no name that somebody let lead here', async () => {
    for (const host of ['10.2.3.4:9464', '[::1]:9464', 'localhost:9464', '127.0.0.1']) {
      assert.equal((await ask('/health', host)).status, 200, host);
    }
    for (const host of ['evil.example', 'evil.example:9464', '127.0.0.1.evil.example']) {
      assert.equal((await ask('/metrics', host)).status, 421, host);
    }
  });

  it('says what to do where it cannot listen', async () => {
    const parts = { host: '127.0.0.1', meter: new PrometheusMeter(() => undefined), health: () => health };
    await assert.rejects(
      MetricsServer.listen({ ...parts, port: server.port }),
      /Port \d+ is taken by another program\. Choose another one with --metrics\./,
    );
    await assert.rejects(
      MetricsServer.listen({ ...parts, host: '203.0.113.7', port: 0 }),
      /Nothing can be served at 203\.0\.113\.7: .* Give an address of this machine with --metrics\./,
    );
  });
});
