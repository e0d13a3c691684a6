import { append, swap, write } from '../fileEdits.ts';
import { elif, jonas, kofi, kofiAtFirst, mara } from '../people.ts';
import { concluded, done, running, type Story } from '../story.ts';

/** Pictures of plants: heavy, then light, then too much for the machine that makes them. */
export const productImages: Story = {
  branches: [{ name: 'modern-pictures', merged: '15.2', by: mara }],
  changes: [
    {
      key: 'widths',
      at: '12.4',
      by: kofiAtFirst,
      subject: 'Let the browser choose the width of a picture',
      body: 'A telephone got the 1600 pixel picture and shrank it.',
      edits: [
        swap(
          'src/catalogue/productPage.ts',
          `'<img src="/images/' + product.id + '/1600.jpg">',`,
          `picture(product.id),`,
        ),
        append(
          'src/catalogue/productPage.ts',
          `function picture(id: string): string {
  const sources = [400, 800, 1600].map((width) => '/images/' + id + '/' + width + '.jpg ' + width + 'w');
  return '<img srcset="' + sources.join(', ') + '" sizes="(max-width: 700px) 100vw, 50vw">';
}
`,
        ),
      ],
    },
    {
      key: 'avif',
      at: '14.3',
      by: kofi,
      branch: 'modern-pictures',
      subject: 'Make AVIF pictures beside the JPEG ones',
      edits: [
        swap(
          'src/images/resize.ts',
          `sizes.set(width, await sharp(original).resize(width).jpeg({ quality: 85 }).toBuffer());`,
          `const small = sharp(original).resize(width);
    sizes.set(width + '.jpg', await small.clone().jpeg({ quality: 80 }).toBuffer());
    sizes.set(width + '.avif', await small.clone().avif({ quality: 55 }).toBuffer());`,
        ),
        swap('src/images/resize.ts', 'Promise<Map<number, Buffer>>', 'Promise<Map<string, Buffer>>'),
        swap('src/images/resize.ts', 'new Map<number, Buffer>()', 'new Map<string, Buffer>()'),
      ],
    },
    {
      key: 'avif-page',
      at: '15.1',
      by: kofi,
      branch: 'modern-pictures',
      subject: 'Offer AVIF first',
      edits: [
        swap(
          'src/catalogue/productPage.ts',
          `  return '<img srcset="'`,
          `  const modern = sources.join(', ').replaceAll('.jpg', '.avif');
  return '<picture><source type="image/avif" srcset="' + modern + '"></picture><img srcset="'`,
        ),
      ],
    },
    {
      key: 'one-at-a-time',
      at: '23.2',
      by: kofi,
      subject: 'Resize two pictures at a time, not all of them',
      pulled: true,
      edits: [
        write(
          'src/images/worker.ts',
          `import { resize } from './resize.ts';

const atOnce = 2;

/** Works through originals; memory stays below 600 MB with two at once. */
export async function resizeAll(originals: Buffer[], store: (name: string, picture: Buffer) => Promise<void>): Promise<void> {
  const waiting = [...originals];
  const work = async (): Promise<void> => {
    for (let original = waiting.shift(); original !== undefined; original = waiting.shift()) {
      for (const [name, picture] of await resize(original)) {
        await store(name, picture);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
`,
        ),
      ],
    },
    {
      key: 'sizes-of-pictures',
      at: '40.2',
      by: elif,
      subject: 'Say how large a picture will be before it is there',
      pulled: true,
      edits: [
        swap(
          'src/catalogue/productPage.ts',
          `sizes="(max-width: 700px) 100vw, 50vw">`,
          `sizes="(max-width: 700px) 100vw, 50vw" width="800" height="1000">`,
        ),
      ],
    },
  ],
  entries: [
    {
      key: 'heavy-page',
      kind: 'learning',
      title: 'Our plants weigh four megabytes on a telephone',
      at: '12.3',
      by: kofi,
      tags: ['images', 'performance', 'mobile'],
      code: [['src/catalogue/productPage.ts', '/1600.jpg']],
      body: 'I opened the shop on the train in my second week. The fern took 19 seconds. At our desks, with our network, none of us would ever have seen it.',
    },
    {
      key: 'avif-experiment',
      kind: 'experiment',
      title: 'Modern pictures make the plant visible in two seconds',
      at: '14.3',
      by: kofi,
      tags: ['images', 'performance', 'mobile'],
      about: ['widths', 'avif'],
      owner: kofi,
      timebox: '18.2',
      follows: ['heavy-page'],
      hypothesis:
        'With the right width and AVIF, the picture is a tenth of its size, and people on telephones see the plant before they give up.',
      measure: `- Seconds until the largest picture is there, telephones, 75th percentile. Baseline: 6.8. Target: 2.5.
- Visitors on telephones who leave after one page. Baseline: 61 %. Target: 55 %.`,
      later: [
        running('15.2'),
        concluded(
          '18.3',
          'validated',
          '2.1 seconds and 52 %. The leaves look a little softer; we asked eight people to find the difference and two did.',
        ),
      ],
    },
    {
      kind: 'win',
      title: 'The fern is there in two seconds, on a train',
      at: '18.4',
      by: kofi,
      tags: ['images', 'mobile', 'customers'],
      about: ['avif', 'avif-page'],
      follows: ['avif-experiment'],
      body: 'Same train, same telephone. Orders from telephones are up by a seventh since.',
    },
    {
      key: 'resize-memory',
      kind: 'failure',
      title: 'New pictures for 400 plants stopped the checkout',
      at: '22.5',
      by: kofi,
      tags: ['images', 'incident', 'performance'],
      code: [['src/images/resize.ts', '.avif({ quality: 55 })']],
      about: ['avif'],
      body: 'I started the resizing of the whole new catalogue at once, on the machine that also takes the orders. It needed 9 GB; the system ended the largest process, which was the shop. Seven minutes without checkout.',
    },
    {
      kind: 'learning',
      title: 'Pictures and payments must not share a machine’s memory',
      at: '23.1',
      by: jonas,
      tags: ['images', 'reliability'],
      follows: ['resize-memory'],
      body: 'What can wait must never be able to push out what cannot. We set a memory limit for the picture container; it would have failed alone, and could have been started again.',
    },
    {
      kind: 'action',
      title: 'Resize a few pictures at a time, with a memory limit',
      at: '23.1',
      by: kofi,
      tags: ['images', 'reliability'],
      owner: kofi,
      due: '24.2',
      follows: ['resize-memory'],
      later: [done('23.3')],
    },
    {
      kind: 'win',
      title: 'The page no longer jumps while it loads',
      at: '40.4',
      by: elif,
      tags: ['images', 'performance'],
      about: ['sizes-of-pictures'],
      code: [['src/catalogue/productPage.ts', 'width="800" height="1000"']],
      body: 'Two numbers in the picture tag. The layout shift went from 0.31 to 0.02, and nobody adds the wrong pot to the basket any more because the button moved.',
    },
    {
      kind: 'action',
      title: 'Throw away pictures of plants that we no longer sell',
      at: '44.2',
      by: kofi,
      tags: ['images'],
      owner: kofi,
      due: '51.1',
    },
  ],
};
