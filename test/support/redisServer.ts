import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { installFromDebian } from '#host/installFromDebian.mjs';
import { RedisConnection } from '../../src/node/redis/redisConnection.ts';
import { TemporaryFolder } from './temporaryFolder.ts';

/** A real Redis on a port and in a folder of its own, which keeps what it acknowledges as an operator would have it. */
export class RedisServer {
  readonly folder = new TemporaryFolder();
  readonly port: number;
  #child: ChildProcess | undefined;

  private constructor(port: number) {
    this.port = port;
  }

  /** Starts one. Where there is none on the machine it is installed, as root on Debian; else it is said what to do. */
  static async start(): Promise<RedisServer> {
    await needRedis();
    const server = new RedisServer(await freePort());
    await server.startAgain();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Resolves when it answers. */
  async startAgain(): Promise<void> {
    const always = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', '', '--rdbcompression', 'no'];
    // All that was ever written stays in its file until somebody asks for less.
    const whole = ['--auto-aof-rewrite-percentage', '0'];
    const place = ['--bind', '127.0.0.1', '--port', String(this.port), '--dir', this.folder.path];
    // Of a group of its own, since it forks to write its file anew.
    const child = spawn('redis-server', [...place, ...always, ...whole], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    this.#child = child;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('Ready to accept connections')) {
          resolve();
        }
      });
      child.once('exit', () => reject(new Error(`Redis did not start:\n${said}`)));
    });
  }

  /** All that it has written since it was made, each as a command and its arguments. */
  get commands(): readonly (readonly string[])[] {
    const folder = this.folder.at('appendonlydir');
    const names = readdirSync(folder).filter((name) => name.endsWith('.incr.aof'));
    return names.flatMap((name) => commandsIn(readFileSync(join(folder, name))));
  }

  /** Has one command carried out. */
  async command(...words: readonly string[]): Promise<void> {
    const redis = await RedisConnection.open(this.url);
    await redis.send(...words);
    redis.close();
  }

  /** As a power cut would. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** It answers nothing any more, and does not go away either; until it does again. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    await this.#end('SIGKILL');
    this.folder.remove();
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      process.kill(-child.pid, signal);
      await gone;
    }
  }
}

/** What a file of commands holds: each as `*<count>`, then `$<bytes>` and so many bytes for each of them. */
function commandsIn(file: Buffer): readonly (readonly string[])[] {
  const commands: string[][] = [];
  let at = 0;
  const number = (): number => {
    const end = file.indexOf('\r\n', at);
    const value = Number(file.toString('latin1', at + 1, end));
    at = end + 2;
    return value;
  };
  while (at < file.length) {
    if (file.toString('latin1', at, at + 1) === '#') {
      at = file.indexOf('\n', at) + 1;
      continue;
    }
    commands.push(
      Array.from({ length: number() }, () => {
        const length = number();
        const word = file.toString('utf8', at, at + length);
        at += length + 2;
        return word;
      }),
    );
  }
  return commands;
}

/** It is there, or is installed where that can be done. */
async function needRedis(): Promise<void> {
  const isThere = (): boolean => !spawnSync('redis-server', ['--version']).error;
  if (isThere()) {
    return;
  }
  await installFromDebian(
    ['redis-server'],
    "Installing Debian's redis-server, about 7 MB: live retros of several processes are kept in it.",
  );
  if (!isThere()) {
    throw new Error('No Redis found. Install version 7 or later, with redis-server on the path.');
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
