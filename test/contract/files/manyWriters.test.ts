import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';

const program = fileURLToPath(new URL('./incrementLoop.js', import.meta.url));
const writers = 4;
const times = 250;

/** Lets processes add to one number all at once; says what they were told was added, and what it is then. */
async function countTogether(
  way: 'update' | 'plain',
): Promise<{ accepted: number; found: number; left: number }> {
  const folder = new TemporaryFolder({ 'n.md': '0' });
  try {
    const children = Array.from({ length: writers }, () => {
      const child = spawn(process.execPath, [program, folder.path, String(times), way], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
      const ready = once(child.stdout, 'data');
      const ended = once(child, 'close').then(() => Number(output.split('\n')[1]));
      return { child, ready, ended };
    });
    await Promise.all(children.map(({ ready }) => ready));
    children.forEach(({ child }) => child.stdin.write('go\n'));
    const accepted = await Promise.all(children.map(({ ended }) => ended));
    return {
      accepted: accepted.reduce((sum, count) => sum + count, 0),
      found: Number(folder.textOf('n.md')),
      left: folder.leftovers.length,
    };
  } finally {
    folder.remove();
  }
}

describe('several programs that write one file', function () {
  this.timeout(120_000);

  it('keep every change that was accepted [C61]', async () => {
    const { accepted, found, left } = await countTogether('update');
    assert.equal(found, accepted);
    assert.equal(left, 0);
    assert.ok(accepted > (writers * times) / 2, `${accepted} were accepted`);
  });

  it('are seen to lose changes where nothing holds them apart (control)', async () => {
    const { accepted, found } = await countTogether('plain');
    assert.equal(accepted, writers * times);
    assert.ok(found < accepted, `${found} of ${accepted}`);
  });
});
