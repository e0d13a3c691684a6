import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a program to stand in for git: `script` is what a shell does. Returns its path. */
export function standInGit(path: string, script: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** What a stand-in starts with to say that it is a git of today. */
export const modernVersion = 'case "$*" in *" version") echo "git version 2.47.0"; exit 0;; esac';
