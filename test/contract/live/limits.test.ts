import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { liveLimits } from '../../../src/protocol/liveLimits.ts';
import { AddressBlock } from '../../../src/node/live/addressBlock.ts';
import { addressOf, reachableAt } from '../../../src/node/live/gate.ts';
import { sparseLog } from '../../../src/node/live/sparseLog.ts';
import { digestOf, newRoomId, newSecret, sameDigest } from '../../../src/node/live/secrets.ts';
import { TokenBucket } from '../../../src/node/live/tokenBucket.ts';

describe('how much may come', () => {
  const clock = { at: 1_700_000_000_000, now: () => clock.at };
  const takes = (bucket: TokenBucket, tries: number): number =>
    Array.from({ length: tries }, () => bucket.take()).filter(Boolean).length;

  it('is so many at once and so many a second, and time that goes back gives nothing', () => {
    const bucket = new TokenBucket(clock, 30, 120);
    assert.equal(takes(bucket, 200), 120);
    clock.at += 1000;
    assert.equal(takes(bucket, 200), 30);
    clock.at -= 5000;
    assert.equal(takes(bucket, 200), 0);
    clock.at += 100;
    assert.equal(takes(bucket, 200), 3);
    clock.at += 3_600_000;
    assert.equal(takes(bucket, 200), 120);
  });

  it('is told of sparsely to an editor, with how often nothing was said', () => {
    const told: unknown[] = [];
    const log = sparseLog((event, more) => told.push([event, more]), clock);
    for (let count = 0; count < 1000; count += 1) {
      log('refused', { status: 403 });
    }
    log('entered', { sockets: 2 });
    assert.deepEqual(told.splice(0), [
      ...Array.from({ length: 20 }, () => ['refused', { status: 403 }]),
      ['entered', { sockets: 2 }],
    ]);
    clock.at += 1000;
    log('refused', { status: 421 });
    log('refused', {});
    log('refused', {});
    assert.deepEqual(told, [
      ['refused', { status: 421, left: 980 }],
      ['refused', {}],
    ]);
  });

  it('[G98] blocks an address that failed twenty times within a minute, and no other', () => {
    const block = new AddressBlock(clock);
    for (let count = 1; count < liveLimits.failuresPerMinute; count += 1) {
      assert.equal(block.fail('192.0.2.1'), false);
    }
    clock.at += 60_001;
    assert.equal(block.fail('192.0.2.1'), false, 'the others are too long ago');
    for (let count = 2; count < liveLimits.failuresPerMinute; count += 1) {
      assert.equal(block.fail('192.0.2.1'), false);
    }
    assert.equal(block.fail('192.0.2.1'), true);
    assert.deepEqual([block.isBlocked('192.0.2.1'), block.isBlocked('192.0.2.2')], [true, false]);
    clock.at += liveLimits.block;
    assert.equal(block.isBlocked('192.0.2.1'), false);
  });

  it('believes what a proxy says about who asks, where it was announced and is on this machine', () => {
    const reachable = reachableAt('127.0.0.1', 8080, ['https://retro.example.com']);
    const from = (remoteAddress: string, host: string, said?: string): string => {
      const request = Object.assign(new EventEmitter(), {
        socket: { remoteAddress },
        headers: { host, ...(said !== undefined && { 'x-forwarded-for': said }) },
      });
      return addressOf(request as unknown as IncomingMessage, reachable);
    };
    assert.equal(from('::ffff:127.0.0.1', 'retro.example.com', '192.0.2.9, 192.0.2.1'), '192.0.2.1');
    assert.equal(from('127.0.0.1', '127.0.0.1:8080', '192.0.2.1'), '127.0.0.1');
    assert.equal(from('192.0.2.7', 'retro.example.com', '192.0.2.1'), '192.0.2.7');
    assert.equal(from('127.0.0.1', 'retro.example.com'), '127.0.0.1');
  });

  it('has ids of 128 bits and secrets of 256 bits, which are compared as a whole', () => {
    assert.equal(Buffer.from(newRoomId(), 'base64url').length, 16);
    assert.equal(Buffer.from(newSecret(), 'base64url').length, 32);
    assert.notEqual(newSecret(), newSecret());
    const secret = newSecret();
    assert.ok(sameDigest(digestOf(secret), digestOf(secret)));
    assert.ok(!sameDigest(digestOf(secret), digestOf(newSecret())));
    assert.ok(!sameDigest(digestOf(secret), secret.slice(1)));
  });
});
