import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { GitRepository } from '../support/gitRepository.ts';
import { Guest, partsOf } from '../support/liveGuest.ts';
import { Served } from '../support/served.ts';
import { TemporaryFolder } from '../support/temporaryFolder.ts';

describe('retrolog serve for several teams', function () {
  this.timeout(60_000);
  let one: GitRepository;
  let two: GitRepository;
  let served: Served | undefined;
  beforeEach(() => {
    [one, two] = [new GitRepository(), new GitRepository()];
  });
  afterEach(async () => {
    await served?.stop();
    served = undefined;
    one.remove();
    two.remove();
  });

  async function start(...args: readonly string[]): Promise<Served> {
    served = await Served.start(one, '--repo', one.folder, '--repo', two.folder, ...args);
    return served;
  }

  async function comeIn(link: string, proof = partsOf(link).proof): Promise<Guest> {
    const guest = await Guest.connect(Number(new URL(link).port));
    await guest.enter({ ...partsOf(link), proof, name: 'Ada' });
    await guest.until(() => guest.view !== undefined && guest.facts?.live !== undefined);
    return guest;
  }

  async function lead(link: string): Promise<Guest> {
    const guest = await comeIn(link);
    await guest.begins();
    await guest.does({ type: 'goTo', phase: 'write' });
    await guest.does({ type: 'reveal' });
    return guest;
  }

  function minutesOf({ folder }: GitRepository): string {
    const meetings = join(folder, 'retro', 'meetings');
    const paths = readdirSync(meetings, { recursive: true }).map(String);
    const texts = paths.filter((path) => path.endsWith('.md'));
    return texts.map((path) => readFileSync(join(meetings, path), 'utf8')).join('');
  }

  it('has a room for each, and what is done in one is in its own log alone', async () => {
    const { links } = await start('--metrics', '0');
    assert.equal(links.length, 2);
    const [ada, ben] = [await lead(links[0] ?? ''), await lead(links[1] ?? '')];
    await ada.adds('Said in the first room');
    await ben.adds('Said in the second room');
    assert.deepEqual([ada.texts, ben.texts], [['Said in the first room'], ['Said in the second room']]);
    const figures = served?.logged.find(({ event }) => event === 'metrics')?.['port'];
    const text = await (await fetch(`http://127.0.0.1:${Number(figures)}/metrics`)).text();
    assert.match(text, /^retrolog_rooms 2$/m);
    assert.match(text, /^retrolog_people 2$/m);
    await served?.stop();
    assert.deepEqual([await ada.untilClosed(), await ben.untilClosed()], [1001, 1001]);
    assert.match(minutesOf(one), /Said in the first room/);
    assert.match(minutesOf(two), /Said in the second room/);
    assert.doesNotMatch(minutesOf(one) + [...ada.received].join(''), /second room/);
    assert.deepEqual(new Set(served?.logged.map(({ room }) => room)), new Set([undefined, 1, 2]));
    assert.deepEqual((await start()).links, links);
  });

  it('lets nobody into a room with what leads into another one', async () => {
    const { links } = await start();
    const [ada, ben] = [await comeIn(links[0] ?? ''), await comeIn(links[1] ?? '')];
    const [first, second] = links.map(partsOf);
    const invitation = partsOf(ada.facts?.live?.invitation ?? '');
    assert.equal(invitation.room, first?.room);
    const port = Number(new URL(links[0] ?? '').port);
    for (const proof of [first?.proof ?? '', invitation.proof]) {
      const eve = await Guest.connect(port);
      await assert.rejects(eve.enter({ room: second?.room ?? '', proof, name: 'Eve' }), /lets nobody in/);
    }
    assert.equal(ben.facts?.live?.waiting.length, 0);
  });

  it('opens the room of the next retro where one has ended, and leaves the others alone', async () => {
    const running = await start();
    const [firstLink = '', secondLink = ''] = running.links;
    const [ada, ben] = [await lead(firstLink), await lead(secondLink)];
    await ada.adds('The last word');
    await ada.rpc.ask('control', { type: 'end' });
    assert.equal(await ada.untilClosed(), 4001);
    const [, , nextLink = ''] = await running.untilLinks(3);
    assert.match(minutesOf(one), /The last word/);
    assert.notEqual(partsOf(nextLink).room, partsOf(firstLink).room);
    assert.equal((await lead(nextLink)).texts.length, 0);
    const old = await Guest.connect(Number(new URL(firstLink).port));
    await assert.rejects(old.enter({ ...partsOf(firstLink), name: 'Ada' }), /lets nobody in/);
    await ben.adds('Still here');
    assert.equal(ben.closeCode, undefined);
  });

  it('keeps each board in a folder of its own below the one that was given', async () => {
    const journals = new TemporaryFolder();
    await start('--journal', journals.path);
    const folders = readdirSync(journals.path);
    assert.equal(basename(one.folder), basename(two.folder));
    assert.deepEqual(
      folders.map((name) => name.slice(0, -9)),
      [basename(one.folder), basename(two.folder)],
    );
    for (const folder of folders) {
      assert.equal(readdirSync(journals.at(folder)).filter((name) => name.endsWith('.room.json')).length, 1);
    }
    const links = served?.links;
    await served?.stop();
    assert.deepEqual((await start('--journal', journals.path)).links, links);
    await served?.stop();
    journals.remove();
  });

  it('says which log it is where one cannot be opened, and which are one', async () => {
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, ['dist/cli.js', '--dir', one.folder, 'serve', ...args], {
        env: one.environment,
        encoding: 'utf8',
        timeout: 45_000,
      });
    const twice = run('--repo', one.folder, '--repo', '.');
    assert.equal(twice.status, 1);
    assert.match(twice.stderr, /would keep their boards in the same folder/);
    await start();
    const taken = run('--repo', two.folder);
    assert.equal(taken.status, 1);
    assert.ok(taken.stderr.includes(`${two.folder}: This board is open in another window`), taken.stderr);
  });
});
