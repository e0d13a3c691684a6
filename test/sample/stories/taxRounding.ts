import { append, swap, write } from '../fileEdits.ts';
import { kofi, mara, nina, priya, tomas } from '../people.ts';
import { concluded, done, running, type Story } from '../story.ts';

/** Cents: where they go missing and how to count all of them. */
export const taxRounding: Story = {
  branches: [{ name: 'cents-only', merged: '36.5', by: tomas }],
  changes: [
    {
      key: 'tax-lines',
      at: '35.1',
      by: nina,
      subject: 'Show the tax of every line on the invoice',
      pulled: true,
      edits: [
        append(
          'src/catalogue/price.ts',
          `export function taxIn(gross: number, rate: number): number {
  return gross - gross / (1 + rate);
}
`,
        ),
      ],
    },
    {
      key: 'round-once',
      at: '36.3',
      by: nina,
      branch: 'cents-only',
      subject: 'Round the tax of each rate once, not of each line',
      edits: [
        swap(
          'src/catalogue/price.ts',
          'return gross - gross / (1 + rate);',
          'return gross - Math.round(gross / (1 + rate));',
        ),
        append(
          'src/catalogue/price.ts',
          `/** The tax of a whole invoice by rate. The sum of the parts is the whole, to the cent. */
export function taxByRate(lines: { gross: number; rate: number }[]): Map<number, number> {
  const gross = new Map<number, number>();
  for (const line of lines) {
    gross.set(line.rate, (gross.get(line.rate) ?? 0) + line.gross);
  }
  return new Map([...gross].map(([rate, sum]) => [rate, taxIn(sum, rate)]));
}
`,
        ),
      ],
    },
    {
      key: 'random-invoices',
      at: '36.4',
      by: priya,
      branch: 'cents-only',
      subject: 'Check a thousand random invoices to the cent',
      edits: [
        write(
          'src/catalogue/price.test.ts',
          `import { expect, test } from 'vitest';
import { taxByRate } from './price.ts';

test('tax and net are the whole, for any invoice', () => {
  for (let seed = 1; seed <= 1000; seed++) {
    const lines = randomLines(seed);
    const gross = lines.reduce((sum, line) => sum + line.gross, 0);
    const tax = [...taxByRate(lines).values()].reduce((sum, part) => sum + part, 0);
    expect(Number.isInteger(tax), 'seed ' + seed).toBe(true);
    expect(tax).toBeLessThan(gross);
  }
});

function randomLines(seed: number): { gross: number; rate: number }[] {
  return Array.from({ length: 1 + (seed % 7) }, (_, i) => ({ gross: (seed * 7919 + i * 104729) % 20000, rate: i % 2 ? 0.07 : 0.19 }));
}
`,
        ),
      ],
    },
    {
      key: 'vouchers',
      at: '51.4',
      by: nina,
      subject: 'Spread a voucher over the lines of a basket',
      pulled: true,
      edits: [
        append(
          'src/cart/cart.ts',
          `/** Takes a voucher off the lines in proportion; what rounding leaves over comes off the first. */
export function withVoucher(cart: Cart, cents: number): number[] {
  const total = totalOf(cart);
  const parts = cart.lines.map((line) => Math.floor((cents * line.count * line.priceInCents) / total));
  parts[0] = (parts[0] ?? 0) + cents - parts.reduce((sum, part) => sum + part, 0);
  return parts;
}
`,
        ),
      ],
    },
  ],
  entries: [
    {
      key: 'one-cent',
      kind: 'failure',
      title: 'Every seventh invoice was wrong by a cent',
      at: '35.5',
      by: nina,
      tags: ['prices', 'customers'],
      about: ['tax-lines'],
      code: [['src/catalogue/price.ts', 'return gross - gross / (1 + rate);']],
      body: 'Each line was rounded for the eye, the sum was not. The bookkeeper found it in two days and was very calm. 390 invoices had to be written again.',
    },
    {
      kind: 'learning',
      title: 'Round once, at the end, and say who gets the cent that is left',
      at: '36.3',
      by: tomas,
      tags: ['prices'],
      about: ['round-once'],
      follows: ['one-cent'],
      code: [['src/catalogue/price.ts', 'export function taxByRate']],
      body: 'The law says so too: one rounding for each rate on an invoice. And for everything that is shared out, decide where the rest goes before somebody asks.',
    },
    {
      kind: 'experiment',
      title: 'Random invoices find more than chosen ones',
      at: '36.4',
      by: priya,
      tags: ['prices', 'testing'],
      about: ['random-invoices'],
      owner: priya,
      timebox: '40.4',
      follows: ['one-cent'],
      hypothesis:
        'A thousand random invoices with one rule (“the parts are the whole”) find faults that our 23 examples do not.',
      measure:
        'Faults found in prices, vouchers and shipping in four weeks. Baseline: 0 by examples in the last quarter. Target: at least 2.',
      later: [
        running('36.5'),
        concluded(
          '40.4',
          'validated',
          'Three: an empty basket with a voucher, a voucher larger than the basket, and shipping that was taxed at the wrong rate since day one.',
        ),
      ],
    },
    {
      kind: 'action',
      title: 'Ask the bookkeeper before changing anything on an invoice',
      at: '36.1',
      by: nina,
      tags: ['prices', 'customers'],
      owner: nina,
      due: '38.1',
      later: [done('37.2')],
    },
    {
      kind: 'win',
      title: 'Vouchers went live without one letter from bookkeeping',
      at: '52.1',
      by: nina,
      tags: ['prices', 'checkout'],
      about: ['vouchers'],
      code: [['src/cart/cart.ts', 'export function withVoucher']],
      body: 'She saw the rule, tried it with her own examples, and signed it before we wrote the code. Three days, 41 vouchers, no invoice written twice.',
    },
    {
      kind: 'kudos',
      title: 'Kofi and the bookkeeper made the test together',
      at: '52.4',
      by: mara,
      tags: ['prices', 'testing', 'safety'],
      people: [kofi],
      body: 'She dictated the cases that she has been checking by hand for years. Now they run in four milliseconds, with her name above them.',
    },
    {
      kind: 'action',
      title: 'Show the voucher on each line of the packing list',
      at: '52.4',
      by: kofi,
      tags: ['prices', 'customers'],
      owner: kofi,
      due: '54.3',
    },
  ],
};
