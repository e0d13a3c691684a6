import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { LiveServer } from '../../../src/node/live/liveServer.ts';
import { systemClock } from '../../../src/node/systemClock.ts';
import { LiveScene } from './liveScene.ts';
import { sendRaw, upgradeRequest } from './rawHttp.ts';

describe('the doors of a live server', () => {
  let scene: LiveScene;
  let host: string;
  before(async () => {
    scene = await LiveScene.open({ origins: ['https://retro.example.com', 'http://forwarded.example:8080'] });
    host = scene.host;
  });
  after(() => scene.close());

  const upgrade = (...lines: readonly string[]) => sendRaw(scene.port, upgradeRequest(lines));
  const get = (path: string, ...lines: readonly string[]) =>
    sendRaw(scene.port, [`GET ${path} HTTP/1.1`, ...lines, 'Connection: close', '', ''].join('\r\n'));

  it('opens to a browser on its own page, and on the addresses that lead here', async () => {
    assert.equal((await upgrade(`Host: ${host}`, `Origin: http://${host}`)).status, 101);
    assert.equal((await upgrade('Host: retro.example.com', 'Origin: https://retro.example.com')).status, 101);
    assert.equal(
      (await upgrade('Host: forwarded.example:8080', 'Origin: http://forwarded.example:8080')).status,
      101,
    );
  });

  it('[G95] refuses every other origin, and closes the connection', async () => {
    const { port } = scene;
    const origins = [
      'https://evil.example',
      'null',
      `http://127.0.0.1:${port + 1}`,
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port}.evil.example`,
      `http://evil.example/http://127.0.0.1:${port}`,
      `http://127.0.0.1:${port}@evil.example`,
      `http://evil@127.0.0.1:${port}`,
      'http://127.0.0.1',
      `HTTP://127.0.0.1:${port}`,
      `http://127.0.0.1:${port}/`,
      'http://retro.example.com',
      'https://retro.example.com.evil.example',
      'https://sub.retro.example.com',
      'vscode-webview://x',
      'file://',
      '',
    ];
    for (const origin of origins) {
      const { status } = await upgrade(`Host: ${host}`, `Origin: ${origin}`);
      assert.equal(status, 403, origin);
    }
    assert.equal((await upgrade(`Host: ${host}`)).status, 403, 'no origin');
    const two = [`Origin: http://${host}`, 'Origin: https://evil.example'];
    assert.equal((await upgrade(`Host: ${host}`, ...two)).status, 403);
    assert.equal((await upgrade(`Host: ${host}`, ...two.toReversed())).status, 403);
    assert.equal(
      (await upgrade(`Host: ${host}`, `Origin: http://${host}`, `Origin: http://${host}`)).status,
      403,
    );
  });

  it('[G96] answers to no other host, on the page as on the socket', async () => {
    const { port } = scene;
    const hosts = [
      `evil.example:${port}`,
      `127.0.0.1.evil.example:${port}`,
      `localhost:${port}`,
      `localhost.:${port}`,
      `127.0.0.1.:${port}`,
      `[::ffff:127.0.0.1]:${port}`,
      `2130706433:${port}`,
      `0x7f.1:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `user@127.0.0.1:${port}`,
      'RETRO.example.com',
    ];
    for (const name of hosts) {
      assert.equal((await upgrade(`Host: ${name}`, `Origin: http://${host}`)).status, 421, name);
      assert.equal((await get('/', `Host: ${name}`)).status, 421, name);
    }
    assert.equal((await upgrade(`Origin: http://${host}`)).status, 400, 'no host');
    assert.equal((await get('/', `Host: ${host}`, 'Host: evil.example')).status, 400);
  });

  it('[G97] serves its page and nothing else, to GET and HEAD alone', async () => {
    const page = await get('/', `Host: ${host}`);
    assert.equal(page.status, 200);
    assert.match(page.text, /<script nonce="[\w-]{22}" src="\/guest.js">/);
    for (const path of [
      '/live',
      '/index.html',
      '/guest.js?x',
      '/?token=abc',
      '/../package.json',
      '/%2e%2e/package.json',
      '//guest.js',
      '/guest.js/',
      '/__proto__',
      '/constructor',
      '*',
      'http://evil.example/',
    ]) {
      assert.equal((await get(path, `Host: ${host}`)).status, 404, path);
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH']) {
      const asked = `${method} / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
      assert.equal((await sendRaw(scene.port, asked)).status, 405, method);
    }
    const head = await sendRaw(scene.port, `HEAD / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    assert.deepEqual([head.status, head.text.endsWith('\r\n\r\n')], [200, true]);
    const connects = await sendRaw(scene.port, `CONNECT evil.example:443 HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    assert.doesNotMatch(connects.text, /^HTTP\/1\.1 2/);
    for (const [options, status] of [
      [{ path: '/' }, 404],
      [{ path: '/live?x' }, 404],
      [{ method: 'POST' }, 405],
      [{ version: '1.0' }, 400],
    ] as const) {
      const { status: got } = await sendRaw(
        scene.port,
        upgradeRequest([`Host: ${host}`, `Origin: http://${host}`], options),
      );
      assert.equal(got, status, JSON.stringify(options));
    }
    assert.equal((await get('/', `Host: ${host}`, `X: ${'x'.repeat(1_000_000)}`)).status, 400);
  });

  it('lets nothing in the page but what is its own, and nobody frame, cache or follow it', async () => {
    const { text } = await get('/', `Host: ${host}`);
    const [head = ''] = text.split('\r\n\r\n');
    const nonce = /nonce="([\w-]+)"/.exec(text)?.[1];
    assert.ok(nonce);
    const policy = /^content-security-policy: (.*)$/im.exec(head)?.[1] ?? '';
    assert.deepEqual(policy.split('; ').toSorted(), [
      `base-uri 'none'`,
      `connect-src ws://${host} wss://${host}`,
      `default-src 'none'`,
      `font-src 'self'`,
      `form-action 'none'`,
      `frame-ancestors 'none'`,
      `script-src 'nonce-${nonce}'`,
      `style-src 'self'`,
    ]);
    for (const line of [
      /^referrer-policy: no-referrer$/im,
      /^x-content-type-options: nosniff$/im,
      /^cache-control: no-store$/im,
      /^cross-origin-resource-policy: same-origin$/im,
    ]) {
      assert.match(head, line);
    }
    assert.doesNotMatch(head, /set-cookie|access-control/i);
    assert.notEqual(nonce, /nonce="([\w-]+)"/.exec((await get('/', `Host: ${host}`)).text)?.[1]);
    const script = await get('/guest.js', `Host: ${host}`);
    assert.match(script.text, /^content-security-policy: default-src 'none'; frame-ancestors 'none'$/im);
    assert.match((await get('/guest.js', `Host: ${host}`, 'Accept-Encoding: gzip')).text, /zipped$/);
  });

  it('[G97] is not held up by those who open a connection and say nothing', async function () {
    this.timeout(40_000);
    const silent = Array.from({ length: 1000 }, () => connect(scene.port, '127.0.0.1'));
    const slow = connect(scene.port, '127.0.0.1', () => slow.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nX: `));
    const ends = [...silent, slow].map(
      (socket) =>
        new Promise<void>((resolve) => {
          socket.on('error', () => undefined);
          socket.on('close', () => resolve());
          socket.resume();
        }),
    );
    assert.equal((await upgrade(`Host: ${host}`, `Origin: http://${host}`)).status, 101);
    await Promise.all(ends);
  });

  it('[G102] says what to do where it cannot listen, and listens nowhere else instead', async () => {
    const parts = { pages: new Map(), clock: systemClock, log: () => undefined };
    await assert.rejects(
      LiveServer.listen({ host: '127.0.0.1', port: scene.port, origins: [] }, parts),
      /Port \d+ is taken by another program\. Choose another one with --port/,
    );
    await assert.rejects(
      LiveServer.listen({ host: '203.0.113.7', port: 0, origins: [] }, parts),
      /Nothing can be served at 203\.0\.113\.7: .* Give an address of this machine with --host\./,
    );
  });
});
