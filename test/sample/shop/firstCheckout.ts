import { type FileEdit, write } from '../fileEdits.ts';

/** From the basket to the money, on the first day. */
export const firstCheckout: readonly FileEdit[] = [
  write(
    'src/cart/cart.ts',
    `export interface CartLine {
  productId: string;
  count: number;
  priceInCents: number;
}

export interface Cart {
  id: string;
  lines: CartLine[];
}

export function addToCart(cart: Cart, line: CartLine): Cart {
  return { ...cart, lines: [...cart.lines, line] };
}

export function totalOf(cart: Cart): number {
  return cart.lines.reduce((sum, line) => sum + line.count * line.priceInCents, 0);
}
`,
  ),
  write(
    'src/cart/cart.test.ts',
    `import { expect, test } from 'vitest';
import { addToCart, totalOf } from './cart.ts';

const fern = { productId: 'fern', count: 1, priceInCents: 1290 };

test('an empty cart costs nothing', () => {
  expect(totalOf({ id: 'a', lines: [] })).toBe(0);
});

test('a line counts as often as it is wanted', () => {
  const cart = addToCart({ id: 'a', lines: [] }, { ...fern, count: 3 });
  expect(totalOf(cart)).toBe(3870);
});
`,
  ),
  write(
    'src/cart/shipping.ts',
    `const freeFrom = 5000;

export function shippingCost(totalInCents: number): number {
  return totalInCents >= freeFrom ? 0 : 490;
}
`,
  ),
  write(
    'src/cart/cartRoutes.ts',
    `import type { FastifyInstance } from 'fastify';
import { addToCart, type Cart, totalOf } from './cart.ts';

const carts = new Map<string, Cart>();

export async function cartRoutes(server: FastifyInstance): Promise<void> {
  server.post<{ Params: { id: string }; Body: { productId: string; priceInCents: number } }>(
    '/cart/:id',
    async (request) => {
      const before = carts.get(request.params.id) ?? { id: request.params.id, lines: [] };
      const cart = addToCart(before, { ...request.body, count: 1 });
      carts.set(cart.id, cart);
      return { total: totalOf(cart) };
    },
  );
}
`,
  ),
  write(
    'src/checkout/checkout.ts',
    `import { type Cart, totalOf } from '../cart/cart.ts';
import { shippingCost } from '../cart/shipping.ts';
import { takeFromStock } from '../catalogue/stock.ts';
import { charge } from '../payments/charge.ts';
import { sendConfirmation } from './confirmationMail.ts';

export async function checkout(cart: Cart, customer: { email: string; card: string }): Promise<string> {
  for (const line of cart.lines) {
    if (!(await takeFromStock(line.productId, line.count))) {
      throw new Error('Sold out: ' + line.productId);
    }
  }
  const total = totalOf(cart) + shippingCost(totalOf(cart));
  const payment = await charge(customer.card, total);
  await sendConfirmation(customer.email, cart, payment.id);
  return payment.id;
}
`,
  ),
  write(
    'src/checkout/address.ts',
    `export interface Address {
  name: string;
  street: string;
  postcode: string;
  city: string;
  country: string;
}

export function problemsOf(address: Address): string[] {
  const problems = [];
  if (address.name === '') {
    problems.push('Please tell us your name.');
  }
  if (!/^\\d{5}$/.test(address.postcode)) {
    problems.push('The postcode is not valid.');
  }
  return problems;
}
`,
  ),
  write(
    'src/checkout/confirmationMail.ts',
    `import type { Cart } from '../cart/cart.ts';
import { postJson } from '../shared/http.ts';

export async function sendConfirmation(email: string, cart: Cart, order: string): Promise<void> {
  await postJson(process.env.MAIL_URL ?? '', {
    to: email,
    subject: 'Your order ' + order,
    text: cart.lines.map((line) => line.count + ' x ' + line.productId).join('\\n'),
  });
}
`,
  ),
  write(
    'src/checkout/checkoutRoutes.ts',
    `import type { FastifyInstance } from 'fastify';
import { checkout } from './checkout.ts';

export async function checkoutRoutes(server: FastifyInstance): Promise<void> {
  server.post<{ Body: Parameters<typeof checkout> }>('/checkout', async (request) => {
    const [cart, customer] = request.body;
    return { order: await checkout(cart, customer) };
  });
}
`,
  ),
  write(
    'src/payments/charge.ts',
    `import { postJson } from '../shared/http.ts';

export interface Payment {
  id: string;
  state: 'paid' | 'refused';
}

export async function charge(card: string, amountInCents: number): Promise<Payment> {
  const body = { card, amount: amountInCents, currency: 'EUR' };
  return (await postJson(process.env.PAYMENT_URL + '/charges', body)) as Payment;
}
`,
  ),
  write(
    'test/checkout.e2e.ts',
    `import { expect, test } from 'playwright/test';

test('a visitor can buy a fern', async ({ page }) => {
  await page.goto('/plants/fern');
  await page.click('text=Add to basket');
  await page.goto('/checkout');
  await page.fill('[name=email]', 'visitor@example.org');
  await page.click('text=Pay');
  await page.waitForTimeout(2000);
  await expect(page.locator('h1')).toHaveText('Thank you');
});
`,
  ),
];
