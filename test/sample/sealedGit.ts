import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { devNull } from 'node:os';
import type { Readable, Writable } from 'node:stream';

export type GitProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts git so that nothing of this machine or of its user leaks in: no configuration, templates, language, zone. */
export function startGit(folder: string, args: readonly string[]): GitProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:GIT_|LC_|LANG|TZ$)/i.test(name));
  const env = {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    LC_ALL: 'C',
    TZ: 'UTC',
  };
  const child = spawn('git', args, { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] });
  // Whoever does not listen to the end has a reason, and its exit code tells it better.
  child.stdin.on('error', () => undefined);
  return child;
}

/** What git printed. Rejects with what it complained about where it failed. */
export function runGit(folder: string, args: readonly string[], input = ''): Promise<string> {
  const child = startGit(folder, args);
  const printed = textOf(child.stdout);
  child.stdin.end(input);
  return endOf(child, args).then(() => printed);
}

/** Resolves when git ended well. */
export async function endOf(child: GitProcess, args: readonly string[]): Promise<void> {
  const complaint = textOf(child.stderr);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) {
    throw new Error(`git ${args.join(' ')} ended with ${code}: ${(await complaint).trim()}`);
  }
}

async function textOf(stream: Readable): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}
