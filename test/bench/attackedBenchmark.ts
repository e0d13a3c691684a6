import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { type EditorWindow, openWindow } from '#host/editorWindow.mjs';
import { launchBrowser } from '#host/launchBrowser.mjs';
import { poll } from '#host/poll.mjs';
import { startServer } from '#host/startServer.mjs';
import { GitRepository } from '../support/gitRepository.ts';
import { Guest, partsOf } from '../support/liveGuest.ts';
import type { Attacked, RoomAttack, Tally } from '../support/roomAttack.ts';
import { Served } from '../support/served.ts';
import { shopRepository } from '../support/shopRepository.ts';
import { add, closeOver, letIn, share, writing } from '../vscode/window/sharedEditor.ts';
import { report } from './claim.ts';

/*
 * How long things wait for their turn in the process that runs the extensions of a real VS Code, while the board that it
 * shares is attacked: by connections that are not let in, by half of requests, by frames that may not come, and by all
 * that somebody can send who was let in. It is measured in that process by an extension of its own; once with nothing
 * going on, once with the same attack on a server that has nothing to do with the editor (a machine that is busy makes
 * everything wait), and once with the attack on the editor's.
 */

const length = 20_000;

interface Lag {
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
}

const repository = shopRepository();
const other = new GitRepository();
const folder = mkdtempSync(join(tmpdir(), 'retrolog-attacked-'));
const portFile = join(folder, 'port');
const browser = await launchBrowser();
const server = await startServer({
  extensions: [resolve('test/bench/lagProbe')],
  // A server of VS Code looks at every connection of the machine, to forward ports; an editor on a desk does not.
  userSettings: { 'retrolog.quiet': true, 'remote.autoForwardPorts': false },
  env: { RETROLOG_LAG_PORT: portFile },
});
const served = await Served.start(other);
try {
  const window = await openWindow(browser, server, {
    folder: repository.folder,
    asFolder: true,
    developmentPath: resolve('.'),
  });
  await measure(window);
} finally {
  await server.stop();
  await served.stop();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
  repository.remove();
  other.remove();
}

async function measure(window: EditorWindow): Promise<void> {
  const { frame, link } = await share(window, await writing(window), 'Everyone’s own name');
  const ours = await attackedBy(link, (name) => letIn(frame, name));
  await closeOver(frame);
  const elsewhere = await attackedElsewhere();
  const port = await poll('the measuring extension', async () => Number(readFileSync(portFile, 'utf8')));
  await calm(port);

  const quiet = await lagDuring(port, () => new Promise((done) => setTimeout(done, length)));
  const apart = await lagDuring(port, () => attack(elsewhere));
  await calm(port);
  const attacked = await lagDuring(port, () => attack(ours));
  await add(frame, 1, 'Still here');

  say('nothing going on', quiet);
  say('another server attacked', apart);
  say('its own server attacked', attacked);
  console.log(`load of the machine: ${loadavg()[0]?.toFixed(1)}`);
  const tallies = Object.values(attacked.outcome);
  const sumOf = (part: keyof Tally): number => tallies.reduce((sum, tally) => sum + tally[part], 0);
  report([
    {
      what: `hostile handshakes, frames and deeds that were accepted, of ${sumOf('tried')}`,
      measured: sumOf('accepted'),
      most: 0,
      unit: '',
    },
    {
      what: 'lag of the editor while its server is attacked, 99th percentile',
      measured: attacked.p99,
      most: 50,
      unit: 'ms',
    },
    {
      what: 'the longest',
      measured: attacked.longest,
      // A machine that is busy makes an editor wait that is not attacked.
      most: 50 + Math.max(quiet.longest, apart.longest),
      unit: 'ms',
    },
  ]);
}

async function attackedElsewhere(): Promise<Attacked> {
  const lead = await Guest.connect(Number(new URL(served.hostLink).port));
  await lead.enter({ ...partsOf(served.hostLink), name: 'Ada' });
  await lead.begins();
  await lead.does({ type: 'goTo', phase: 'write' });
  return attackedBy(served.guestLink, (name) => lead.letsIn(name));
}

/** Lets two in who mean no good. */
async function attackedBy(link: string, admit: (name: string) => Promise<void>): Promise<Attacked> {
  const [port, { room, proof }] = [Number(new URL(link).port), partsOf(link)];
  const enter = async (name: string): Promise<string> => {
    const guest = await Guest.connect(port);
    await guest.enter({ room, proof, name });
    await admit(name);
    await guest.until(() => guest.secret !== '');
    guest.drop();
    return guest.secret;
  };
  return { port, room, invitation: proof, secrets: [await enter('Eve'), await enter('Mallory')] };
}

type Outcome = RoomAttack['tallies'];

async function attack(at: Attacked): Promise<Outcome> {
  const child = spawn(process.execPath, ['out/test/bench/attacker.js', JSON.stringify(at), String(length)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(await text(child.stdout)) as Outcome;
}

async function lagDuring<T>(port: number, work: () => Promise<T>): Promise<Lag & { readonly outcome: T }> {
  await lagSince(port);
  const outcome = await work();
  return { ...(await lagSince(port)), outcome };
}

async function lagSince(port: number): Promise<Lag> {
  return (await (await fetch(`http://127.0.0.1:${port}`)).json()) as Lag;
}

/** Resolves when the editor has loaded what it loads after it has started. */
async function calm(port: number): Promise<void> {
  let times = 0;
  await poll('the editor to come to rest', async () => {
    await lagSince(port);
    await new Promise((resolve) => setTimeout(resolve, 500));
    times = (await lagSince(port)).longest < 20 ? times + 1 : 0;
    return times >= 4;
  });
}

function say(when: string, { p50, p99, longest }: Lag): void {
  const [middle, most, worst] = [p50, p99, longest].map((lag) => lag.toFixed(1));
  console.log(`lag with ${when}: median ${middle} ms, 99th percentile ${most} ms, longest ${worst} ms`);
}
