import { swap, write } from '../fileEdits.ts';
import { jonas, kofi, nina, tomas, mara } from '../people.ts';
import { cleared, concluded, done, running, type Story } from '../story.ts';

/** Money: taken twice, given back late, and handled with more care since. */
export const doubleCharges: Story = {
  branches: [
    { name: 'once-only-payments', merged: '11.2', by: mara },
    { name: 'refunds-in-the-shop', merged: '29.2', by: nina },
  ],
  changes: [
    {
      key: 'retry-payments',
      at: '9.3',
      by: tomas,
      subject: 'Try a payment again when the provider does not answer',
      pulled: true,
      edits: [
        swap(
          'src/payments/charge.ts',
          `return (await postJson(process.env.PAYMENT_URL + '/charges', body)) as Payment;`,
          `for (let attempt = 1; ; attempt++) {
    try {
      return (await postJson(process.env.PAYMENT_URL + '/charges', body)) as Payment;
    } catch (error) {
      if (attempt === 3) {
        throw error;
      }
    }
  }`,
        ),
      ],
    },
    { key: 'no-retry', at: '10.2 09:48', by: tomas, subject: '', reverts: 'retry-payments' },
    {
      key: 'payment-key',
      at: '10.4',
      by: tomas,
      branch: 'once-only-payments',
      subject: 'Give every payment a key that makes it happen once',
      edits: [
        swap(
          'src/payments/charge.ts',
          'export async function charge(card: string, amountInCents: number)',
          'export async function charge(card: string, amountInCents: number, key: string)',
        ),
        swap('src/payments/charge.ts', `currency: 'EUR' };`, `currency: 'EUR', once: key };`),
        swap(
          'src/checkout/checkout.ts',
          'charge(customer.card, total)',
          'charge(customer.card, total, cart.id)',
        ),
      ],
    },
    {
      key: 'retry-with-key',
      at: '11.1',
      by: tomas,
      branch: 'once-only-payments',
      subject: 'Try again, with the same key',
      edits: [
        swap(
          'src/payments/charge.ts',
          `return (await postJson(process.env.PAYMENT_URL + '/charges', body)) as Payment;`,
          `const send = () => postJson(process.env.PAYMENT_URL + '/charges', body) as Promise<Payment>;
  return send().catch(send);`,
        ),
      ],
    },
    {
      key: 'webhook',
      at: '15.3',
      by: tomas,
      subject: 'Listen to what the provider says about a payment later',
      pulled: true,
      edits: [
        write(
          'database/013-payment-events.sql',
          `create table payment_events (id text primary key, seen timestamptz default now());
`,
        ),
        write(
          'src/payments/webhook.ts',
          `import { query } from '../shared/database.ts';

export interface PaymentEvent {
  id: string;
  payment: string;
  state: 'paid' | 'refused' | 'refunded';
}

/** The provider may send an event twice, and in any order. */
export async function takeEvent(event: PaymentEvent): Promise<void> {
  const fresh = await query('insert into payment_events (id) values ($1) on conflict do nothing returning id', [event.id]);
  if (fresh.length > 0) {
    await query('update orders set payment_state = $2 where payment = $1', [event.payment, event.state]);
  }
}
`,
        ),
      ],
    },
    {
      key: 'refunds',
      at: '28.2',
      by: nina,
      branch: 'refunds-in-the-shop',
      subject: 'Let the support team give money back',
      edits: [
        write(
          'src/payments/refund.ts',
          `import { postJson } from '../shared/http.ts';

const most = 20_000;

/** Gives money back. Above 200 euros a second person has to agree. */
export async function refund(payment: string, amountInCents: number, agreedBy?: string): Promise<void> {
  if (amountInCents > most && agreedBy === undefined) {
    throw new Error('Somebody else has to agree to this refund.');
  }
  await postJson(process.env.PAYMENT_URL + '/refunds', { payment, amount: amountInCents, once: payment + ':refund' });
}
`,
        ),
      ],
    },
    {
      key: 'partial-refunds',
      at: '28.5',
      by: nina,
      branch: 'refunds-in-the-shop',
      subject: 'Give back a part of an order',
      edits: [
        swap(
          'src/payments/refund.ts',
          `once: payment + ':refund' }`,
          `once: payment + ':' + amountInCents }`,
        ),
      ],
    },
    {
      key: 'provider-v3',
      at: '39.3',
      by: tomas,
      subject: 'Speak version 3 with the payment provider',
      pulled: true,
      edits: [swap('src/payments/charge.ts', `'/charges', body)`, `'/v3/payments', body)`)],
    },
    {
      key: 'refund-key',
      at: '45.2',
      by: kofi,
      subject: 'Name a refund by its own id, not by its amount',
      pulled: true,
      edits: [
        swap(
          'src/payments/refund.ts',
          'amountInCents: number, agreedBy',
          'amountInCents: number, id: string, agreedBy',
        ),
        swap('src/payments/refund.ts', `once: payment + ':' + amountInCents }`, 'once: id }'),
      ],
    },
  ],
  entries: [
    {
      key: 'charged-twice',
      kind: 'failure',
      title: 'Nineteen customers were charged twice',
      at: '10.2 12:30',
      by: tomas,
      tags: ['payments', 'incident', 'customers'],
      about: ['retry-payments', 'no-retry'],
      code: [['src/payments/charge.ts', `'/charges', body`]],
      body: `I taught the shop to try again when the provider does not answer. But the provider had often done the work and only its answer was lost.

- 19 payments, 1,204.70 euros, over 16 hours
- All paid back before the evening; Nina wrote to each of the nineteen by hand
- Two of them answered that they had not noticed yet, and thanked us

The test for it only ever made the provider fail *before* it took the money.`,
    },
    {
      key: 'no-answer',
      kind: 'learning',
      title: 'No answer does not mean that nothing happened',
      at: '10.3',
      by: tomas,
      tags: ['payments', 'reliability'],
      follows: ['charged-twice'],
      body: 'Over a network there are three outcomes: done, not done, and unknown. Only what can safely be done twice may be tried again. So first a key that makes it happen once, then the second try.',
    },
    {
      kind: 'kudos',
      title: 'Nineteen personal letters in one afternoon',
      at: '10.3',
      by: mara,
      tags: ['payments', 'customers'],
      people: [nina],
      follows: ['charged-twice'],
      body: 'Nina could have sent one text to all. She looked up what each of them had bought and wrote about the plant.',
    },
    {
      kind: 'action',
      title: 'Send a key with every payment, and test lost answers',
      at: '10.3',
      by: tomas,
      tags: ['payments', 'testing'],
      owner: tomas,
      due: '12.1',
      follows: ['no-answer'],
      later: [done('11.2')],
    },
    {
      kind: 'win',
      title: 'The provider was away for six minutes and nobody noticed',
      at: '14.1',
      by: tomas,
      tags: ['payments', 'reliability'],
      about: ['payment-key', 'retry-with-key'],
      follows: ['charged-twice'],
      code: [['src/payments/charge.ts', 'return send().catch(send);']],
      body: '41 payments were tried again, 41 were taken once. I went through all of them by hand, because I wanted to be sure.',
    },
    {
      kind: 'learning',
      title: 'Webhooks come twice, late, and in the wrong order',
      at: '16.2',
      by: tomas,
      tags: ['payments', 'reliability'],
      about: ['webhook'],
      code: [['src/payments/webhook.ts', 'on conflict do nothing']],
      body: 'In the first week: 3 % came twice, one came four hours late, and “refunded” came before “paid” twice. All of it is in the documentation, in a paragraph that reads as if it could never happen.',
    },
    {
      key: 'refund-experiment',
      kind: 'experiment',
      title: 'Support gives money back without asking us',
      at: '28.2',
      by: nina,
      tags: ['payments', 'customers'],
      about: ['refunds'],
      owner: nina,
      timebox: '34.1',
      hypothesis:
        'If the support team can give money back themselves, customers wait hours instead of days and we are interrupted less.',
      measure: `- Hours from the request to the refund, median. Baseline: 52. Target: at most 8.
- Questions to us about refunds, in a week. Baseline: 17. Target: at most 4.`,
      later: [
        running('29.2'),
        concluded(
          '33.5',
          'validated',
          '3 hours; 2 questions a week. Nobody gave back too much. The second signature above 200 euros was needed five times.',
        ),
      ],
    },
    {
      key: 'provider-end',
      kind: 'blocker',
      title: 'The provider ends version 2 and version 3 has no test system',
      at: '35.3',
      by: tomas,
      tags: ['payments'],
      body: 'They switch it off in nine weeks. The new test system has been “next week” for three weeks now. Until then we can only read.',
      later: [cleared('38.5')],
    },
    {
      kind: 'win',
      title: 'Changed the payment interface on a weekday at noon',
      at: '39.4',
      by: tomas,
      tags: ['payments', 'deploy'],
      about: ['provider-v3'],
      follows: ['provider-end'],
      body: 'One payment in twenty first, then half, then all, with lunch between. A year ago this would have been a night with pizza.',
    },
    {
      key: 'refund-lost',
      kind: 'failure',
      title: 'Two equal refunds for one order became one',
      at: '45.1',
      by: kofi,
      tags: ['payments', 'customers'],
      about: ['partial-refunds'],
      follows: ['no-answer', 'refund-experiment'],
      code: [['src/payments/refund.ts', `once: payment + ':' + amountInCents`]],
      body: 'Two pots at 8.90 arrived broken. Support gave 8.90 back twice; the provider saw the same key and did it once. The customer asked three times before we believed her.',
    },
    {
      kind: 'learning',
      title: 'The key names the intention, not its contents',
      at: '45.2',
      by: kofi,
      tags: ['payments', 'reliability'],
      with: 'refund-key',
      follows: ['refund-lost'],
      code: [['src/payments/refund.ts', 'once: id }']],
      body: 'A key made of what is asked for says that two equal wishes are one. It has to be made when a person presses the button, once, and travel from there.',
    },
    {
      kind: 'action',
      title: 'Look for other keys that are made of contents',
      at: '45.3',
      by: kofi,
      tags: ['payments', 'reliability'],
      owner: tomas,
      due: '47.1',
      follows: ['refund-lost'],
      later: [done('46.3')],
    },
    {
      kind: 'action',
      title: 'Reconcile payments with the bank every night',
      at: '45.3',
      by: nina,
      tags: ['payments'],
      owner: jonas,
      due: '50.1',
    },
  ],
};
