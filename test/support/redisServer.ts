import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
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
    needRedis();
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
    const place = ['--bind', '127.0.0.1', '--port', String(this.port), '--dir', this.folder.path];
    // Of a group of its own, since it forks to write its file anew.
    const child = spawn('redis-server', [...place, ...always], {
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

function needRedis(): void {
  if (!spawnSync('redis-server', ['--version']).error) {
    return;
  }
  const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (isDebian) {
    console.log('There is no Redis here: the package redis-server is being installed with apt-get.');
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'redis-server'], { stdio: 'inherit' });
  }
  if (spawnSync('redis-server', ['--version']).error) {
    throw new Error(
      'These tests need Redis 7 or later, as redis-server on the path. Install it and run them again.',
    );
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
