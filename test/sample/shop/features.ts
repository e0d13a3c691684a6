import { append, swap, write } from '../fileEdits.ts';
import { elif, kofi, mara, nina, priya, tomas } from '../people.ts';
import type { Story } from '../story.ts';

/** Features that were built on branches of their own and that nobody wrote an entry about. */
export const features: Story = {
  branches: [
    { name: 'wish-lists', merged: '11.5', by: tomas },
    { name: 'reviews-by-customers', merged: '19.5', by: priya },
    { name: 'plant-filters', merged: '29.4', by: mara },
    { name: 'newsletter', merged: '34.5', by: nina, squashed: 'Offer a newsletter, with two confirmations' },
    { name: 'gift-cards' },
    { name: 'dark-colours' },
    { name: 'back-in-stock', merged: '48.5', by: elif },
  ],
  changes: [
    {
      at: '10.5',
      by: kofi,
      subject: 'Mention the version of Docker that we need',
      edits: [swap('README.md', '    npm run database\n', '    npm run database    # Docker 24 or later\n')],
    },
    {
      at: '20.2 09:55',
      by: elif,
      subject: 'Spell “terracotta” right on the page about pots',
      edits: [swap('data/care/pots.md', 'Terakotta', 'Terracotta')],
    },
    {
      at: '11.1',
      by: nina,
      branch: 'wish-lists',
      subject: 'Remember plants for later',
      edits: [
        write(
          'database/012-wishes.sql',
          `create table wishes (secret text, product text references products, primary key (secret, product));
`,
        ),
        write(
          'src/wishes/wishes.ts',
          `export type Wishes = ReadonlySet<string>;

export function wish(wishes: Wishes, productId: string): Wishes {
  return new Set([...wishes, productId]);
}
`,
        ),
      ],
    },
    {
      at: '11.3',
      by: nina,
      branch: 'wish-lists',
      subject: 'Move a wish into the basket',
      edits: [
        append(
          'src/wishes/wishes.ts',
          `export function fulfil(wishes: Wishes, productId: string): Wishes {
  return new Set([...wishes].filter((wished) => wished !== productId));
}
`,
        ),
      ],
    },
    {
      at: '11.4',
      by: nina,
      branch: 'wish-lists',
      subject: 'Share a list of wishes by its address',
      edits: [
        append(
          'src/wishes/wishes.ts',
          `/** Anybody who has the address can read the list; nobody can guess it. */
export function addressOf(secret: string): string {
  return '/wishes/' + encodeURIComponent(secret);
}
`,
        ),
      ],
    },
    {
      at: '18.3',
      by: mara,
      branch: 'reviews-by-customers',
      subject: 'Let customers say how their plant is doing',
      edits: [
        write(
          'database/015-reviews.sql',
          `create table reviews (product text references products, stars smallint, text text, weeks smallint);
`,
        ),
        write(
          'src/reviews/review.ts',
          `export interface Review {
  productId: string;
  stars: 1 | 2 | 3 | 4 | 5;
  text: string;
  /** Whole weeks since the plant arrived. */
  weeks: number;
}
`,
        ),
      ],
    },
    {
      at: '18.5',
      by: mara,
      branch: 'reviews-by-customers',
      subject: 'Average stars, and say of how many',
      edits: [
        append(
          'src/reviews/review.ts',
          `export function average(reviews: Review[]): { stars: number; of: number } | undefined {
  if (reviews.length < 3) {
    return undefined;
  }
  const sum = reviews.reduce((total, review) => total + review.stars, 0);
  return { stars: Math.round((10 * sum) / reviews.length) / 10, of: reviews.length };
}
`,
        ),
      ],
    },
    {
      at: '19.3',
      by: priya,
      branch: 'reviews-by-customers',
      subject: 'Ask again after three months',
      edits: [
        append(
          'src/reviews/review.ts',
          `export function asksAgain(review: Review): boolean {
  return review.weeks >= 12;
}
`,
        ),
      ],
    },
    {
      at: '28.2',
      by: kofi,
      branch: 'plant-filters',
      subject: 'Filter by light',
      edits: [
        write(
          'src/catalogue/filters.ts',
          `export interface Filter {
  light?: 'shade' | 'half shade' | 'bright' | 'full sun';
  safeForPets?: boolean;
}

export function fits(plant: { light?: string; safeForPets?: boolean }, filter: Filter): boolean {
  return filter.light === undefined || plant.light === filter.light;
}
`,
        ),
      ],
    },
    {
      at: '28.5',
      by: priya,
      branch: 'plant-filters',
      subject: 'Test the filters that we both wrote',
      edits: [
        write(
          'src/catalogue/filters.test.ts',
          `import { expect, test } from 'vitest';
import { fits } from './filters.ts';

test('no filter fits everything', () => {
  expect(fits({}, {})).toBe(true);
});

test('a plant for the shade does not fit a sunny window', () => {
  expect(fits({ light: 'shade' }, { light: 'full sun' })).toBe(false);
});
`,
        ),
      ],
    },
    {
      at: '29.2',
      by: kofi,
      branch: 'plant-filters',
      subject: 'Filter by what pets may chew',
      edits: [
        swap(
          'src/catalogue/filters.ts',
          'return filter.light === undefined || plant.light === filter.light;',
          `const lit = filter.light === undefined || plant.light === filter.light;
  return lit && (filter.safeForPets !== true || plant.safeForPets === true);`,
        ),
      ],
    },
    {
      at: '34.1',
      by: tomas,
      branch: 'newsletter',
      subject: 'Take down an address only after it was confirmed',
      edits: [
        write(
          'src/newsletter/subscribe.ts',
          `export interface Subscription {
  email: string;
  confirmed?: string;
}

export function mayWriteTo(subscription: Subscription): boolean {
  return subscription.confirmed !== undefined;
}
`,
        ),
      ],
    },
    {
      at: '34.3',
      by: tomas,
      branch: 'newsletter',
      subject: 'End a subscription with one click',
      edits: [
        append(
          'src/newsletter/subscribe.ts',
          `export function withoutAddress(subscriptions: Subscription[], email: string): Subscription[] {
  return subscriptions.filter((subscription) => subscription.email !== email);
}
`,
        ),
      ],
    },
    {
      at: '47.5',
      by: elif,
      branch: 'back-in-stock',
      subject: 'Write to people when a plant is back',
      edits: [
        write(
          'src/wishes/backInStock.ts',
          `import { putMail } from '../shared/outbox.ts';

/** One mail for each address and plant, never two. */
export async function tellThatItIsBack(plant: string, addresses: ReadonlySet<string>): Promise<void> {
  for (const address of addresses) {
    await putMail(address, plant + ' is back', 'You asked us to tell you.');
  }
}
`,
        ),
      ],
    },
    {
      at: '48.4',
      by: kofi,
      branch: 'back-in-stock',
      subject: 'Tell only as many people as there are plants',
      edits: [
        swap(
          'src/wishes/backInStock.ts',
          'addresses: ReadonlySet<string>): Promise<void> {\n  for (const address of addresses) {',
          'addresses: ReadonlySet<string>, stock: number): Promise<void> {\n  for (const address of [...addresses].slice(0, stock)) {',
        ),
      ],
    },
    {
      at: '50.2',
      by: tomas,
      branch: 'gift-cards',
      subject: 'Sketch gift cards',
      edits: [
        write(
          'src/gifts/giftCard.ts',
          `export interface GiftCard {
  code: string;
  leftInCents: number;
}
`,
        ),
      ],
    },
    {
      at: '51.3',
      by: tomas,
      branch: 'gift-cards',
      subject: 'Pay a part with a gift card',
      edits: [
        append(
          'src/gifts/giftCard.ts',
          `export function payWith(card: GiftCard, cents: number): { card: GiftCard; open: number } {
  const paid = Math.min(card.leftInCents, cents);
  return { card: { ...card, leftInCents: card.leftInCents - paid }, open: cents - paid };
}
`,
        ),
      ],
    },
    {
      at: '52.3',
      by: nina,
      branch: 'gift-cards',
      subject: 'Keep what is left on a gift card',
      edits: [
        append(
          'src/gifts/giftCard.ts',
          `export function isUsedUp(card: GiftCard): boolean {
  return card.leftInCents === 0;
}
`,
        ),
      ],
    },
    {
      at: '45.4',
      by: kofi,
      branch: 'dark-colours',
      subject: 'Try dark colours on the product page',
      edits: [
        append(
          'src/catalogue/style.css',
          '@media (prefers-color-scheme: dark) {\n  body {\n    background: #10201a;\n    color: #e8f0ea;\n  }\n}\n',
        ),
      ],
    },
  ],
};
