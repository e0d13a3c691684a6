import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { GitRepository } from '../support/gitRepository.ts';
import { Guest, partsOf } from '../support/liveGuest.ts';
import { Served } from '../support/served.ts';
import { TemporaryFolder } from '../support/temporaryFolder.ts';

describe('retrolog serve', function () {
  this.timeout(60_000);
  let repository: GitRepository;
  beforeEach(() => {
    repository = new GitRepository();
  });
  afterEach(() => repository.remove());

  function run(folder: string, ...args: readonly string[]): { status: number | null; stderr: string } {
    return spawnSync(process.execPath, ['dist/cli.js', '--dir', folder, 'serve', ...args], {
      env: repository.environment,
      encoding: 'utf8',
      timeout: 45_000,
    });
  }

  async function comeIn(link: string, name: string): Promise<Guest> {
    const guest = await Guest.connect(Number(new URL(link).port));
    await guest.enter({ ...partsOf(link), name });
    await guest.until(() => guest.view !== undefined);
    return guest;
  }

  it('prints two links, keeps its log without a token, and stops with 0', async () => {
    const served = await Served.start(repository);
    for (const link of [served.hostLink, served.guestLink]) {
      assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{22}\.[\w-]{43}$/);
      assert.equal((await fetch(link)).status, 200);
    }
    assert.notEqual(served.hostLink, served.guestLink);
    await served.stop();
    assert.equal(await served.ended, 0);
    const lines = served.said.trim().split('\n');
    assert.equal(lines.at(-1), 'Stopped. All that was done is kept: “retrolog serve” goes on with it.');
    const { logged } = served;
    assert.ok(logged.length >= 2 && logged.every((line) => 'time' in line && 'event' in line));
    const token = new URL(served.guestLink).hash.split('.')[1] ?? '';
    assert.ok(token !== '' && !served.said.includes(token));
  });

  it('sends a guest less than 150 KB, all in all', async () => {
    const served = await Served.start(repository);
    const origin = new URL(served.guestLink).origin;
    const page = await fetch(`${origin}/`);
    const text = await page.text();
    const files = [...text.matchAll(/(?:src|href)="(\/[\w.]+)"/g)].map(([, path = '']) => path);
    assert.equal(files.length, 6);
    let bytes = Number(page.headers.get('content-length'));
    for (const path of [...files, '/codicon.ttf']) {
      const { headers } = await fetch(origin + path, { headers: { 'Accept-Encoding': 'gzip' } });
      assert.equal(headers.get('content-encoding'), 'gzip', path);
      bytes += Number(headers.get('content-length'));
    }
    assert.ok(bytes > 0 && bytes < 150_000, String(bytes));
    await served.stop();
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`lets everybody go at ${signal}, with all they did in the minutes, and ends with 0`, async () => {
      const served = await Served.start(repository, '--json', '--metrics', '0');
      const figures = `http://127.0.0.1:${Number(served.logged.find(({ event }) => event === 'metrics')?.['port'])}`;
      assert.equal((await fetch(`${figures}/health`)).status, 200);
      const lead = await comeIn(served.hostLink, 'Ada');
      await lead.begins();
      await lead.does({ type: 'goTo', phase: 'write' });
      await lead.does({ type: 'reveal' });
      assert.match(await (await fetch(`${figures}/metrics`)).text(), /^retrolog_people 1$/m);
      const halfOpen = connect(Number(new URL(served.hostLink).port), '127.0.0.1');
      halfOpen.on('error', () => undefined);
      await lead.adds('The last thing that was said');
      await served.stop(signal);
      assert.equal(await served.ended, 0);
      assert.equal(await lead.untilClosed(), 1001);
      const meetings = join(repository.folder, 'retro', 'meetings');
      const minutes = readdirSync(meetings, { recursive: true }).map(String);
      const paths = minutes.filter((path) => path.endsWith('.md'));
      assert.equal(paths.length, 1);
      assert.match(readFileSync(join(meetings, paths[0] ?? ''), 'utf8'), /The last thing that was said/);
      assert.equal(served.logged.length, served.said.trim().split('\n').length, served.said);
      const events = served.logged.map(({ event }) => event);
      assert.deepEqual(events, ['said', 'metrics', 'listening', 'entered', 'stopping', 'stopped']);
    });
  }

  it('goes on with the same links, and is not started twice on one board', async () => {
    const first = await Served.start(repository);
    const twice = run(repository.folder);
    assert.equal(twice.status, 1);
    assert.match(twice.stderr, /This board is open in another window/);
    await first.stop();
    const second = await Served.start(repository);
    assert.deepEqual([second.hostLink, second.guestLink], [first.hostLink, first.guestLink]);
    await second.stop();
  });

  it('loads what makes figures where they are asked for alone', () => {
    const built = readdirSync('dist').filter((name) => /\.c?js$/.test(name));
    const texts = built.map((name) => [name, readFileSync(join('dist', name), 'utf8')] as const);
    const makers = texts.filter(([, text]) => text.includes('nodejs_eventloop_lag')).map(([name]) => name);
    assert.equal(makers.length, 1);
    assert.notEqual(makers[0], 'cli.js');
    const named = texts.filter(([, text]) => text.includes(`./${makers[0] ?? ''}`));
    assert.ok(named.length > 0);
    for (const [name, text] of named) {
      assert.doesNotMatch(text, new RegExp(`(from|^import|;import) ?["'\`]\\./${makers[0] ?? ''}`), name);
    }
  });

  it('says what is wrong with what it is given', () => {
    for (const [args, reason] of [
      [['--port', '70000'], /--port “70000” is not a number up to 65535/],
      [['--host', '0.0.0.0'], /0\.0\.0\.0 is no address that people can be sent to/],
      [['--origin', 'retro.example.com'], /--origin “retro\.example\.com” is not an address like https/],
      [['--origin', 'https://retro.example.com/path'], /without a path/],
      [['--redis', 'localhost:6379'], /--redis needs an address like redis:/],
      [['--redis', 'redis://x', '--journal', 'y'], /Say one of them/],
      [['--metrics', 'x'], /--metrics “x” is no address and port like 127\.0\.0\.1:9464/],
      [['--metrics', '127.0.0.1:70000'], /is no address and port/],
    ] as const) {
      const { status, stderr } = run(repository.folder, ...args);
      assert.deepEqual([status, reason.test(stderr)], [2, true], stderr);
    }
    const outside = new TemporaryFolder();
    try {
      const { status, stderr } = run(outside.path);
      assert.equal(status, 1);
      assert.match(stderr, /Outside of a git repository, say with --journal in which folder/);
    } finally {
      outside.remove();
    }
  });
});
