import assert from 'node:assert/strict';
import { OpenPage } from '../../src/extension/capture/openPage.ts';
import type { Show } from '../../src/protocol/capture.ts';

const failure: Show = { kind: 'failure' };
const place: Show = { place: { path: 'src/cart.ts', line: 42 } };

describe('what the capture view is to show', () => {
  let asked: Show[];
  let answers: (() => void)[];
  let page: OpenPage;
  const open = () => page.open(Promise.resolve());
  /** The page says that it shows all that it was asked for. */
  const answer = async () => {
    answers.forEach((one) => one());
    await Promise.resolve();
  };
  beforeEach(() => {
    asked = [];
    answers = [];
    page = new OpenPage((show) => {
      asked.push(show);
      return new Promise<void>((resolve) => answers.push(resolve));
    });
  });

  it('waits for a page, and is asked for in its order before that has its answer', async () => {
    page.show(failure);
    page.show(place);
    assert.deepEqual(asked, []);
    await open();
    assert.deepEqual(asked, [failure, place]);
  });

  it('is asked for once of a page that is there', async () => {
    await open();
    page.show(failure);
    page.show(place);
    assert.deepEqual(asked, [failure, place]);
  });

  it('is asked for again of the next page when the one before went without a word', async () => {
    await open();
    page.show(failure);
    page.leave();
    page.show(place);
    await open();
    assert.deepEqual(asked, [failure, failure, place]);
  });

  it('is asked for again where the page went without the editor saying so', async () => {
    await open();
    page.show(failure);
    await open();
    assert.deepEqual(asked, [failure, failure]);
  });

  it('is not asked for again when a page has said that it shows it, be it after it went', async () => {
    await open();
    page.show(failure);
    await answer();
    page.show(place);
    page.leave();
    await answer();
    await open();
    assert.deepEqual(asked, [failure, place]);
  });

  it('is asked of no page that went before it had its answer', async () => {
    const opening = open();
    page.leave();
    await opening;
    page.show(failure);
    assert.deepEqual([asked, page.isOpen], [[], false]);
    await open();
    assert.deepEqual([asked, page.isOpen], [[failure], true]);
  });

  it('is asked for again when it was refused, as by a connection that was closed', async () => {
    page = new OpenPage((show) => {
      asked.push(show);
      return Promise.reject(new Error('closed'));
    });
    await open();
    page.show(failure);
    await open();
    assert.deepEqual(asked, [failure, failure]);
  });
});
