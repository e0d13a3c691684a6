import { type FileEdit, write } from '../fileEdits.ts';
import { firstCheckout } from './firstCheckout.ts';

/** The shop on its first day: a web shop for house plants and what they need. */
export const firstVersion: readonly FileEdit[] = [
  write(
    'README.md',
    `# The plant shop

House plants, pots and what they need, sent to your door.

## Start it

    npm ci
    npm run database
    npm run dev

The shop answers on port 3000. \`npm test\` runs the unit tests, \`npm run e2e\` the ones in a browser.

## Where things are

- \`src/catalogue\`: products, their pages, prices and stock
- \`src/cart\`, \`src/checkout\`, \`src/payments\`: from the basket to the money
- \`src/search\`: finding a plant
- \`src/images\`: pictures in the sizes that pages need
- \`ops\`: building, deploying, watching
`,
  ),
  write('.gitignore', 'node_modules/\ndist/\n.env\n'),
  write(
    'package.json',
    `{
  "name": "plant-shop",
  "version": "1.0.0",
  "private": true,
  "type": "module",
  "scripts": {
    "dev": "node --watch src/server.ts",
    "test": "vitest run",
    "e2e": "playwright test",
    "database": "node ops/database.ts"
  },
  "dependencies": {
    "fastify": "4.26.0",
    "pino": "8.19.0",
    "postgres": "3.4.3",
    "sharp": "0.33.2",
    "zod": "3.22.4"
  },
  "devDependencies": {
    "playwright": "1.42.0",
    "typescript": "5.3.3",
    "vitest": "1.3.0"
  }
}
`,
  ),
  write('CHANGELOG.md', '# What changed\n\n## 1.0.0\n\nThe shop opens.\n'),
  write(
    'src/server.ts',
    `import fastify from 'fastify';
import { cartRoutes } from './cart/cartRoutes.ts';
import { catalogueRoutes } from './catalogue/catalogueRoutes.ts';
import { checkoutRoutes } from './checkout/checkoutRoutes.ts';
import { searchRoutes } from './search/searchRoutes.ts';

const server = fastify({ logger: true });

server.register(catalogueRoutes);
server.register(searchRoutes);
server.register(cartRoutes);
server.register(checkoutRoutes);

await server.listen({ port: Number(process.env.PORT ?? 3000), host: '0.0.0.0' });
`,
  ),
  write(
    'src/shared/database.ts',
    `import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL ?? 'postgres://localhost/shop', { max: 20 });

export async function query<T>(text: string, values: unknown[] = []): Promise<T[]> {
  return (await sql.unsafe(text, values as never[])) as unknown as T[];
}
`,
  ),
  write(
    'src/shared/http.ts',
    `const timeout = 30_000;

export async function postJson(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeout),
  });
  if (!response.ok) {
    throw new Error('POST ' + url + ' answered ' + response.status);
  }
  return response.json();
}
`,
  ),
  write(
    'src/catalogue/products.ts',
    `import { query } from '../shared/database.ts';

export interface Product {
  id: string;
  name: string;
  priceInCents: number;
  stock: number;
  collection: string;
}

export async function findProduct(id: string): Promise<Product | undefined> {
  const rows = await query<Product>('select * from products where id = $1', [id]);
  return rows[0];
}

export async function listCollection(collection: string): Promise<Product[]> {
  return query<Product>('select * from products where collection = $1 order by name', [collection]);
}
`,
  ),
  write(
    'src/catalogue/productPage.ts',
    `import { formatPrice } from './price.ts';
import { findProduct } from './products.ts';

export async function productPage(id: string): Promise<string | undefined> {
  const product = await findProduct(id);
  if (product === undefined) {
    return undefined;
  }
  return [
    '<h1>' + product.name + '</h1>',
    '<img src="/images/' + product.id + '/1600.jpg">',
    '<p class="price">' + formatPrice(product.priceInCents) + '</p>',
    '<div class="button" data-add="' + product.id + '">Add to basket</div>',
  ].join('\\n');
}
`,
  ),
  write(
    'src/catalogue/price.ts',
    `export function formatPrice(cents: number): string {
  return '€ ' + (cents / 100).toFixed(2);
}

export function withTax(net: number, rate: number): number {
  return Math.round(net * (1 + rate));
}
`,
  ),
  write(
    'src/catalogue/stock.ts',
    `import { query } from '../shared/database.ts';

export async function stockOf(productId: string): Promise<number> {
  const rows = await query<{ stock: number }>('select stock from products where id = $1', [productId]);
  return rows[0]?.stock ?? 0;
}

export async function takeFromStock(productId: string, count: number): Promise<boolean> {
  const stock = await stockOf(productId);
  if (stock < count) {
    return false;
  }
  await query('update products set stock = $2 where id = $1', [productId, stock - count]);
  return true;
}
`,
  ),
  write(
    'src/catalogue/catalogueRoutes.ts',
    `import type { FastifyInstance } from 'fastify';
import { productPage } from './productPage.ts';

export async function catalogueRoutes(server: FastifyInstance): Promise<void> {
  server.get<{ Params: { id: string } }>('/plants/:id', async (request, reply) => {
    const page = await productPage(request.params.id);
    return page === undefined ? reply.code(404).send('We do not have this plant.') : reply.type('text/html').send(page);
  });
}
`,
  ),
  write(
    'src/search/tokenize.ts',
    `export function tokenize(text: string): string[] {
  return text.toLowerCase().split(/\\s+/);
}
`,
  ),
  write(
    'src/search/search.ts',
    `import type { Product } from '../catalogue/products.ts';
import { tokenize } from './tokenize.ts';

export function search(products: Product[], text: string): Product[] {
  const words = tokenize(text);
  return products
    .map((product) => ({ product, score: scoreOf(product, words) }))
    .filter((hit) => hit.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((hit) => hit.product);
}

function scoreOf(product: Product, words: string[]): number {
  const name = tokenize(product.name);
  return words.filter((word) => name.includes(word)).length;
}
`,
  ),
  write(
    'src/search/search.test.ts',
    `import { expect, test } from 'vitest';
import { search } from './search.ts';

const fern = { id: 'fern', name: 'Boston fern', priceInCents: 1290, stock: 4, collection: 'ferns' };
const pot = { id: 'pot', name: 'Terracotta pot', priceInCents: 890, stock: 40, collection: 'pots' };

test('finds a plant by a word of its name', () => {
  expect(search([fern, pot], 'fern')).toEqual([fern]);
});
`,
  ),
  write(
    'src/search/searchRoutes.ts',
    `import type { FastifyInstance } from 'fastify';
import { listCollection } from '../catalogue/products.ts';
import { search } from './search.ts';

export async function searchRoutes(server: FastifyInstance): Promise<void> {
  server.get<{ Querystring: { q: string } }>('/search', async (request) => {
    return search(await listCollection('all'), request.query.q);
  });
}
`,
  ),
  write(
    'src/images/resize.ts',
    `import sharp from 'sharp';

const widths = [400, 800, 1600];

export async function resize(original: Buffer): Promise<Map<number, Buffer>> {
  const sizes = new Map<number, Buffer>();
  for (const width of widths) {
    sizes.set(width, await sharp(original).resize(width).jpeg({ quality: 85 }).toBuffer());
  }
  return sizes;
}
`,
  ),
  write(
    'database/001-products.sql',
    `create table products (
  id text primary key,
  name text not null,
  price_in_cents integer not null,
  stock integer not null,
  collection text not null
);
`,
  ),
  write(
    'data/care/pots.md',
    '# Pots\n\nTerakotta breathes: water a little more often. Glazed pots keep water: a little less.\n',
  ),
  write(
    'data/texts/en.json',
    '{\n  "basket.add": "Add to basket",\n  "basket.empty": "Your basket is empty"\n}\n',
  ),
  write(
    'data/texts/de.json',
    '{\n  "basket.add": "In den Korb",\n  "basket.empty": "Dein Korb ist leer"\n}\n',
  ),
  write(
    'data/collections.json',
    `[
  { "id": "ferns", "name": "Ferns", "light": "half shade" },
  { "id": "pots", "name": "Pots" }
]
`,
  ),
  write(
    'ops/ci.yml',
    `stages: [install, test, build, deploy]

install:
  script: npm install

test:
  script: npm test && npm run e2e

build:
  script: docker build --no-cache -t shop .

deploy:
  script: ops/deploy.sh
  when: manual
`,
  ),
  write(
    'ops/deploy.sh',
    `#!/bin/sh
set -e
docker push registry.example.org/shop
ssh deploy@shop.example.org 'docker pull registry.example.org/shop && docker restart shop'
`,
  ),
  write(
    'ops/alerts.yml',
    `alerts:
  - name: slow-pages
    when: p95 > 400ms for 1m
    wake: yes
  - name: errors
    when: errors > 5 for 1m
    wake: yes
  - name: disk
    when: disk > 70%
    wake: yes
`,
  ),
  write(
    'ops/runbook.md',
    `# Runbook

Who is on call reads this first. One section for each thing that can wake you.

## The shop does not answer

1. \`ssh deploy@shop.example.org docker ps\`: is it running?
2. \`docker logs shop --tail 200\`
3. \`docker restart shop\`, and write down what you saw before it.
`,
  ),
  ...firstCheckout,
];
