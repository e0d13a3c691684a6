import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runInEditor } from '#host/runInEditor.mjs';
import { report } from './claim.ts';
import { withCorpus } from './corpusFolder.ts';
import type { Activation } from './inside/activation.ts';

const log = 'lessons';
const broken = `${log}/entries/broken.md`;

await withCorpus(10_000, async (root) => {
  await makeItWait(root);
  const activation = await activateOn(root);
  report([
    {
      what: `activation in the editor, in the time that reading 10,000 entries then takes (${activation.reading.toFixed(0)} ms)`,
      measured: activation.activating / activation.reading,
      most: 1,
      unit: 'times',
    },
    {
      what: 'longest time that the extension host was held, from activation until all was read and shown',
      measured: activation.longestBlock,
      most: 50,
      unit: 'ms',
    },
    {
      what: 'heap of the extension host for 10,000 entries',
      measured: activation.heap,
      most: 60,
      unit: 'MB',
    },
  ]);
});

/** A log of a name that only a setting tells does not start the extension by itself. */
async function makeItWait(root: string): Promise<void> {
  await rename(join(root, 'retro'), join(root, log));
  await writeFile(join(root, broken), 'Without any front matter.\n');
}

/** Lets the extension start in a real editor on a folder, and returns what was seen inside. */
async function activateOn(root: string): Promise<Activation> {
  const base = await mkdtemp(join(tmpdir(), 'retrolog-activation-'));
  const answer = join(base, 'activation.json');
  try {
    await runInEditor({
      extensionDevelopmentPath: resolve('.'),
      extensionTestsPath: resolve('out/test/bench/inside/run.js'),
      workspace: root,
      userSettings: { 'retrolog.folder': log },
      env: { RETROLOG_ANSWER: answer, RETROLOG_BROKEN: broken },
    });
    return JSON.parse(await readFile(answer, 'utf8')) as Activation;
  } finally {
    await rm(base, { recursive: true });
  }
}
