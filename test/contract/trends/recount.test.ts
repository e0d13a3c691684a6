import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addDays } from '../../../src/core/dates.ts';
import { bucketLengths } from '../../../src/core/trends/buckets.ts';
import type { Trends } from '../../../src/core/trends/trends.ts';
import { makeSampleRepository } from '../../sample/makeSampleRepository.ts';
import { type Recount, recountOf } from '../../support/recount/recount.ts';
import { TemporaryFolder } from '../../support/temporaryFolder.ts';
import { answerJson } from '../cli/commandLine.ts';
import { disturbYear } from './disturbedYear.ts';

const until = '2026-11-23';
const recountFolder = new URL('../../support/recount/', import.meta.url);

describe('the figures, counted again by hand', function () {
  this.timeout(300_000);
  const temporary = new TemporaryFolder();
  const root = temporary.at('shop');
  after(() => temporary.remove());

  /** Where the two do not agree, with both. */
  async function disagreements(ends: readonly string[]): Promise<readonly string[]> {
    const recount = recountOf(root);
    const found: string[] = [];
    for (const to of ends) {
      for (const every of bucketLengths) {
        const from = addDays(to, -200);
        const span = ['--since', from, '--until', to, '--every', every];
        const { json, code } = await answerJson(root, ['trends', ...span]);
        assert.equal(code, 0);
        const { buckets, indicators, surveys, notes, ...head } = json as unknown as Trends;
        assert.deepEqual(head, { from, to, every });
        const told: Recount = {
          buckets,
          indicators: { ...indicators },
          surveys,
          notes: Object.fromEntries(notes.map(({ code: note, paths = [] }) => [note, paths])),
        };
        found.push(...differences(told, recount({ from, to }, every), `${to} ${every}`));
      }
    }
    return found;
  }

  it('are counted with none of the code that is tested', () => {
    const imports = readdirSync(recountFolder)
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) => [
        ...readFileSync(fileURLToPath(new URL(name, recountFolder)), 'utf8').matchAll(
          /(?:from|import)\s*\(?["'](.*?)["']/g,
        ),
      ])
      .map(([, from = '']) => from);
    assert.ok(imports.length > 10);
    assert.deepEqual(
      imports.filter((from) => !/^(?:node:|\.\/[a-zA-Z]+\.js$)/.test(from)),
      [],
    );
  });

  it('are the same for the sample, at four ends of its year and by week, month and quarter', async () => {
    await makeSampleRepository({ folder: root, seed: 1, until });
    assert.deepEqual(await disagreements(['2026-11-22', '2026-09-30', '2026-06-28', '2026-03-05']), []);
  });

  it('are the same where entries are copied, imported, broken, moved, shared, undated and not committed', async () => {
    disturbYear(root, until);
    assert.deepEqual(await disagreements(['2026-11-22', '2026-11-01', '2026-09-30']), []);
  });
});

/** Where two values differ, as text; numbers may do so by a rounding of the last digits. */
function differences(told: unknown, counted: unknown, at: string): readonly string[] {
  if (typeof told === 'number' && typeof counted === 'number') {
    return Math.abs(told - counted) <= 1e-9 * Math.max(1, Math.abs(told))
      ? []
      : [`${at}: ${told}, not ${counted}`];
  }
  if (typeof told !== 'object' || typeof counted !== 'object' || told === null || counted === null) {
    return told === counted ? [] : [`${at}: ${JSON.stringify(told)}, not ${JSON.stringify(counted)}`];
  }
  const [a, b] = [told as Record<string, unknown>, counted as Record<string, unknown>];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) => differences(a[key], b[key], `${at} ${key}`));
}
