import { append, below, type FileEdit, swap, write } from '../fileEdits.ts';
import { elif, kofi, nina } from '../people.ts';
import type { Series } from './series.ts';

const en = 'data/texts/en.json';
const de = 'data/texts/de.json';
const collections = 'data/collections.json';
const style = 'src/catalogue/style.css';

function care(id: string, name: string, water: string, light: string, note: string): FileEdit {
  return write(`data/care/${id}.md`, `# ${name}\n\n- Water: ${water}\n- Light: ${light}\n\n${note}\n`);
}

function text(key: string, english: string, german: string): FileEdit[] {
  return [below(en, '{', `  "${key}": "${english}",`), below(de, '{', `  "${key}": "${german}",`)];
}

/** Plants, words and looks. */
export const everydayContent: readonly Series[] = [
  {
    by: [nina, kofi, elif],
    weeks: [2, 51],
    steps: [
      [
        'Add the collection of succulents',
        below(collections, '[', '  { "id": "succulents", "name": "Succulents", "light": "full sun" },'),
      ],
      [
        'Write about looking after a Boston fern',
        care(
          'fern',
          'Boston fern',
          'twice a week, with soft water',
          'half shade',
          'Brown tips are thirst. Brown leaves are too much sun.',
        ),
      ],
      [
        'Say when something is sold out',
        ...text('stock.none', 'Sold out, back soon', 'Ausverkauft, bald wieder da'),
      ],
      [
        'Add the collection of climbers',
        below(collections, '[', '  { "id": "climbers", "name": "Climbers", "light": "bright" },'),
      ],
      [
        'Write about looking after a monstera',
        care(
          'monstera',
          'Monstera',
          'when the upper third is dry',
          'bright, no midday sun',
          'New leaves without holes ask for more light.',
        ),
      ],
      [
        'Ask kindly for an address',
        ...text('address.ask', 'Where shall the plants go?', 'Wohin dürfen die Pflanzen?'),
      ],
      [
        'Write about looking after a pilea',
        care(
          'pilea',
          'Pilea',
          'once a week',
          'bright',
          'Turn it now and then. Its children may be given away.',
        ),
      ],
      [
        'Say what our pots are made of',
        swap(collections, '"name": "Pots" }', '"name": "Pots", "material": "terracotta" }'),
      ],
      ['Add watering cans', below(collections, '[', '  { "id": "cans", "name": "Watering cans" },')],
      [
        'Write about looking after a snake plant',
        care(
          'sansevieria',
          'Snake plant',
          'every third week',
          'anything',
          'It forgives everything but wet feet.',
        ),
      ],
      [
        'Say how long a parcel takes',
        ...text('delivery.days', 'With you in two to three days', 'In zwei bis drei Tagen bei dir'),
      ],
      [
        'Add plants for dark corners',
        below(collections, '[', '  { "id": "shade", "name": "For dark corners", "light": "shade" },'),
      ],
      [
        'Write about looking after a peace lily',
        care(
          'spathiphyllum',
          'Peace lily',
          'when it hangs its head',
          'half shade',
          'It tells you when it is thirsty, and forgives you within an hour.',
        ),
      ],
      [
        'Thank people for their order in their language',
        ...text('thanks', 'Thank you, and enjoy your plants', 'Danke, und viel Freude mit den Pflanzen'),
      ],
      [
        'Add pet-friendly plants',
        below(collections, '[', '  { "id": "pets", "name": "Safe for cats and dogs" },'),
      ],
      [
        'Mention that lilies are not for cats',
        swap('data/care/spathiphyllum.md', 'within an hour.', 'within an hour.\n\nPoisonous for cats.'),
      ],
      [
        'Write about looking after a rubber tree',
        care(
          'ficus',
          'Rubber tree',
          'once a week, less in winter',
          'bright',
          'It does not like to be moved. Dust its leaves.',
        ),
      ],
      [
        'Explain the waiting room',
        ...text(
          'wait',
          'Many people are here. You are next in {seconds} seconds.',
          'Gerade ist viel los. In {seconds} Sekunden bist du dran.',
        ),
      ],
      [
        'Add the greenhouse’s own herbs',
        below(
          collections,
          '[',
          '  { "id": "herbs", "name": "Herbs from our greenhouse", "light": "full sun" },',
        ),
      ],
      [
        'Write about looking after basil',
        care(
          'basil',
          'Basil',
          'daily, from below',
          'full sun',
          'Cut above a pair of leaves and it grows two branches.',
        ),
      ],
    ],
  },
  {
    by: [elif, kofi, nina],
    weeks: [13, 49],
    steps: [
      [
        'Begin a style sheet of our own',
        write(
          style,
          'body {\n  font: 1rem/1.5 system-ui, sans-serif;\n  margin: 0 auto;\n  max-width: 70rem;\n}\n',
        ),
      ],
      ['Make prices line up', append(style, '.price {\n  font-variant-numeric: tabular-nums;\n}\n')],
      [
        'Show where the keyboard is',
        append(style, ':focus-visible {\n  outline: 3px solid #1d6b3a;\n  outline-offset: 2px;\n}\n'),
      ],
      [
        'Leave room for thumbs on small screens',
        append(
          style,
          '@media (max-width: 700px) {\n  button {\n    min-height: 48px;\n    width: 100%;\n  }\n}\n',
        ),
      ],
      [
        'Print invoices without the menu',
        append(style, '@media print {\n  nav,\n  footer {\n    display: none;\n  }\n}\n'),
      ],
      [
        'Stop the leaves from moving for those who ask',
        append(
          style,
          '@media (prefers-reduced-motion: reduce) {\n  .leaves {\n    animation: none;\n  }\n}\n',
        ),
      ],
    ],
  },
];
