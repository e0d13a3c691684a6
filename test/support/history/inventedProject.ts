import type { SeededRandom } from '../seededRandom.ts';

interface Line {
  readonly text: string;
  /** The number of the line in the file it began in; what is added takes that of its neighbour. */
  readonly slot: number;
  /** Which change wrote it. */
  readonly by: number;
}

/** Where a change may be made. */
export interface Reach {
  /** Only in these files. */
  readonly paths: readonly string[];
  /** Only in lines whose number, divided by four, leaves this. Default: in any. */
  readonly remainder?: number;
}

/** The files of a project at one moment. */
export type Snapshot = ReadonlyMap<string, readonly Line[]>;

/** The new text of the files that a change touches, by path. */
export type ChangedFiles = ReadonlyMap<string, string>;

const linesOfFile = 160;
const things = [
  'basket',
  'order',
  'price',
  'stock',
  'voucher',
  'parcel',
  'page',
  'refund',
  'invoice',
  'label',
];
const deeds = ['count', 'show', 'keep', 'send', 'check', 'sort', 'sum', 'find', 'pack', 'name'];
const plain = ['}', '', '  return;', '  });'];

/** The text files of a project that does not exist, and changes of them that look like work. */
export class InventedProject {
  readonly #random: SeededRandom;
  readonly #files: Map<string, readonly Line[]>;

  private constructor(random: SeededRandom, files: Map<string, readonly Line[]>) {
    this.#random = random;
    this.#files = files;
  }

  static begin(random: SeededRandom, paths: readonly string[]): InventedProject {
    const project = new InventedProject(random, new Map());
    for (const path of paths) {
      const texts = Array.from({ length: linesOfFile }, () => project.#invent());
      project.#files.set(path, linesOf(texts.join('\n')));
    }
    return project;
  }

  /** A project as it is found in files. */
  static from(random: SeededRandom, files: ReadonlyMap<string, string>): InventedProject {
    const lines = [...files].map(([path, text]) => [path, linesOf(text.replace(/\n$/, ''))] as const);
    return new InventedProject(random, new Map(lines));
  }

  get files(): ChangedFiles {
    return new Map([...this.#files.keys()].map((path) => [path, this.#textOf(path)]));
  }

  /** The same files, to be changed apart from these. */
  fork(random: SeededRandom): InventedProject {
    return new InventedProject(random, new Map(this.#files));
  }

  /** One to three files with one to three places each, or, now and then, a new file. */
  change(by: number, reach: Reach): ChangedFiles {
    if (this.#random.chance(0.05)) {
      return this.addFile(by);
    }
    const known = reach.paths.filter((path) => this.#files.has(path));
    const touched = this.#random.sample(known, this.#random.pick([1, 1, 1, 2, 3]));
    for (const path of touched) {
      const before = this.#textOf(path);
      for (
        let places = this.#random.between(1, 3);
        places > 0 || this.#textOf(path) === before;
        places -= 1
      ) {
        this.#changeOnePlace(path, by, reach.remainder);
      }
    }
    return this.#textsOf(touched);
  }

  addFile(by: number): ChangedFiles {
    const path = `src/new/${this.#random.pick(deeds)}${by}.ts`;
    const lines = Array.from({ length: this.#random.between(3, 20) }, (_, slot) => ({
      text: this.#invent(),
      slot,
      by,
    }));
    this.#files.set(path, lines);
    return this.#textsOf([path]);
  }

  /** Writes one of the lines anew that a change wrote; `undefined` where none of them is left. */
  mend(by: number): ChangedFiles | undefined {
    const places = [...this.#files].flatMap(([path, lines]) =>
      lines.flatMap((line, index) => (line.by === by ? [{ path, index }] : [])),
    );
    if (places.length === 0) {
      return undefined;
    }
    const { path, index } = this.#random.pick(places);
    const before = this.#textOf(path);
    while (this.#textOf(path) === before) {
      const lines = this.#files.get(path) ?? [];
      this.#files.set(path, lines.with(index, { text: this.#invent(), slot: lines[index]?.slot ?? 0, by }));
    }
    return this.#textsOf([path]);
  }

  /** What all files are now, to come back to. */
  snapshot(): Snapshot {
    return new Map(this.#files);
  }

  /** Puts all files back to what they were; gives those that are different from before. */
  restore(snapshot: Snapshot): ChangedFiles {
    const different = [...snapshot.keys()].filter((path) => this.#files.get(path) !== snapshot.get(path));
    for (const path of different) {
      this.#files.set(path, snapshot.get(path) ?? []);
    }
    return this.#textsOf(different);
  }

  #changeOnePlace(path: string, by: number, remainder: number | undefined): void {
    const lines = this.#files.get(path) ?? [];
    const free = lines.flatMap(({ slot }, index) =>
      remainder === undefined || slot % 4 === remainder ? [index] : [],
    );
    if (free.length === 0) {
      return;
    }
    const at = this.#random.pick(free);
    const slot = lines[at]?.slot ?? 0;
    const { removed, added } = this.#random.pick([
      { removed: 1, added: 1 },
      { removed: 1, added: 1 },
      { removed: 1, added: 2 },
      { removed: 0, added: 2 },
      { removed: 1, added: lines.length > linesOfFile ? 0 : 1 },
    ]);
    const written = Array.from({ length: added }, () => ({ text: this.#invent(), slot, by }));
    this.#files.set(path, lines.toSpliced(at, removed, ...written));
  }

  #invent(): string {
    if (this.#random.chance(0.2)) {
      return this.#random.pick(plain);
    }
    const [one, other] = this.#random.sample(things, 2);
    return `  ${one} = ${this.#random.pick(deeds)}(${other}, ${this.#random.between(0, 999)});`;
  }

  #textsOf(paths: readonly string[]): ChangedFiles {
    return new Map(paths.map((path) => [path, this.#textOf(path)]));
  }

  #textOf(path: string): string {
    return (this.#files.get(path) ?? []).map(({ text }) => `${text}\n`).join('');
  }
}

function linesOf(text: string): readonly Line[] {
  return text.split('\n').map((line, slot) => ({ text: line, slot, by: -1 }));
}
