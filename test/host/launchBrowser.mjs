import { chromium } from 'playwright-core';
import { findChromium } from './findChromium.mjs';

/**
 * A headless Chromium that reaches nothing but this machine. It ends with this process.
 * @param {import('playwright-core').LaunchOptions} [options]
 */
export async function launchBrowser(options = {}) {
  return chromium.launch({
    executablePath: await findChromium(),
    ...options,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1', ...(options.args ?? [])],
  });
}
