import assert from 'node:assert/strict';
import { closeSync, constants } from 'node:fs';
import { inspect } from 'node:util';
import type { Change } from '../../../src/core/ports/files.ts';
import { RetroError } from '../../../src/core/retroError.ts';
import { type FileCalls, nodeFileCalls } from '../../../src/node/files/fileCalls.ts';
import { NodeFiles } from '../../../src/node/files/nodeFiles.ts';
import { type CallName, systemError, watchedCalls } from '../../support/countedCalls.ts';
import { NoPatience } from '../../support/noPatience.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';

const errors = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EBUSY', 'EROFS', 'EPERM'];
const old = 'old '.repeat(5_000);
const fresh = 'new '.repeat(6_000);
const path = 'retro/entries/2026/a.md';

/** What an update starts from, what it does, and what may be there after it. */
interface Scenario {
  readonly seed: Readonly<Record<string, string>>;
  readonly change: Change;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const scenarios: Readonly<Record<string, Scenario>> = {
  'a change': { seed: { [path]: old }, change: () => fresh, before: old, after: fresh },
  'a new file': {
    seed: { 'retro/entries/2026/b.md': '' },
    change: () => fresh,
    before: undefined,
    after: fresh,
  },
  'a new file in new folders': { seed: { 'c.md': '' }, change: () => fresh, before: undefined, after: fresh },
  'a removal': { seed: { [path]: old }, change: () => null, before: old, after: undefined },
};

/** What runs under fire: an update by the given calls. */
type Update = (root: string, calls: FileCalls, change: Change) => Promise<unknown>;

const protectedUpdate: Update = (root, calls, change) =>
  new NodeFiles(root, calls, new NoPatience()).update(path, change);

/** The same without protection: opens the file itself, cuts it off and writes into it. */
const plainUpdate: Update = async (root, calls, change) => {
  try {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC;
    const descriptor = await calls.open(`${root}/${path}`, flags, 0o666);
    try {
      const bytes = Buffer.from(change(old) ?? '');
      for (let at = 0; at < bytes.length; at += 8_000) {
        await calls.write(descriptor, bytes, at, Math.min(8_000, bytes.length - at), null);
      }
    } finally {
      await calls.close(descriptor);
    }
  } catch (error) {
    throw new RetroError('cannot-write', String(error));
  }
};

/** Whether the disk has it makes no difference here, and is what takes the time. */
const withoutSync: FileCalls = { ...nodeFileCalls, fsync: () => Promise.resolve() };

interface Outcome {
  readonly content: string | undefined;
  readonly leftovers: readonly string[];
  readonly error: unknown;
  readonly failed: ReadonlySet<CallName>;
  readonly calls: number;
}

/** Runs one update in which the calls that `fails` picks fail. */
async function runUnderFire(
  scenario: Scenario,
  update: Update,
  code: string,
  fails: (count: number) => boolean,
): Promise<Outcome> {
  const folder = new TemporaryFolder(scenario.seed);
  let calls = 0;
  const failed = new Set<CallName>();
  const failing = watchedCalls((name, args, count) => {
    calls = count;
    if (fails(count)) {
      failed.add(name);
      if (name === 'close') {
        closeSync(Number(args[0]));
      }
      throw systemError(code, name);
    }
  }, withoutSync);
  try {
    const error = await update(folder.path, failing, scenario.change).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    const content = folder.paths.includes(path) ? folder.textOf(path) : undefined;
    return { content, leftovers: folder.leftovers, error, failed, calls };
  } finally {
    folder.remove();
  }
}

/** Where an outcome is not whole: neither all old, with an error that says so, nor all new, without one. */
function flawOf(scenario: Scenario, outcome: Outcome): string | undefined {
  if (outcome.error === undefined) {
    return outcome.content === scenario.after ? undefined : 'said to be done, and is not';
  }
  if (
    !(outcome.error instanceof RetroError) ||
    !['cannot-write', 'cannot-read', 'busy'].includes(outcome.error.code)
  ) {
    return `threw ${inspect(outcome.error)}`;
  }
  return outcome.content === scenario.before ? undefined : 'said to be as it was, and is not';
}

describe('an update under fire', function () {
  this.timeout(60_000);

  for (const [name, scenario] of Object.entries(scenarios)) {
    for (const code of errors) {
      it(`leaves ${name} whole whichever one call fails with ${code} [C50] [C51] [C53] [C54]`, async () => {
        const { calls } = await runUnderFire(scenario, protectedUpdate, code, () => false);
        assert.ok(calls > 10);
        for (let at = 1; at <= calls; at++) {
          const outcome = await runUnderFire(scenario, protectedUpdate, code, (count) => count === at);
          assert.equal(flawOf(scenario, outcome), undefined, `call ${at}`);
          if (!outcome.failed.has('unlink') && !outcome.failed.has('rmdir')) {
            assert.deepEqual(outcome.leftovers, [], `call ${at}`);
          }
        }
      });
    }

    for (const code of ['ENOSPC', 'EIO', 'EBUSY']) {
      it(`leaves ${name} whole whichever call is the first of all that fail with ${code} [C50] [C51]`, async () => {
        const { calls } = await runUnderFire(scenario, protectedUpdate, code, () => false);
        for (let at = 1; at <= calls; at++) {
          const outcome = await runUnderFire(scenario, protectedUpdate, code, (count) => count >= at);
          assert.equal(flawOf(scenario, outcome), undefined, `from call ${at} on`);
        }
      });
    }
  }

  it('is seen to break a file that is written in place (control)', async () => {
    const scenario = scenarios['a change']!;
    const { calls } = await runUnderFire(scenario, plainUpdate, 'ENOSPC', () => false);
    let flaws = 0;
    for (let at = 1; at <= calls; at++) {
      const outcome = await runUnderFire(scenario, plainUpdate, 'ENOSPC', (count) => count === at);
      flaws += flawOf(scenario, outcome) === undefined ? 0 : 1;
    }
    assert.ok(flaws >= 2, `${flaws} flaws`);
  });
});
