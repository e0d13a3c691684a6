import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { installFromDebian } from './installFromDebian.mjs';
import { withLock } from './withLock.mjs';

const lock = fileURLToPath(new URL('.installing', import.meta.url));
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const wellKnown = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/**
 * The path of a Chromium: `CHROME_PATH`, one that is installed, else one that is installed now.
 * @returns {Promise<string>}
 */
export async function findChromium() {
  const asked = process.env.CHROME_PATH;
  if (asked && !existsSync(asked)) throw new Error(`CHROME_PATH names ${asked}, which does not exist.`);
  return asked ?? (await installedChromium()) ?? (await withLock(lock, installChromium));
}

async function installedChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const path of [...onPath, ...wellKnown, chromium.executablePath()]) {
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}

async function installChromium() {
  const already = await installedChromium();
  if (already) return already;
  const reasons = [];
  for (const install of [installDebianChromium, installFromPlaywright]) {
    try {
      if (!(await install())) continue;
      const path = await installedChromium();
      if (path) return path;
    } catch (error) {
      reasons.push(error.message);
    }
  }
  const advice =
    'No Chromium found. Install one (Debian: `apt-get install chromium fonts-liberation`) or set CHROME_PATH.';
  throw new Error([advice, ...reasons].join('\n'));
}

function installDebianChromium() {
  return installFromDebian(
    ['chromium', 'fonts-liberation'],
    "Installing Debian's chromium and fonts-liberation, about 400 MB: VS Code is shown in it.",
  );
}

async function installFromPlaywright() {
  console.error("Downloading Playwright's Chromium, about 150 MB: VS Code is shown in it.");
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  const child = spawn(process.execPath, [cli, 'install', 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
  if (code !== 0) throw new Error(`Playwright's download of Chromium failed with ${code}.`);
  return true;
}
