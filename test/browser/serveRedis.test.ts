import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#host/launchBrowser.mjs';
import { poll } from '#host/poll.mjs';
import { filesBelow } from '../support/filesBelow.ts';
import { GitRepository } from '../support/gitRepository.ts';
import { Guest, partsOf } from '../support/liveGuest.ts';
import { RedisServer } from '../support/redisServer.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { Served } from '../support/served.ts';
import { UnkindProxy } from '../support/unkindProxy.ts';

describe('retrolog serve in several processes over one Redis', function () {
  this.timeout(120_000);
  let redis: RedisServer;
  let repository: GitRepository;
  let clone: string;
  let running: Served[];
  before(async () => {
    redis = await RedisServer.start();
  });
  after(() => redis.stop());
  beforeEach(async () => {
    repository = new GitRepository();
    repository.commit('Begin', { 'retro/retro.yml': '' });
    clone = join(repository.base, 'clone');
    repository.git('clone', '--quiet', '.', clone);
    running = [];
    await redis.command('FLUSHALL');
  });
  afterEach(async () => {
    await Promise.all(running.map((served) => served.stop()));
    repository.remove();
  });

  async function serve(folder: string, ...args: readonly string[]): Promise<Served> {
    const place = { folder: repository.folder, environment: repository.environment };
    const served = await Served.start(place, '--repo', folder, '--redis', redis.url, '--json', ...args);
    running.push(served);
    return served;
  }

  function refused(...args: readonly string[]): { status: number | null; stderr: string } {
    return spawnSync(process.execPath, ['dist/cli.js', '--dir', repository.folder, 'serve', ...args], {
      env: repository.environment,
      encoding: 'utf8',
      timeout: 45_000,
    });
  }

  async function comeIn(served: Served, link: string, name: string): Promise<Guest> {
    const guest = await Guest.connect(served.port);
    await guest.enter({ ...partsOf(link), name });
    return guest;
  }

  function minutesIn(folder: string): string {
    const meetings = join(folder, 'retro', 'meetings');
    const paths = existsSync(meetings) ? filesBelow(meetings).filter((path) => path.endsWith('.md')) : [];
    return paths.map((path) => readFileSync(join(meetings, path), 'utf8')).join('');
  }

  it('is one room for a team, whichever process people come to, and goes on when one is killed', async () => {
    const [one, other] = [await serve(repository.folder), await serve(clone)];
    assert.deepEqual(partsOf(other.hostLink), partsOf(one.hostLink));
    const ada = await comeIn(one, one.hostLink, 'Ada');
    await ada.begins();
    await ada.does({ type: 'goTo', phase: 'write' });
    await ada.does({ type: 'reveal' });
    await ada.until(() => (ada.facts?.live?.invitation ?? '') !== '');
    const ben = await comeIn(other, ada.facts?.live?.invitation ?? '', 'Ben');
    await ada.letsIn('Ben');
    await ben.until(() => ben.secret !== '' && ben.view?.me !== '');
    await Promise.all([ada.adds('Said here'), ben.adds('Said there')]);
    await ben.until(() => ben.texts.length === 2);
    await poll('the minutes', async () => /Said here/.test(minutesIn(repository.folder)));
    assert.equal(minutesIn(clone), '');
    one.kill();
    await one.ended;
    const again = await Guest.connect(other.port);
    await again.enter({ ...partsOf(one.hostLink), proof: ada.secret });
    await again.until(() => again.view?.me === ada.view?.me);
    await again.adds('Said later');
    await ben.until(() => ben.texts.includes('Said later'));
    await poll('the minutes of the other one', async () =>
      ['Said here', 'Said there', 'Said later'].every((text) => minutesIn(clone).includes(text)),
    );
    await again.rpc.ask('control', { type: 'end' });
    assert.equal(await ben.untilClosed(), 4001);
    const [, next = ''] = await other.untilLinks(2);
    const anew = await serve(repository.folder);
    assert.deepEqual(partsOf(anew.hostLink), partsOf(next));
    assert.notEqual(partsOf(next).room, partsOf(one.hostLink).room);
  });

  it('takes a page in a browser to another process when that of its own is killed', async () => {
    const proxy = await UnkindProxy.open(seededRandom('1'), () => running.map(({ port }) => port));
    const origin = `http://127.0.0.1:${proxy.port}`;
    const one = await serve(repository.folder, '--origin', origin);
    const browser: Browser = await launchBrowser();
    try {
      const page: Page = await browser.newPage();
      await page.goto(one.hostLink);
      await page.getByLabel('Your name').fill('Ada');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Start', exact: true }).click();
      await page.locator('.board').waitFor();
      await page.getByRole('button', { name: /^Next: / }).click();
      await page.getByLabel('Your answer').waitFor();
      await page.getByRole('button', { name: /^Next: / }).click();
      await serve(clone, '--origin', origin);
      const composer = page.locator('[data-composer=column-1]');
      await composer.fill('Before the crash');
      await composer.press('Enter');
      await page.locator('.card', { hasText: 'Before the crash' }).waitFor();
      running.shift();
      one.kill();
      await one.ended;
      await composer.fill('Behind the crash');
      await composer.press('Enter');
      await page.locator('.card', { hasText: 'Behind the crash' }).waitFor();
      await page.getByText('No connection.').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Reveal the cards' }).click();
      await poll('the minutes', async () => /Before the crash[^]*Behind the crash/.test(minutesIn(clone)));
    } finally {
      await browser.close();
      await proxy.close();
    }
  });

  it('says when Redis is away, and when it is there again', async () => {
    const served = await serve(repository.folder, '--metrics', '0');
    const { port } = served.logged.find(({ event }) => event === 'metrics') as { port: number };
    const health = async (): Promise<string> => {
      const answer = await fetch(`http://127.0.0.1:${port}/health`);
      const { status } = (await answer.json()) as { status: string };
      assert.equal(answer.status, status === 'ok' ? 200 : 503);
      return status;
    };
    assert.equal(await health(), 'ok');
    await redis.kill();
    await poll('Redis to be missed', async () => (await health()) === 'away');
    await redis.startAgain();
    await poll('Redis to be back', async () => (await health()) === 'ok');
    assert.deepEqual(
      served.logged.filter(({ event }) => String(event).startsWith('redis')).map(({ event }) => event),
      ['redis', 'redis-away', 'redis'],
    );
  });

  it('warns of a Redis that may lose boards, and takes the password from the environment', async () => {
    await redis.command('CONFIG', 'SET', 'appendfsync', 'everysec');
    await redis.command('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');
    await redis.command('CONFIG', 'SET', 'requirepass', 'let me in');
    try {
      const { stderr, status } = refused('--redis', redis.url);
      assert.deepEqual([status, stderr.includes('let me in')], [1, false]);
      assert.match(stderr, /Redis at 127\.0\.0\.1:\d+ cannot be used: NOAUTH/);
      const environment = { ...repository.environment, REDISCLI_AUTH: 'let me in' };
      const served = await Served.start({ folder: repository.folder, environment }, '--redis', redis.url);
      running.push(served);
      assert.match(served.said, /a power cut can take that. Set “appendfsync always”/);
      assert.match(served.said, /maxmemory-policy allkeys-lru/);
    } finally {
      await redis.stop();
      redis = await RedisServer.start();
    }
  });

  it('says what is wrong with a clone or a Redis', () => {
    const { url } = redis;
    const twice = refused('--redis', url, '--repo', repository.folder, '--repo', clone);
    assert.deepEqual(
      [twice.status, /are clones of one repository/.test(twice.stderr)],
      [1, true],
      twice.stderr,
    );
    const shallow = join(repository.base, 'shallow');
    repository.commit('Another');
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, shallow);
    const cut = refused('--redis', url, '--repo', shallow);
    assert.deepEqual([cut.status, /“git fetch --unshallow” gets it/.test(cut.stderr)], [1, true], cut.stderr);
    const empty = new GitRepository();
    const bare = refused('--redis', url, '--repo', empty.folder);
    assert.deepEqual([bare.status, /has no commit yet/.test(bare.stderr)], [1, true], bare.stderr);
    empty.remove();
    const nowhere = refused('--redis', 'redis://user:secret@127.0.0.1:1/');
    assert.deepEqual(
      [nowhere.status, /Redis at 127\.0\.0\.1:1 cannot be used/.test(nowhere.stderr)],
      [1, true],
    );
    assert.doesNotMatch(nowhere.stderr, /secret/);
  });

  it('says where to get it, in the copy that comes with the extension', () => {
    const folder = join(repository.base, 'extension');
    cpSync('dist', join(folder, 'dist'), { recursive: true });
    cpSync('package.json', join(folder, 'package.json'));
    rmSync(join(folder, 'dist', 'cli-openRedis.js'));
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(folder, 'dist', 'cli.js'), '--dir', repository.folder, 'serve', '--redis', redis.url],
      { env: repository.environment, encoding: 'utf8', timeout: 45_000 },
    );
    assert.deepEqual([status, /Build it from its repository/.test(stderr)], [1, true], stderr);
  });
});
