import assert from 'node:assert/strict';
import type { BoardHost } from '../../../src/core/board/boardHost.ts';
import { RedisJournal, type StreamPatience } from '../../../src/node/journal/redisJournal.ts';
import { RedisConnection, type RedisPatience } from '../../../src/node/redis/redisConnection.ts';
import { RedisServer } from '../../support/redisServer.ts';
import { untilSo } from '../../support/untilSo.ts';
import { ada, startOf } from '../../unit/board/boards.ts';
import { refuses } from '../files/filesContract.ts';
import { cardOf, hostOn, textsOf, wishOf } from './sharedJournalContract.ts';

const quick: Partial<RedisPatience> = { connect: 2000, answer: 1500, retry: 50 };
/** Nobody looks but who is told, and nothing is given up. */
const patient: StreamPatience = { look: 600_000, outage: 600_000 };

describe('a journal in a Redis', () => {
  let server: RedisServer;
  let count = 0;
  let name = '';
  let open: RedisConnection[] = [];
  let hosts: BoardHost[] = [];
  before(async () => {
    server = await RedisServer.start();
  });
  after(() => server.stop());
  beforeEach(() => {
    name = `room-${(count += 1)}`;
  });
  afterEach(async () => {
    await Promise.all(hosts.map((host) => host.close()));
    open.forEach((redis) => redis.close());
    open = [];
    hosts = [];
  });

  const connect = async (): Promise<RedisConnection> => {
    const redis = await RedisConnection.open(server.url, quick);
    open.push(redis);
    return redis;
  };
  const host = async (patience: StreamPatience = patient): Promise<BoardHost> => {
    const opened = await hostOn(await RedisJournal.open(await connect(), name, patience));
    hosts.push(opened);
    return opened;
  };
  const started = async (
    patience?: StreamPatience,
    names: 'named' | 'anonymous' = 'named',
  ): Promise<BoardHost> => {
    const first = await host(patience);
    assert.equal(await first.take(wishOf(startOf({ names })), ada), undefined);
    return first;
  };
  const key = (): string => `retrolog:{${name}}:journal`;
  /** A file may be gone by the time that it is read. */
  const textIn = (path: string): string => {
    try {
      return server.folder.textOf(path);
    } catch {
      return '';
    }
  };

  it('tells the others at once, without their asking', async () => {
    const one = await started();
    const other = await host();
    await one.take(wishOf(cardOf('One')), ada);
    await untilSo(() => textsOf(other.board).includes('One'));
  });

  it('has ids without a clock, and nothing that says who wrote an anonymous card', async () => {
    const one = await started(patient, 'anonymous');
    await one.take(wishOf(cardOf('One', { key: 'key0key0key0key0' })), ada);
    const entries = (await open[0]?.send('XRANGE', key(), '-', '+')) as [string, string[]][];
    assert.deepEqual(
      entries.map(([id]) => id),
      ['1-0', '1-1'],
    );
    assert.ok(!JSON.stringify(entries[1]).includes(ada));
  });

  it('leaves nothing of the old stream in the memory of Redis when it is compacted', async () => {
    const one = await started(patient, 'anonymous');
    await one.take(wishOf(cardOf('MARKER', { key: 'key0key0key0key0' })), ada);
    const entries = (await open[0]?.send('XRANGE', key(), '-', '+')) as [string, string[]][];
    const added = entries[1]?.[1][1] ?? '';
    const seen = async (text: string): Promise<number> =>
      String(await open[0]?.send('DUMP', key())).split(text).length - 1;
    assert.equal(await seen('"addCard"'), 1);
    assert.equal(await seen(added), 2);
    await one.take(wishOf({ type: 'reveal' }), ada);
    assert.equal(await seen('"addCard"'), 0);
    assert.equal(await seen(added), 1, 'that it was done is known, among all that was');
    assert.equal(await open[0]?.send('EXISTS', `${key()}:next`), 0);
  });

  it('leaves nothing of the old stream in the files of Redis when it is compacted', async () => {
    const one = await started(patient, 'anonymous');
    const card = 'c4rdwr1tten0first';
    const key = 'key0key0key0key0';
    await one.take(wishOf({ type: 'addCard', card, column: 'column-1', text: 'MARKER', key }), ada);
    const inFiles = (): boolean =>
      server.folder.paths.some((path) => path.startsWith('appendonly') && textIn(path).includes(card));
    assert.ok(inFiles());
    await one.take(wishOf({ type: 'reveal' }), ada);
    await untilSo(() => !inFiles());
    await server.kill();
    await server.startAgain();
    assert.deepEqual(textsOf((await host()).board), ['MARKER']);
  });

  it('is not taken in by what anybody publishes, nor by silence', async () => {
    const one = await started();
    const other = await host({ look: 30, outage: 600_000 });
    const redis = await connect();
    for (const forged of ['9-9', '', 'x'.repeat(10_000), '{"intent":1}']) {
      await redis.send('PUBLISH', key(), forged);
    }
    assert.equal(await one.take(wishOf(cardOf('One')), ada), undefined);
    await untilSo(() => textsOf(other.board).includes('One'));
    // An entry of which nobody hears is found by looking.
    const copy = wishOf(cardOf('Unheard'));
    const intent = JSON.stringify({ ...copy, participant: ada, at: 1, random: [] });
    const [[, last]] = (await redis.send('XREVRANGE', key(), '+', '-', 'COUNT', '1')) as [[string, string[]]];
    await redis.send(
      'XADD',
      key(),
      '1-*',
      'mark',
      copy.id,
      'after',
      last[1] ?? '',
      'v',
      '1',
      'intent',
      intent,
    );
    await untilSo(() => textsOf(other.board).includes('Unheard'));
  });

  it('keeps what is asked for while Redis is away, and has it once when it is there again', async () => {
    const one = await started();
    const other = await host();
    await server.kill();
    const taken = Promise.all([one, other].map((each, at) => each.take(wishOf(cardOf(`Card ${at}`)), ada)));
    await server.startAgain();
    assert.deepEqual(await taken, [undefined, undefined]);
    await Promise.all([one.catchUp(), other.catchUp()]);
    assert.deepEqual(textsOf(one.board).toSorted(), ['Card 0', 'Card 1']);
    assert.deepEqual(one.board, other.board);
  });

  it('refuses what was never sent when Redis stays away, and takes it in when it is there again', async () => {
    const one = await started({ look: 600_000, outage: 50 });
    await server.kill();
    await untilSo(() => open[0]?.isThere === false);
    const wish = wishOf(cardOf('One'));
    await refuses(one.take(wish, ada), 'cannot-write', /Redis cannot be reached/);
    await refuses(one.take(wish, ada), 'cannot-write', /Redis cannot be reached/);
    assert.deepEqual(textsOf(one.board), []);
    await server.startAgain();
    let isBack = false;
    const back = setInterval(() => {
      one.catchUp().then(
        () => {
          isBack = true;
        },
        () => undefined,
      );
    }, 10);
    await untilSo(() => isBack);
    clearInterval(back);
    assert.equal(await one.take(wish, ada), undefined);
    assert.deepEqual(textsOf((await host()).board), ['One']);
  });

  it('does once what was sent to a Redis that did not answer', async () => {
    const one = await started();
    const other = await host();
    server.freeze();
    const taken = one.take(wishOf(cardOf('One')), ada);
    const silent = open[0];
    await untilSo(() => silent?.isThere === false);
    server.thaw();
    assert.equal(await taken, undefined);
    await other.catchUp();
    await one.catchUp();
    assert.deepEqual(textsOf(other.board), ['One']);
    assert.deepEqual(textsOf(one.board), ['One']);
  });

  it('is there again, once, where Redis has lost all of it', async () => {
    const one = await started();
    const other = await host();
    await one.take(wishOf(cardOf('One')), ada);
    await other.catchUp();
    await open[0]?.send('FLUSHALL');
    await Promise.all([one.take(wishOf(cardOf('Two')), ada), other.take(wishOf(cardOf('Three')), ada)]);
    await Promise.all([one.catchUp(), other.catchUp()]);
    assert.deepEqual(textsOf(one.board).toSorted(), ['One', 'Three', 'Two']);
    assert.deepEqual(other.board, one.board);
    assert.deepEqual((await host()).board, one.board);
  });

  it('follows Redis where that has lost a part, and others went on', async () => {
    const one = await started();
    const other = await host();
    await one.take(wishOf(cardOf('Lost')), ada);
    await other.catchUp();
    const redis = await connect();
    // As a replica that was behind, and has taken the place of the first.
    await redis.send('XTRIM', key(), 'MAXLEN', '0');
    await redis.send('DEL', key());
    const begun = wishOf(startOf());
    const intent = JSON.stringify({ ...begun, participant: ada, at: 1, random: [] });
    await redis.send('XADD', key(), '1-0', 'mark', begun.id, 'after', '', 'v', '1', 'intent', intent);
    await Promise.all([one.take(wishOf(cardOf('Two')), ada), other.take(wishOf(cardOf('Three')), ada)]);
    await Promise.all([one.catchUp(), other.catchUp()]);
    assert.deepEqual(textsOf(one.board).toSorted(), ['Three', 'Two']);
    assert.deepEqual(other.board, one.board);
  });

  const damages: readonly (readonly [string, string, RegExp])[] = [
    ['of a newer version', 'v 2 intent {}', /newer version/],
    ['that is no event', 'v 1 intent {}', /damaged in Redis at the entry 1-1/],
    ['that does not follow', 'v 1 intent', /damaged in Redis at the entry 1-1/],
  ];
  for (const [what, more, sentence] of damages) {
    it(`is left as it is with an entry ${what}, and nothing is done on top of it`, async () => {
      const one = await started();
      const redis = await connect();
      const wish = wishOf(cardOf('One'));
      const intent = JSON.stringify({ ...wish, participant: ada, at: 1, random: [] });
      const fields = more.split(' ');
      await redis.send(
        ...['XADD', key(), '1-*', 'mark', wish.id, 'after', 'elsewhere'],
        ...(fields.length === 3 ? [...fields, intent] : fields),
      );
      await refuses(one.take(wishOf(cardOf('Two')), ada), 'cannot-read', sentence);
      await refuses(host(), 'cannot-read', sentence);
      assert.deepEqual(textsOf(one.board), []);
      assert.equal(await redis.send('XLEN', key()), 2);
    });
  }

  it('refuses what is no address of a Redis, and says where none answers, without the password', async () => {
    await refuses(RedisConnection.open('https://localhost', quick), 'bad-input', /redis:\/\//);
    await refuses(
      RedisConnection.open('redis://:secret@127.0.0.1:1', quick),
      'cannot-read',
      /^(?!.*secret).*127\.0\.0\.1:1/,
    );
  });
});
