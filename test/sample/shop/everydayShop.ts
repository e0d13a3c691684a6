import { append, below, type FileEdit, move, swap, write } from '../fileEdits.ts';
import { elif, kofi, mara, nina, priya, tomas } from '../people.ts';
import type { Series } from './series.ts';

function cartTest(name: string, body: string): FileEdit {
  return append('src/cart/cart.test.ts', `test('${name}', () => {\n${body}\n});\n`);
}

/** Small steps in the code of the shop, all year. */
export const everydayShop: readonly Series[] = [
  {
    by: [mara, tomas, nina],
    weeks: [1, 20],
    steps: [
      [
        'Add up lines of the same product',
        swap(
          'src/cart/cart.ts',
          '  return { ...cart, lines: [...cart.lines, line] };',
          `  const same = cart.lines.find((other) => other.productId === line.productId);
  if (same === undefined) {
    return { ...cart, lines: [...cart.lines, line] };
  }
  const lines = cart.lines.map((other) => (other === same ? { ...other, count: other.count + line.count } : other));
  return { ...cart, lines };`,
        ),
      ],
      [
        'Test that the same product stays one line',
        cartTest(
          'the same product stays one line',
          `  const once = addToCart({ id: 'a', lines: [] }, fern);
  expect(addToCart(once, fern).lines).toEqual([{ ...fern, count: 2 }]);`,
        ),
      ],
      [
        'Let people take a line out of the basket',
        append(
          'src/cart/cart.ts',
          `export function removeFromCart(cart: Cart, productId: string): Cart {
  return { ...cart, lines: cart.lines.filter((line) => line.productId !== productId) };
}
`,
        ),
      ],
      [
        'Allow at most 50 of one product',
        append(
          'src/cart/cart.ts',
          `const most = 50;

export function setCount(cart: Cart, productId: string, count: number): Cart {
  const allowed = Math.min(Math.max(0, count), most);
  const lines = cart.lines.map((line) => (line.productId === productId ? { ...line, count: allowed } : line));
  return { ...cart, lines: lines.filter((line) => line.count > 0) };
}
`,
        ),
      ],
      [
        'Test the limits of a line',
        cartTest(
          'fifty are enough, and none means gone',
          `  const cart = { id: 'a', lines: [fern] };
  expect(setCount(cart, 'fern', 80).lines[0]?.count).toBe(50);
  expect(setCount(cart, 'fern', 0).lines).toEqual([]);`,
        ),
        swap('src/cart/cart.test.ts', '{ addToCart, totalOf }', '{ addToCart, setCount, totalOf }'),
      ],
      [
        'Free shipping from 60 euros',
        swap('src/cart/shipping.ts', 'const freeFrom = 5000;', 'const freeFrom = 6000;'),
      ],
      [
        'Send large pots by freight',
        append(
          'src/cart/shipping.ts',
          `export function isFreight(weightInGrams: number): boolean {
  return weightInGrams > 25_000;
}
`,
        ),
      ],
    ],
  },
  {
    by: [tomas, nina, elif],
    weeks: [23, 50],
    steps: [
      [
        'Move shipping out of the cart',
        move('src/cart/shipping.ts', 'src/shipping/cost.ts'),
        swap('src/checkout/checkout.ts', '../cart/shipping.ts', '../shipping/cost.ts'),
      ],
      [
        'Ship to the Netherlands and Denmark',
        append(
          'src/shipping/cost.ts',
          `const abroad: Record<string, number> = { AT: 890, NL: 890, DK: 1190 };

export function shippingTo(country: string, totalInCents: number): number {
  return shippingCost(totalInCents) + (abroad[country] ?? 0);
}
`,
        ),
      ],
      [
        'Do not send living plants before a weekend',
        write(
          'src/shipping/wetOrders.ts',
          `/** Living plants leave on the first three days of the week only. */
export function mayLeave(day: Date, hasPlants: boolean): boolean {
  const weekday = day.getUTCDay();
  return hasPlants ? weekday >= 1 && weekday <= 3 : weekday >= 1 && weekday <= 5;
}
`,
        ),
      ],
      [
        'Test the week of a living plant',
        write(
          'src/shipping/wetOrders.test.ts',
          `import { expect, test } from 'vitest';
import { mayLeave } from './wetOrders.ts';

test.each([
  ['2024-05-06', true],
  ['2024-05-08', true],
  ['2024-05-09', false],
  ['2024-05-11', false],
])('plants on %s: %s', (day, leaves) => {
  expect(mayLeave(new Date(day), true)).toBe(leaves);
});
`,
        ),
      ],
      [
        'Put a warm pack into parcels below five degrees',
        append(
          'src/shipping/wetOrders.ts',
          `export function needsWarmPack(coldestNight: number): boolean {
  return coldestNight < 5;
}
`,
        ),
      ],
      [
        'Freight from 20 kilograms, as the carrier asks',
        swap('src/shipping/cost.ts', 'weightInGrams > 25_000', 'weightInGrams > 20_000'),
      ],
    ],
  },
  {
    by: [priya],
    weeks: [3, 46],
    steps: [
      [
        'Ignore empty words in a search',
        swap('src/search/tokenize.ts', '.split(/\\s+/)', '.split(/\\s+/).filter((word) => word.length > 0)'),
      ],
      [
        'Test that nothing finds nothing',
        append(
          'src/search/search.test.ts',
          `test('a search for nothing finds nothing', () => {
  expect(search([fern, pot], '  ')).toEqual([]);
});
`,
        ),
      ],
      [
        'Know “zz plant” and “spider plant”',
        below(
          'src/search/synonyms.ts',
          'const synonyms: Record<string, string> = {',
          `  'zz plant': 'zamioculcas',\n  'spider plant': 'chlorophytum',`,
        ),
      ],
      [
        'Test two words at once',
        append(
          'src/search/search.test.ts',
          `test('two words are better than one', () => {
  expect(search([pot, fern], 'boston fern')[0]).toBe(fern);
});
`,
        ),
      ],
      [
        'Know “string of pearls”',
        below(
          'src/search/synonyms.ts',
          'const synonyms: Record<string, string> = {',
          `  'string of pearls': 'senecio',`,
        ),
      ],
      [
        'Show sold-out plants last',
        swap(
          'src/search/search.ts',
          '.sort((a, b) => b.score - a.score)',
          '.sort((a, b) => Number(b.product.stock > 0) - Number(a.product.stock > 0) || b.score - a.score)',
        ),
      ],
      [
        'Know “lucky bamboo”, which is none',
        below(
          'src/search/synonyms.ts',
          'const synonyms: Record<string, string> = {',
          `  'lucky bamboo': 'dracaena',`,
        ),
      ],
    ],
  },
  {
    by: [mara, kofi],
    weeks: [5, 45],
    steps: [
      [
        'Keep baskets for a week',
        write(
          'src/accounts/session.ts',
          `const lifetime = 7 * 24 * 60 * 60 * 1000;

export interface Session {
  id: string;
  cart: string;
  until: number;
}

export function isAlive(session: Session, now: number): boolean {
  return session.until > now;
}

export function renewed(session: Session, now: number): Session {
  return { ...session, until: now + lifetime };
}
`,
        ),
      ],
      [
        'Test when a session ends',
        write(
          'src/accounts/session.test.ts',
          `import { expect, test } from 'vitest';
import { isAlive, renewed } from './session.ts';

test('a renewed session lives for a week', () => {
  const session = renewed({ id: 's', cart: 'c', until: 0 }, 1000);
  expect(isAlive(session, 1000 + 6 * 86_400_000)).toBe(true);
  expect(isAlive(session, 1000 + 8 * 86_400_000)).toBe(false);
});
`,
        ),
      ],
      [
        'Keep baskets for a month',
        swap('src/accounts/session.ts', 'const lifetime = 7 * 24', 'const lifetime = 30 * 24'),
        swap('src/accounts/session.test.ts', 'lives for a week', 'lives for a month'),
        swap('src/accounts/session.test.ts', '6 * 86_400_000', '29 * 86_400_000'),
        swap('src/accounts/session.test.ts', '8 * 86_400_000', '31 * 86_400_000'),
      ],
      [
        'Give up after ten seconds, not thirty',
        swap('src/shared/http.ts', 'const timeout = 30_000;', 'const timeout = 10_000;'),
      ],
      [
        'Say which address did not answer',
        swap(
          'src/shared/http.ts',
          '  const response = await fetch(url, {',
          `  const response = await send(url, {`,
        ),
        append(
          'src/shared/http.ts',
          `async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new Error('No answer from ' + new URL(url).host, { cause });
  }
}
`,
        ),
      ],
      [
        'Sign out on all devices',
        append(
          'src/accounts/session.ts',
          `/** Ends every session of an account but the one that asked for it. */
export function endOthers(sessions: Session[], kept: string): Session[] {
  return sessions.filter((session) => session.id === kept);
}
`,
        ),
      ],
    ],
  },
];
