import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FileJournal } from '../../../src/node/journal/fileJournal.ts';
import { readLines } from '../../../src/node/journal/journalLines.ts';
import { seededRandom, type SeededRandom } from '../../support/seededRandom.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';

const program = fileURLToPath(new URL('./journalLoop.js', import.meta.url));
const long = process.env['RETROLOG_LONG'] === '1';
const seed = process.env['RETROLOG_SEED'] ?? '1';

/** Starts a writer and kills it after it acknowledged some; resolves to the last number that it acknowledged. */
function killOne(
  file: string,
  first: number,
  way: 'journal' | 'late',
  random: SeededRandom,
): Promise<number> {
  const enough = random.between(0, 40);
  const delay = random.next() * 3;
  const child = spawn(process.execPath, [program, file, String(first), way], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let condemned = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (!condemned && output.split('\n').length > enough) {
      condemned = true;
      setTimeout(() => child.kill('SIGKILL'), delay);
    }
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const numbers = output.split('\n').slice(0, -1).map(Number);
      if (code === null) {
        resolve(Math.max(first - 1, ...numbers));
      } else {
        reject(new Error(`The writer ended by itself with ${code}.`));
      }
    });
  });
}

describe('journals whose writers are killed', function () {
  this.timeout(long ? 1_200_000 : 120_000);
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => folder.remove());

  it('hold all that was acknowledged, in its order', async () => {
    const random = seededRandom(`journal ${seed}`);
    const file = folder.at('m33ting0.jsonl');
    let acknowledged = 0;
    for (let kill = 0; kill < (long ? 400 : 60); kill += 1) {
      const last = await killOne(file, acknowledged + 1, 'journal', random);
      const journal = await FileJournal.open(file);
      const { intents } = await journal.read();
      await journal.close();
      assert.ok(intents.length >= last, `${last} were acknowledged and ${intents.length} are there`);
      assert.ok(intents.every(({ at }, index) => at === index + 1));
      acknowledged = intents.length;
    }
    assert.ok(acknowledged > 500, `${acknowledged} intents were written`);
  });

  it('are seen to lose what is acknowledged before it is written (control)', async () => {
    const random = seededRandom(`late ${seed}`);
    let lost = 0;
    for (let kill = 0; kill < 40; kill += 1) {
      const file = folder.at(`${kill}.jsonl`);
      folder.write(`${kill}.jsonl`, '');
      const last = await killOne(file, 1, 'late', random);
      lost += readLines(readFileSync(file)).intents.length < last ? 1 : 0;
    }
    assert.ok(lost > 5, `${lost} of 40 journals lost something`);
  });
});
