import { below, swap, append } from '../fileEdits.ts';
import { elif, jonas, mara, nina, tomas } from '../people.ts';
import { concluded, done, running, type Story } from '../story.ts';

/** A letter from a customer who uses no mouse, and what came of it. */
export const keyboardAccess: Story = {
  branches: [{ name: 'without-a-mouse', merged: '25.4', by: nina }],
  changes: [
    {
      key: 'real-button',
      at: '25.1',
      by: elif,
      branch: 'without-a-mouse',
      subject: 'Make the basket button a button',
      edits: [
        swap(
          'src/catalogue/productPage.ts',
          `'<div class="button" data-add="' + product.id + '">Add to basket</div>',`,
          `'<button type="button" data-add="' + product.id + '">Add to basket</button>',`,
        ),
      ],
    },
    {
      key: 'basket-says',
      at: '25.3',
      by: elif,
      branch: 'without-a-mouse',
      subject: 'Say aloud that something is in the basket',
      edits: [
        swap(
          'src/catalogue/productPage.ts',
          `Add to basket</button>',`,
          `Add to basket</button>',\n    '<p role="status" data-basket></p>',`,
        ),
        below('data/texts/en.json', '{', '  "basket.added": "{plant} is in your basket",'),
        below('data/texts/de.json', '{', '  "basket.added": "{plant} ist im Korb",'),
      ],
    },
    {
      key: 'axe',
      at: '27.3',
      by: elif,
      subject: 'Check every page for what a machine can check',
      pulled: true,
      edits: [
        append(
          'test/checkout.e2e.ts',
          `for (const path of ['/', '/plants/fern', '/cart', '/checkout']) {
  test('axe finds nothing on ' + path, async ({ page }) => {
    await page.goto(path);
    expect(await problemsOn(page)).toEqual([]);
  });
}
`,
        ),
      ],
    },
    {
      key: 'contrast',
      at: '30.2',
      by: elif,
      subject: 'Darken the green of links until everybody can read it',
      edits: [append('src/catalogue/style.css', `a {\n  color: #1d6b3a; /* 6.5 : 1 on white */\n}\n`)],
    },
  ],
  entries: [
    {
      key: 'letter',
      kind: 'failure',
      title: 'Our basket button was not a button',
      at: '24.4',
      by: elif,
      tags: ['accessibility', 'customers'],
      code: [['src/catalogue/productPage.ts', '<div class="button"']],
      body: 'A customer who cannot use a mouse wrote that he has wanted a pilea for a year and cannot put one into the basket. It was a `div`. None of us had ever tried the tab key. We sent him a pilea.',
    },
    {
      kind: 'learning',
      title: 'Put the mouse in a drawer for an hour',
      at: '25.2',
      by: nina,
      tags: ['accessibility', 'ways-of-working'],
      about: ['real-button'],
      follows: ['letter'],
      body: 'Five of us bought a plant with the keyboard only. We found nine places where it ends, six of them things that the browser would have done for us, had we used what it offers.',
    },
    {
      key: 'keyboard-experiment',
      kind: 'experiment',
      title: 'A machine that checks each page keeps the easy faults out',
      at: '27.3',
      by: elif,
      tags: ['accessibility', 'testing'],
      with: 'axe',
      owner: elif,
      timebox: '35.3',
      follows: ['letter'],
      hypothesis:
        'If the build checks every page, easy faults never reach anybody, and the hour without a mouse is left for what a machine cannot see.',
      measure:
        'Faults found in the monthly hour without a mouse. Baseline: 9. Target: at most 3, none of them of a kind that the machine knows.',
      later: [
        running('27.4'),
        concluded(
          '35.4',
          'validated',
          'Two hours, two and three faults. All were about order and sense: the message that is read out before the thing it is about.',
        ),
      ],
    },
    {
      kind: 'win',
      title: 'Bought a pilea without a mouse in 40 seconds',
      at: '30.4',
      by: elif,
      tags: ['accessibility', 'customers'],
      about: ['real-button', 'basket-says', 'contrast'],
      follows: ['letter'],
      body: 'The customer from the letter tried it for us and sent a screen recording. He also found that our greens are hard to tell apart; fixed the same day.',
    },
    {
      kind: 'kudos',
      title: 'Elif answered the letter before she mended anything',
      at: '26.1',
      by: mara,
      tags: ['accessibility', 'customers'],
      people: [elif],
      follows: ['letter'],
      body: 'She wrote that he was right, that we were sorry, and when he would hear from us again. And then he did.',
    },
    {
      kind: 'action',
      title: 'An hour without a mouse every month',
      at: '25.2',
      by: elif,
      tags: ['accessibility', 'ways-of-working'],
      owner: elif,
      due: '30.1',
      later: [done('29.5')],
    },
    {
      kind: 'action',
      title: 'Captions for the repotting films',
      at: '49.1',
      by: elif,
      tags: ['accessibility'],
      owner: tomas,
      due: '53.1',
    },
    {
      kind: 'kudos',
      title: 'Jonas made the dashboards readable without colour',
      at: '48.4',
      by: elif,
      tags: ['accessibility', 'observability'],
      people: [jonas],
      body: 'Shapes and words beside each colour, without anybody asking. He had noticed that two of us squint.',
    },
  ],
};
