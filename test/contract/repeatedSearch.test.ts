import assert from 'node:assert/strict';
import { RepeatedSearch } from '../../src/extension/repeatedSearch.ts';

/** A search whose time passes when it is told to, and which ends as it is told to. */
class Staged {
  readonly bugs: unknown[] = [];
  readonly search: RepeatedSearch;
  readonly #stops: AbortSignal[] = [];
  #planned: { at: number; deed: () => void }[] = [];
  #ends: { resolve: (isWhole: boolean) => void; reject: (error: unknown) => void }[] = [];
  #now = 0;

  constructor() {
    this.search = new RepeatedSearch(
      (stop) => {
        this.#stops.push(stop);
        return new Promise((resolve, reject) => this.#ends.push({ resolve, reject }));
      },
      (error) => this.bugs.push(error),
      {
        now: () => this.#now,
        after: (milliseconds, deed) => {
          const plan = { at: this.#now + milliseconds, deed };
          this.#planned.push(plan);
          return () => void (this.#planned = this.#planned.filter((one) => one !== plan));
        },
      },
    );
  }

  /** How many searches were begun. */
  get begun(): number {
    return this.#stops.length;
  }

  get stopped(): readonly boolean[] {
    return this.#stops.map(({ aborted }) => aborted);
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    const due = this.#planned.filter(({ at }) => at <= this.#now);
    this.#planned = this.#planned.filter(({ at }) => at > this.#now);
    due.forEach(({ deed }) => deed());
  }

  /** The one that has run for the longest ends. */
  async end(isWhole: boolean | Error): Promise<void> {
    const end = this.#ends.shift();
    if (isWhole instanceof Error) {
      end?.reject(isWhole);
    } else {
      end?.resolve(isWhole);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a search that is repeated', () => {
  it('gathers changes, and no longer than three seconds', () => {
    const staged = new Staged();
    staged.search.soon();
    staged.pass(200);
    staged.search.soon();
    staged.pass(200);
    assert.equal(staged.begun, 0);
    staged.pass(100);
    assert.equal(staged.begun, 1);
    const flooded = new Staged();
    for (let at = 0; at < 16; at += 1) {
      flooded.search.soon();
      flooded.pass(200);
    }
    assert.equal(flooded.begun, 1);
  });

  it('tries again what could not be read, after ever longer, until it can be', async () => {
    const staged = new Staged();
    staged.search.soon();
    staged.pass(300);
    await staged.end(false);
    staged.pass(999);
    assert.equal(staged.begun, 1);
    staged.pass(1);
    assert.equal(staged.begun, 2);
    await staged.end(false);
    staged.pass(3999);
    assert.equal(staged.begun, 2);
    staged.pass(1);
    assert.equal(staged.begun, 3);
    await staged.end(true);
    staged.pass(10_000_000);
    assert.equal(staged.begun, 3);
  });

  it('gives up after some tries, until something changes', async () => {
    const staged = new Staged();
    staged.search.soon();
    for (let tries = 0; tries < 10; tries += 1) {
      staged.pass(1_000_000);
      await staged.end(false);
    }
    assert.equal(staged.begun, 6);
    staged.search.soon();
    staged.pass(300);
    await staged.end(false);
    staged.pass(1000);
    assert.equal(staged.begun, 8);
  });

  it('tries again after a bug, and says it', async () => {
    const staged = new Staged();
    staged.search.soon();
    staged.pass(300);
    await staged.end(new Error('Nobody thought of that'));
    assert.equal(staged.bugs.length, 1);
    staged.pass(1000);
    assert.equal(staged.begun, 2);
  });

  it('comes to an end however often something changes meanwhile, and looks once more', async () => {
    const staged = new Staged();
    staged.search.soon();
    staged.pass(300);
    for (let changes = 0; changes < 5; changes += 1) {
      staged.search.soon();
      staged.pass(300);
    }
    assert.deepEqual(staged.stopped, [false]);
    await staged.end(true);
    staged.pass(300);
    assert.equal(staged.begun, 2);
    await staged.end(true);
    staged.pass(10_000);
    assert.equal(staged.begun, 2);
  });

  it('is stopped by one that is wanted at once, whose end counts', async () => {
    const staged = new Staged();
    staged.search.soon();
    staged.pass(300);
    const now = staged.search.now();
    assert.deepEqual(staged.stopped, [true, false]);
    await staged.end(false);
    staged.pass(10_000);
    assert.equal(staged.begun, 2);
    await staged.end(true);
    await now;
    staged.pass(10_000);
    assert.equal(staged.begun, 2);
  });

  it('plans nothing once it is over', async () => {
    const staged = new Staged();
    staged.search.soon();
    staged.pass(300);
    staged.search.dispose();
    assert.deepEqual(staged.stopped, [true]);
    await staged.end(false);
    staged.search.soon();
    staged.pass(10_000_000);
    assert.equal(staged.begun, 1);
  });
});
