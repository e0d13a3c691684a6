import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { FrameReader, framesOf } from '../../../src/protocol/frames.ts';
import { liveLimits } from '../../../src/protocol/liveLimits.ts';

describe('the frames of a message', () => {
  it('carry whatever was put into them, in frames that are not too long', () => {
    const content = fc.oneof(
      fc.jsonValue(),
      fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }).map((text) => text.repeat(5000)),
    );
    fc.assert(
      fc.property(fc.array(content, { maxLength: 4 }), (messages) => {
        const reader = new FrameReader();
        const read = messages
          .flatMap((message) => [...framesOf(JSON.stringify(message))])
          .map((frame) => {
            // A letter in quotation marks can take two, and a control character six.
            assert.ok(frame.length <= 6 * liveLimits.part + 100);
            return reader.read(frame);
          })
          .filter((value) => value !== undefined);
        assert.deepEqual(read, JSON.parse(JSON.stringify(messages)));
      }),
      { numRuns: 200 },
    );
  });

  it('are one for a short message, which is sent as it is', () => {
    assert.deepEqual([...framesOf('{"notice":"x","input":null}')], ['{"notice":"x","input":null}']);
    assert.equal([...framesOf(JSON.stringify('x'.repeat(3 * liveLimits.part)))].length, 4);
  });

  it('are nothing where they are no JSON, and do not spoil what comes after them', () => {
    const reader = new FrameReader();
    assert.equal(reader.read('{"part":'), undefined);
    assert.equal(reader.read('{"part":"[1,","more":true}'), undefined);
    assert.deepEqual(reader.read('{"part":"2]","more":false}'), [1, 2]);
    assert.equal(reader.read('{"part":"no JSON","more":false}'), undefined);
    assert.deepEqual(reader.read('{"a":1}'), { a: 1 });
  });
});
