/** What the entries of a corpus are made of. */
export const tags: readonly string[] = (
  'accessibility alerts api auth backend backup build-time caching catalogue checkout ci cli cloud containers cost ' +
  'customers database dates deploy design documentation e2e email errors estimates experiments feature-flags flaky ' +
  'forms frontend hiring images incident indexing joining language latency legacy load-test logging memory meetings ' +
  'migrations mobile monitoring on-call onboarding packaging pairing payments performance planning privacy release ' +
  'review safety search security testing tooling'
).split(' ');

export const people: readonly string[] =
  'Amina Bo Chloé Dmitri Eun-ji Farid Gül Hana Iago Jens Kaia Lior'.split(' ');

export const subjects: readonly string[] = [
  'the nightly import',
  'the price list',
  'the login page',
  'the export for the warehouse',
  'our retry loop',
  'the staging machine',
  'the feature flag for invoices',
  'the search index',
  'the release checklist',
  'the mail queue',
  'the “quick” fix of last week',
  'the address form',
  'the mobile menu',
  'the certificate',
  'the shared test account',
  'the dashboard',
  'the job that tidies up',
  'the image service',
  'the new hire’s first change',
  'the connection pool',
  'the time zone setting',
  'the pagination of orders',
  'the backup of the wiki',
  'the API for partners',
];

export const happenings: Readonly<Record<string, readonly string[]>> = {
  win: [
    'is twice as fast',
    'has been quiet for a month',
    'went live without a word',
    'needs no manual step any more',
  ],
  failure: [
    'stopped at three in the morning',
    'lost forty records',
    'was down for nine minutes',
    'blocked the release',
  ],
  learning: [
    'behaves differently under load',
    'needs an owner',
    'is read by far more people than we knew',
    'is simpler than it looks',
  ],
  experiment: [
    'becomes calmer with a limit',
    'gets faster with batches',
    'is used more with a hint',
    'fails less with two tries',
  ],
  action: [
    'gets a test',
    'gets a page in the handbook',
    'moves to its own machine',
    'is measured for two weeks',
  ],
  kudos: [
    'works again thanks to a long evening',
    'was explained so well',
    'was reviewed with care',
    'has a kind error message now',
  ],
  blocker: [
    'waits for a contract',
    'needs access that nobody has',
    'depends on a team on holiday',
    'has no test data',
  ],
};

export const sentences: readonly string[] = [
  'We saw it first in the graph of the slowest requests, an hour before anybody wrote to us.',
  'Two people had looked at it before and each had found a different half of it.',
  'The numbers: 412 before, 38 after, over eleven working days.',
  'What helped most was to write down the order in which things had happened.',
  'Nobody had touched it for a year, which is why nobody had noticed.',
  'The test was green because it never reached the line that mattered.',
  'It took an afternoon, most of it spent on finding out who could say yes.',
  'We agreed to look at it again in four weeks and to say honestly if nothing has changed.',
  'The documentation was right, but it was in a place where only its author would look.',
  'A smaller step would have told us the same thing three days earlier.',
  'Once we could switch it off without a deploy, the rest was easy to decide.',
  'The old way stays in place until the last customer has moved over.',
  'Next time we ask the people who use it every day before we draw anything.',
  'The fault was a comma; the cause was that a comma could do that.',
];

export const codeLines: readonly string[] = [
  'const timeout = 30_000;',
  'if (retries > 3) {',
  'return rows.length === 1;',
  'for (const order of orders) {',
  "import { connect } from './connection.ts';",
  '} catch (error) {',
  'export async function load(id: string): Promise<Order> {',
];

export const folders: readonly string[] = [
  'src/orders',
  'src/login',
  'src/search',
  'services/mail/src',
  'services/pay/src',
  'web/forms',
  'ops',
  'lib/time',
];

export const files: readonly string[] = [
  'load.ts',
  'store.ts',
  'retry.ts',
  'routes.ts',
  'queue.ts',
  'format.ts',
  'config.yml',
  'README.md',
];
