import { append, below, swap, write } from '../fileEdits.ts';
import { elif, mara, nina, tomas } from '../people.ts';
import { concluded, done, dropped, running, type Story } from '../story.ts';

/** What stands between a full basket and an order. */
export const guestCheckout: Story = {
  branches: [
    { name: 'buy-as-a-guest', merged: '16.5', by: tomas },
    { name: 'one-page-checkout', kept: true },
  ],
  changes: [
    {
      key: 'postcodes',
      at: '6.5',
      by: nina,
      subject: 'Accept postcodes of all the countries that we send to',
      edits: [
        swap(
          'src/checkout/address.ts',
          `  if (!/^\\d{5}$/.test(address.postcode)) {`,
          `  if (!(postcodes[address.country] ?? /./).test(address.postcode)) {`,
        ),
        append(
          'src/checkout/address.ts',
          `const postcodes: Record<string, RegExp> = {
  DE: /^\\d{5}$/,
  AT: /^\\d{4}$/,
  NL: /^\\d{4} ?[A-Z]{2}$/i,
  DK: /^\\d{4}$/,
};
`,
        ),
      ],
    },
    {
      key: 'guest',
      at: '16.1',
      by: nina,
      branch: 'buy-as-a-guest',
      subject: 'Let people buy without an account',
      edits: [
        write(
          'src/checkout/guest.ts',
          `export interface Buyer {
  email: string;
  account?: string;
}

/** Who buys: an account if there is one, otherwise just an address to write to. */
export function buyerOf(email: string, account?: string): Buyer {
  return account === undefined ? { email } : { email, account };
}
`,
        ),
      ],
    },
    {
      key: 'guest-routes',
      at: '16.3',
      by: nina,
      branch: 'buy-as-a-guest',
      subject: 'Skip the sign-in page on the way to the checkout',
      edits: [
        swap(
          'src/checkout/checkoutRoutes.ts',
          `server.post<{ Body`,
          `server.get('/checkout', async (_request, reply) => reply.redirect('/checkout/address'));
  server.post<{ Body`,
        ),
      ],
    },
    {
      key: 'one-page',
      at: '26.2',
      by: nina,
      branch: 'one-page-checkout',
      subject: 'Put address, delivery and payment on one page',
      edits: [
        write(
          'src/checkout/onePage.ts',
          `/** All of the checkout at once; each part is checked when it is left. */
export const parts = ['address', 'delivery', 'payment'] as const;

export function nextPart(done: readonly string[]): string | undefined {
  return parts.find((part) => !done.includes(part));
}
`,
        ),
      ],
    },
    {
      key: 'one-page-mobile',
      at: '26.5',
      by: elif,
      branch: 'one-page-checkout',
      subject: 'Fold the finished parts on small screens',
      edits: [
        append(
          'src/checkout/onePage.ts',
          `export function isFolded(part: string, done: readonly string[], width: number): boolean {
  return width < 700 && done.includes(part);
}
`,
        ),
      ],
    },
    {
      key: 'kind-messages',
      at: '36.3',
      by: elif,
      subject: 'Say what is wrong with an address and how to mend it',
      pulled: true,
      edits: [
        swap(
          'src/checkout/address.ts',
          `problems.push('The postcode is not valid.');`,
          `problems.push('Is the postcode right? In ' + address.country + ' we expected something else.');`,
        ),
        below('data/texts/en.json', '{', '  "address.postcode": "Is the postcode right?",'),
        below('data/texts/de.json', '{', '  "address.postcode": "Stimmt die Postleitzahl?",'),
      ],
    },
  ],
  entries: [
    {
      kind: 'failure',
      title: 'Nobody in Austria could order for ten days',
      at: '6.5',
      by: nina,
      tags: ['checkout', 'customers'],
      about: ['postcodes'],
      code: [['src/checkout/address.ts', 'AT: /']],
      body: 'We opened delivery to Austria and our form wanted five digits. There, postcodes have four. 84 people tried, the average person three times. Our test address was in Berlin.',
    },
    {
      key: 'sign-in-loses',
      kind: 'learning',
      title: 'Four of ten full baskets end at the sign-in page',
      at: '15.4',
      by: nina,
      tags: ['checkout', 'customers'],
      body: 'Watched 1,900 baskets for two weeks: 38 % stop exactly where we ask for a password. Of those who make an account, seven of ten never sign in again.',
    },
    {
      kind: 'experiment',
      title: 'Buying without an account brings more orders',
      at: '16.1',
      by: nina,
      tags: ['checkout', 'customers'],
      about: ['guest'],
      owner: nina,
      timebox: '21.1',
      follows: ['sign-in-loses'],
      hypothesis:
        'If nobody has to make an account, more full baskets become orders, and the few who want an account make one afterwards.',
      measure:
        'Full baskets that become orders, half of the visitors each way, four weeks. Baseline: 44 %. Target: 50 %.',
      later: [
        running('16.5'),
        concluded(
          '20.5',
          'validated',
          '53 % against 45 % (2,310 and 2,288 baskets). One guest in nine made an account on the thank-you page.',
        ),
      ],
    },
    {
      kind: 'win',
      title: 'One order in five is now from a guest',
      at: '22.3',
      by: nina,
      tags: ['checkout', 'customers'],
      about: ['guest'],
      body: 'And support hears much less about lost passwords: 6 letters in the last two weeks, 41 in the two before.',
    },
    {
      key: 'one-page-experiment',
      kind: 'experiment',
      title: 'The whole checkout on one page',
      at: '26.2',
      by: nina,
      tags: ['checkout'],
      about: ['one-page'],
      owner: nina,
      timebox: '30.5',
      hypothesis: 'If people see from the start how little is left to do, fewer of them stop on the way.',
      measure:
        'Started checkouts that become orders, half of the visitors each way, four weeks. Baseline: 71 %. Target: 75 %.',
      later: [
        running('27.1'),
        concluded(
          '31.1',
          'inconclusive',
          '72.4 % against 71.6 %, which can be chance with 1,100 each. Better on large screens, worse on small ones. The branch stays until we know whether the large screens are worth a second layout.',
        ),
      ],
    },
    {
      kind: 'learning',
      title: 'Decide how many visitors a test needs before it starts',
      at: '31.2',
      by: nina,
      tags: ['experiments', 'ways-of-working'],
      follows: ['one-page-experiment'],
      body: 'To see 71 become 75 we would have needed about 2,000 checkouts on each side. We have 1,100 in a month. Had we counted first, we would have chosen a bolder change or a longer test.',
    },
    {
      kind: 'action',
      title: 'Put a page with sample sizes into the experiment guide',
      at: '31.3',
      by: nina,
      tags: ['experiments', 'documentation'],
      owner: mara,
      due: '34.1',
      later: [done('33.4')],
    },
    {
      kind: 'action',
      title: 'Fill in the city from the postcode',
      at: '36.4',
      by: elif,
      tags: ['checkout'],
      owner: elif,
      due: '41.1',
      later: [
        dropped(
          '40.5',
          'In the Netherlands and Austria one postcode has several towns. People type their town faster than they correct ours.',
        ),
      ],
    },
    {
      kind: 'kudos',
      title: 'Elif rewrote all 46 error messages',
      at: '37.1',
      by: tomas,
      tags: ['checkout', 'language'],
      people: [elif],
      about: ['kind-messages'],
      body: 'Each one now says what happened and what to do. She read them aloud to a neighbour who had never seen our shop.',
    },
  ],
};
