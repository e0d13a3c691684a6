import { write } from '../fileEdits.ts';
import { jonas, mailmap, mara } from '../people.ts';
import type { Story } from '../story.ts';
import { firstVersion } from './firstVersion.ts';

/** The first day, and the day on which the team began its log. */
export const beginnings: Story = {
  changes: [
    { at: '1.1 09:30', by: mara, subject: 'Start the shop from the prototype', edits: firstVersion },
    {
      at: '1.1 10:05',
      by: mara,
      subject: 'Keep line endings the same everywhere',
      edits: [write('.gitattributes', '* text=auto eol=lf\n')],
    },
    {
      at: '1.4 08:50',
      by: mara,
      subject: 'Start a log of what we learn',
      edits: [
        write(
          'retro/retro.yml',
          `team: Storefront
timezone: Europe/London

# Parts of the shop, for lists by area
areas:
  catalogue: [src/catalogue/**, data/**]
  checkout: [src/cart/**, src/checkout/**, src/shipping/**, src/wishes/**]
  payments: [src/payments/**]
  search: [src/search/**]
  images: [src/images/**]
  shared: [src/shared/**, src/accounts/**, database/**]
  operations: [ops/**, src/ops/**, Dockerfile]
  tests: [test/**]

experiments: {limit: 4}
`,
        ),
      ],
    },
    {
      at: '13.1 11:10',
      by: jonas,
      subject: 'Count the two names of Jonas and Kofi as one',
      edits: [write('.mailmap', mailmap)],
    },
  ],
};
