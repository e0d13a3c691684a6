// Makes the package, checks what is in it, installs it into a real VS Code and logs an entry there.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWindow } from './host/editorWindow.mjs';
import { launchBrowser } from './host/launchBrowser.mjs';
import { poll } from './host/poll.mjs';
import { startServer } from './host/startServer.mjs';

const wanted = [
  /^extension\.vsixmanifest$/,
  /^\[Content_Types\]\.xml$/,
  /^extension\/(package\.json|package\.nls\.json|readme\.md|changelog\.md|LICENSE(\.txt)?)$/i,
  /^extension\/dist\/[\w-]+\.(cjs|js)$/,
  /^extension\/dist\/webview\/[\w-]+\.(js|css|ttf)$/,
  /^extension\/media\/(icon\.png|icon\.svg|retro\.svg|l10n\/bundle\.l10n\.json)$/,
  /^extension\/media\/walkthrough\/\w+\.md$/,
];

const folder = mkdtempSync(join(tmpdir(), 'retrolog-package-'));
let passed = 0;
try {
  const vsix = join(folder, 'retrolog.vsix');
  execFileSync(
    'node',
    [
      'node_modules/@vscode/vsce/vsce',
      'package',
      '--no-dependencies',
      '--no-rewrite-relative-links',
      '--allow-missing-repository',
      '-o',
      vsix,
    ],
    { stdio: 'inherit' },
  );
  await check('holds only what it needs', () => {
    const files = filesIn(vsix);
    assert.deepEqual(
      files.filter((file) => !wanted.some((pattern) => pattern.test(file))),
      [],
    );
    for (const needed of [
      'extension/dist/extension.cjs',
      'extension/dist/cli.js',
      'extension/dist/webview/capture.js',
      'extension/dist/webview/trends.js',
      'extension/dist/webview/board.js',
      'extension/dist/webview/guest.js',
      'extension/media/walkthrough/logOne.md',
    ]) {
      assert.ok(files.includes(needed), `${needed} is missing.`);
    }
    const large = 'extension/dist/cli-openRedis.js';
    assert.ok(existsSync(large.replace('extension/', '')), 'Nothing of that name is built any more.');
    assert.ok(!files.includes(large), 'Redis is for whoever serves many teams.');
  });
  await check('is smaller than 1 MB', () =>
    assert.ok(statSync(vsix).size < 1e6, `${statSync(vsix).size} bytes`),
  );
  await check('loads less than 200 KB at activation', () =>
    assert.ok(activationSize() < 200_000, `${activationSize()} bytes`),
  );
  await check('installs into VS Code and logs an entry from there', () => logFrom(vsix));
  console.log(`  ${passed} passing`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function check(fact, test) {
  await test();
  passed += 1;
  console.log(`  ✔ ${fact}`);
}

/** The names in a zip file, from its central directory (APPNOTE.TXT, 4.3.12). */
function filesIn(zip) {
  const bytes = readFileSync(zip);
  const names = [];
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    names.push(bytes.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

/** Bytes of the script that activation loads, with all that it requires at once. */
function activationSize(file = 'extension.cjs', seen = new Set()) {
  if (seen.has(file)) {
    return 0;
  }
  seen.add(file);
  const text = readFileSync(join('dist', file), 'utf8');
  // What is loaded later stands in a function: `.then(()=>require(…))` or `import(…)`.
  const atOnce = [...text.matchAll(/(?<!=>\s*)\brequire\([`"']\.\/([\w.-]+)[`"']\)/g)].map(
    (match) => match[1],
  );
  return Buffer.byteLength(text) + atOnce.reduce((sum, name) => sum + activationSize(name, seen), 0);
}

async function logFrom(vsix) {
  const { shopRepository } = await import('../out/test/support/shopRepository.js');
  const repository = shopRepository();
  const browser = await launchBrowser();
  const server = await startServer({ extensions: [vsix], smokeTestDriver: false });
  try {
    const window = await openWindow(browser, server, { folder: repository.folder, asFolder: true });
    await window.command('Retrolog: Log a Win…');
    const prompt = window.page.locator('.quick-input-widget:visible');
    await prompt.filter({ hasText: 'What went well?' }).waitFor();
    await prompt.locator('input[type="text"]').first().fill('Packaged and installed');
    await window.page.keyboard.press('Enter');
    await prompt.filter({ hasText: 'What else should be remembered?' }).waitFor();
    await window.page.keyboard.press('Enter');
    await poll('the entry to be written', async () => {
      const entries = join(repository.folder, 'retro/entries');
      return (
        existsSync(entries) && readdirSync(entries, { recursive: true }).some((name) => name.endsWith('.md'))
      );
    });
    await window.close();
  } finally {
    await server.stop();
    await browser.close();
    repository.remove();
  }
}
